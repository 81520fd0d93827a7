using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Contracts;
using AfterSales.Risk.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Actions;

/// <summary>Days that are compared: up to two pieces before, one after, first and last day included.</summary>
internal sealed record EffectSpans(IReadOnlyList<(DateOnly From, DateOnly To)> Before, (DateOnly From, DateOnly To) After)
{
    /// <summary>
    /// How it was before is read without the days that gave the signal: they were chosen because they looked bad, and would look better by themselves.
    /// Where enough days lie between signal and effect, they alone are how it was; otherwise days from before the signal fill up.
    /// </summary>
    public static EffectSpans Of(DateOnly effectFrom, DateOnly until, DateOnly? signalFrom, DateOnly? signalTo, ActionPolicy policy)
    {
        var (last, after) = (effectFrom.AddDays(-1), (effectFrom, until));
        if (signalFrom is not { } from || signalTo is not { } to || from > last || to < effectFrom.AddDays(-policy.BeforeDays)) return new([(effectFrom.AddDays(-policy.BeforeDays), last)], after);
        var between = Math.Max(0, last.DayNumber - to.DayNumber);
        if (between >= policy.LeastBeforeDays) return new([(Later(to.AddDays(1), effectFrom.AddDays(-policy.BeforeDays)), last)], after);
        var earlier = (from.AddDays(between - policy.BeforeDays), from.AddDays(-1));
        return new(between == 0 ? [earlier] : [earlier, (to.AddDays(1), last)], after);
    }

    static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}

/// <summary>Reads from the warehouse whether an action moved the number that it was to move, and tests it.</summary>
internal sealed class ReadEffect(IIndicatorReadings readings)
{
    const int Week = 7;

    /// <returns>Null while the numbers of the time after are not settled yet.</returns>
    public async Task<(EffectResult Result, long Run)?> ReadAsync(CorrectiveAction action, DateOnly until, ActionPolicy policy, CancellationToken ct)
    {
        var round = action.Round!;
        var spans = EffectSpans.Of(round.EffectFrom!.Value, until, action.SignalFrom, action.SignalTo, policy);
        var after = await AskAsync(round, spans.After, ct);
        if (!after.Complete) return null;
        if (after.IsShare)
        {
            double hits = 0, rows = 0;
            foreach (var span in spans.Before)
            {
                var before = await AskAsync(round, span, ct);
                (hits, rows) = (hits + (before.Numerator ?? 0), rows + before.N);
            }
            return (EffectTest.TwoProportions(hits, rows, after.Numerator ?? 0, after.N, round.ExpectsMore, policy), after.Run);
        }
        List<double> weeksBefore = [];
        foreach (var span in spans.Before) weeksBefore.AddRange(await WeeksAsync(round, span, ct));
        return (EffectTest.MannWhitney(weeksBefore, await WeeksAsync(round, spans.After, ct), round.ExpectsMore, policy), after.Run);
    }

    /// <summary>Values of whole weeks, counted back from the end of the span; weeks without data are left out.</summary>
    async Task<IReadOnlyList<double>> WeeksAsync(ActionRound round, (DateOnly From, DateOnly To) span, CancellationToken ct)
    {
        List<double> values = [];
        for (var to = span.To; to.AddDays(1 - Week) >= span.From; to = to.AddDays(-Week))
            if ((await AskAsync(round, (to.AddDays(1 - Week), to), ct)).Value is { } value) values.Add(value);
        return values;
    }

    Task<IndicatorReading> AskAsync(ActionRound round, (DateOnly From, DateOnly To) span, CancellationToken ct) =>
        readings.ReadAsync(round.Indicator!, span.From, span.To, round.Dimension is { } dimension ? new Dictionary<string, string> { [dimension] = round.Member! } : null, ct);
}

/// <summary>Each night: actions whose time of effect is over are verified from the numbers; what was not effective is open again, and its owner is told.</summary>
internal sealed class VerifyActions(RiskDbContext db, ReadEffect effect, IWarehouseFreshness warehouse, IBell bell, IPolicies policies, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("risk.verify-actions", typeof(VerifyActions), "0 10 5 * * ?") { ReadsNumbers = true };

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        if (await warehouse.AsOfAsync(ct) is null) return new JobOutcome(0);
        var (today, settled) = (company.LocalDay(time.Now()), 0L);
        var due = await db.Set<CorrectiveAction>().Whole().Where(a => a.Stage == ActionStage.Check && a.NextDue <= today).OrderBy(a => a.Id).ToListAsync(ct);
        foreach (var action in due.Where(a => a.Round!.Indicator is not null))
            if (await VerifyAsync(action, ct)) settled++;
        return new JobOutcome(settled);
    }

    /// <returns>False while its numbers are not settled.</returns>
    public async Task<bool> VerifyAsync(CorrectiveAction action, CancellationToken ct)
    {
        var now = time.Now();
        var (policy, today) = (policies.At<ActionPolicy>(action.OpenedAt).Value, company.LocalDay(now));
        if (await effect.ReadAsync(action, action.Round!.VerifyOn!.Value.AddDays(-1), policy, ct) is not var (result, run)) return false;
        action.Verify(result, run, policy, today, now);
        await db.SaveChangesAsync(ct);
        var to = Recipients.InRole(Roles.QualityOfficer);
        if (action.OwnerId is { } owner) to = to.And(Recipients.Person(owner));
        await bell.RingAsync(to, new Notice($"risk-verified:{action.PublicId:N}:{action.Round.Ordinal}:{action.Round.VerifyOn:yyyyMMdd}", "Actions.Bell." + result.Verdict, [action.Number], OpenAction.Page(action)), ct);
        return true;
    }
}
