using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using AfterSales.Risk.Actions;
using AfterSales.Risk.Checks;
using AfterSales.Risk.Controls;
using AfterSales.Risk.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Register;

/// <summary>Each morning: writes down how every risk stood at the end of a month that is over, once.</summary>
internal sealed class KeepMonths(RiskDbContext db, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("risk.keep-months", typeof(KeepMonths), "0 20 0 * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var today = company.LocalDay(time.Now());
        var risks = await db.Set<RegisteredRisk>().AsNoTracking().Include(r => r.Ratings).ToListAsync(ct);
        if (risks.Count == 0) return new JobOutcome(0);
        var kept = (await db.Set<RiskMonth>().Select(m => new { m.RiskId, m.LastDay }).ToListAsync(ct)).ToHashSet();
        var first = risks.Min(r => r.RegisteredOn);
        var news = (from lastDay in LastDays(first, today)
                    from risk in risks
                    where !kept.Contains(new { RiskId = risk.Id, LastDay = lastDay })
                    let month = RiskMonth.Of(risk, lastDay)
                    where month is not null
                    select month).ToList();
        db.AddRange(news);
        await db.SaveChangesAsync(ct);
        return new JobOutcome(news.Count);
    }

    /// <summary>Last days of the months since a day that were over before another.</summary>
    internal static IEnumerable<DateOnly> LastDays(DateOnly first, DateOnly today)
    {
        for (var next = new DateOnly(first.Year, first.Month, 1).AddMonths(1); next <= today; next = next.AddMonths(1)) yield return next.AddDays(-1);
    }
}

/// <summary>Each morning: tells owners of reviews, treatments, tests, checks and actions that are due soon or since yesterday. Each is told once per day of notice.</summary>
internal sealed class RemindOwners(RiskDbContext db, IBell bell, IPolicies policies, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("risk.remind-owners", typeof(RemindOwners), "0 0 8 * * ?");

    sealed record Owed(string What, Guid Id, string Label, string? OwnerId, DateOnly Due, string Link);

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var now = time.Now();
        var (today, days) = (company.LocalDay(now), policies.At<RiskPolicy>(now).Value.RemindDays);
        var last = today.AddDays(days.DefaultIfEmpty(0).Max());
        List<Owed> owed =
        [
            .. await db.Set<RegisteredRisk>().Where(r => r.ReviewDue <= last).Select(r => new Owed("Review", r.PublicId, r.Title, r.OwnerId, r.ReviewDue!.Value, "/Risk/Register/Details/" + r.PublicId)).ToListAsync(ct),
            .. await db.Set<RegisteredRisk>().Where(r => r.ClosedOn == null).SelectMany(r => r.Treatments.Where(t => t.DoneOn == null && t.Due <= last), (r, t) => new Owed("Treatment", r.PublicId, t.What, t.OwnerId, t.Due, "/Risk/Register/Details/" + r.PublicId)).ToListAsync(ct),
            .. await db.Set<Control>().Where(c => c.TestDue <= last).Select(c => new Owed("Test", c.PublicId, c.Name, c.OwnerId, c.TestDue!.Value, "/Risk/Controls/Details/" + c.PublicId)).ToListAsync(ct),
            .. await db.Set<SpotCheck>().Where(c => c.DoneOn == null && c.Due <= last).Select(c => new Owed("Check", c.PublicId, c.Number, c.CheckerId, c.Due, "/Risk/Checks/Details/" + c.PublicId)).ToListAsync(ct),
            .. await db.Set<CorrectiveAction>().Where(a => a.NextDue <= last && a.Stage != ActionStage.Check).Select(a => new Owed("Action", a.PublicId, a.Number, a.OwnerId, a.NextDue!.Value, "/Risk/Actions/Details/" + a.PublicId)).ToListAsync(ct),
        ];
        foreach (var one in owed)
        {
            var left = one.Due.DayNumber - today.DayNumber;
            if (left >= 0 && !days.Any(d => left <= d)) continue;
            var step = left < 0 ? "late" : days.Where(d => left <= d).Min().ToString(System.Globalization.CultureInfo.InvariantCulture);
            var to = one.OwnerId is { } owner ? Recipients.Person(owner) : Recipients.InRole(Roles.QualityOfficer);
            if (left < 0) to = to.And(Recipients.InRole(Roles.QualityOfficer));
            await bell.RingAsync(to, new Notice($"risk-owed:{one.What}:{one.Id:N}:{one.Due:yyyyMMdd}:{step}", $"Register.Bell.{one.What}{(left < 0 ? "Late" : "Due")}", [one.Label, one.Due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)], one.Link), ct);
        }
        return new JobOutcome(owed.Count);
    }
}

/// <summary>The morning's numbers of the quality officer; each is what its list shows.</summary>
internal sealed class RiskDigest(RiskDbContext db, ICompany company) : IDigestPart
{
    static readonly string[] Readers = [Kernel.Composition.Roles.QualityOfficer, Kernel.Composition.Roles.Manager];

    public IReadOnlyList<string> Roles => Readers;

    public async Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct)
    {
        var today = company.LocalDay(nowUtc);
        return
        [
            new("Register.Digest.Events", Readers, RiskPermissions.Read, await db.Set<RiskEvent>().Shown("waiting").CountAsync(ct), "/Risk/Register/Happenings?state=waiting") { IsUrgent = true },
            new("Actions.Digest.Overdue", Readers, RiskPermissions.ReadActions, await db.Set<CorrectiveAction>().Shown("overdue", today, "").CountAsync(ct), "/Risk/Actions?state=overdue") { IsUrgent = true },
            new("Checks.Digest.Overdue", Readers, RiskPermissions.ReadChecks, await db.Set<SpotCheck>().Shown("overdue", today, "").CountAsync(ct), "/Risk/Checks?state=overdue") { IsUrgent = true },
            new("Register.Digest.Reviews", Readers, RiskPermissions.Read, await db.Set<RegisteredRisk>().Shown("review_due", today).CountAsync(ct), "/Risk/Register?state=review_due") { IsUrgent = true },
            new("Controls.Digest.Tests", Readers, RiskPermissions.Read, await db.Set<Control>().Shown("test_due", today).CountAsync(ct), "/Risk/Controls?state=test_due") { IsUrgent = true },
            new("Actions.Digest.Plan", Readers, RiskPermissions.ReadActions, await db.Set<CorrectiveAction>().Shown("plan", today, "").CountAsync(ct), "/Risk/Actions?state=plan"),
            new("Checks.Digest.Open", Readers, RiskPermissions.ReadChecks, await db.Set<SpotCheck>().Shown("open", today, "").CountAsync(ct), "/Risk/Checks?state=open"),
        ];
    }
}
