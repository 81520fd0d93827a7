using System.Globalization;
using AfterSales.Documents.Agreements;
using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Disputes;

/// <summary>Every morning: reminds of steps and items whose day comes or is over, and reads the measurable grounds of agreements in force for the months that are over.</summary>
internal sealed class WatchDisputes(DocumentsDbContext db, IIndicatorReadings readings, IBell bell, ICompany company, IPolicies policies, Texts text) : IJobStep
{
    public static readonly JobDefinition Job = new("documents.watch-disputes", typeof(WatchDisputes), "0 25 6 * * ?") { ReadsNumbers = true };

    /// <summary>A month without a value is read again for so many months: late data may bring one.</summary>
    const int ReadAgainMonths = 3;
    /// <summary>How far back a new ground is read.</summary>
    const int MostMonths = 36;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var today = company.LocalDay(slotUtc);
        var days = policies.At<DisputePolicy>(slotUtc).Value.RemindDays;
        return new JobOutcome(await RemindAsync(today, days, ct) + await ReadGroundsAsync(today, ct));
    }

    async Task<int> RemindAsync(DateOnly today, IReadOnlyList<int> days, CancellationToken ct)
    {
        var until = today.AddDays(days.DefaultIfEmpty(0).Max());
        var steps = await (from step in db.Set<DisputeStep>() join dispute in db.Set<Dispute>() on step.DisputeId equals dispute.Id
                           where step.DoneOn == null && step.DroppedOn == null && dispute.ClosedOn == null && step.DueOn <= until
                           orderby step.DueOn, step.Id select new { step.Id, step.What, step.DueOn, dispute.PublicId, dispute.Code, dispute.Subject }).ToListAsync(ct);
        foreach (var s in steps) await RingAsync($"dispute-step:{s.Id}", today, s.DueOn, days, $"{s.Code} {s.Subject}", "Disputes.Step." + s.What, $"/Documents/Disputes/Details/{s.PublicId}", ct);
        var terms = await (from step in db.Set<TerminationStep>() join termination in db.Set<Termination>() on step.TerminationId equals termination.Id
                           where step.DoneOn == null && termination.ClosedOn == null && step.DueOn <= until orderby step.DueOn, step.Id select new { step.Id, step.Stage, step.DueOn, termination.PublicId, termination.Code }).ToListAsync(ct);
        foreach (var s in terms) await RingAsync($"termination-step:{s.Id}", today, s.DueOn, days, s.Code!, $"TerminationStage.{s.Stage}", $"/Documents/Disputes/Termination/{s.PublicId}", ct);
        var items = await (from item in db.Set<TerminationItem>() join termination in db.Set<Termination>() on item.TerminationId equals termination.Id
                           where item.DoneOn == null && item.DueOn <= until orderby item.DueOn, item.Id select new { item.Id, item.What, item.DueOn, termination.PublicId, termination.Code }).ToListAsync(ct);
        foreach (var s in items) await RingAsync($"termination-item:{s.Id}", today, s.DueOn, days, s.Code!, "Disputes.Item." + s.What, $"/Documents/Disputes/Termination/{s.PublicId}", ct);
        return steps.Count + terms.Count + items.Count;
    }

    /// <summary>Once for each mark before the day, once after it: the nearest mark that is past, so that a server that slept over a day still rings.</summary>
    Task RingAsync(string what, DateOnly today, DateOnly due, IReadOnlyList<int> days, string of, string step, string link, CancellationToken ct)
    {
        var left = due.DayNumber - today.DayNumber;
        var mark = left < 0 ? -1 : days.Where(d => left <= d).DefaultIfEmpty(0).Min();
        return bell.RingAsync(Recipients.WithPermission(DocumentsPermissions.EditDisputes), new Notice($"{what}:{due:O}:{mark}", left < 0 ? "Disputes.IsOverdue" : "Disputes.IsDue",
            [of, text.Has(step) ? step : text.WordsOf(step), due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], link), ct);
    }

    async Task<int> ReadGroundsAsync(DateOnly today, CancellationToken ct)
    {
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        var grounds = await (from ground in db.Set<Ground>().Include(g => g.Readings) join agreement in db.Set<Agreement>() on ground.AgreementId equals agreement.Id
                             where ground.Indicator != null && ground.EndedOn == null && agreement.StartsOn != null select new { ground, agreement }).ToListAsync(ct);
        var read = 0;
        foreach (var (ground, agreement) in grounds.Select(g => (g.ground, g.agreement)))
        {
            var last = agreement.LastDay is { } end && end < thisMonth.AddDays(-1) ? end : thisMonth.AddDays(-1);
            var first = new[] { agreement.StartsOn!.Value < ground.Since ? agreement.StartsOn.Value : ground.Since, thisMonth.AddMonths(-MostMonths) }.Max();
            for (var month = new DateOnly(first.Year, first.Month, 1); month.AddMonths(1).AddDays(-1) <= last; month = month.AddMonths(1))
            {
                var known = ground.Readings.Find(r => r.Month == month);
                if (known is not null && (known.Value is not null || month < thisMonth.AddMonths(-ReadAgainMonths))) continue;
                var (value, n) = await ValueAsync(ground.Indicator!, month, ct);
                if (known is not null && value is null) continue;
                ground.Read(month, value, n);
                read++;
            }
            if (ground.IsMet) await RingMetAsync(ground, agreement, ct);
        }
        await db.SaveChangesAsync(ct);
        return read;
    }

    /// <summary>Null where the indicator has no data, or cannot be asked yet (the warehouse was not loaded).</summary>
    async Task<(double? Value, double N)> ValueAsync(string indicator, DateOnly month, CancellationToken ct)
    {
        try
        {
            var reading = await readings.ReadAsync(indicator, month, month.AddMonths(1).AddDays(-1), null, ct);
            return (reading.Value, reading.N);
        }
        catch (RuleViolation)
        {
            return (null, 0);
        }
    }

    Task RingMetAsync(Ground ground, Agreement agreement, CancellationToken ct)
    {
        var month = ground.Readings.Where(r => r.Value is not null).Max(r => r.Month);
        return bell.RingAsync(Recipients.WithPermission(DocumentsPermissions.SignAgreements), new Notice($"ground:{ground.PublicId:N}:{month:yyyy-MM}", "Disputes.GroundMet",
            [agreement.Title, agreement.Party, ground.Zh, ground.En, month.ToString("yyyy-MM", CultureInfo.InvariantCulture)], $"/Documents/Disputes/Grounds/{agreement.PublicId}"), ct);
    }
}
