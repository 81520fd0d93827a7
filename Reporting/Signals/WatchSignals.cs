using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Warehouse;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Signals;

/// <summary>
/// Every night: freezes baselines that have their twenty periods, and finds signals in periods that ended since: on the charts of the company as a
/// whole, and of members (teams, products) that stand apart from the company's own limits. Each signal is found once, with who explains it.
/// </summary>
internal sealed class WatchSignals(IndicatorReader reader, ExplainShift explain, Baselines baselines, ReportingDbContext db, ICompany company, IPolicies policies, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("reporting.watch-signals", typeof(WatchSignals), "0 40 0 * * ?");

    public static readonly IReadOnlyList<Grain> Watched = [Grain.Week, Grain.Month];
    /// <summary>Periods that end within these days are looked at again, since numbers settle late.</summary>
    const int LookBackDays = 400;
    /// <summary>Without a baseline only misses where the target is 100 % are told, and only fresh ones: history is no news.</summary>
    const int FreshDays = 31;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        if (await reader.AsOfAsync(ct) is not { } asOf) return new JobOutcome(0);
        var today = company.LocalDay(asOf);
        long found = 0;
        foreach (var indicator in Indicator.All)
            foreach (var grain in Watched)
            {
                found += (await LookAsync(indicator, grain, today.AddDays(-LookBackDays), today, _ => time.Now(), PublicId.New, ct)).Count;
                await db.SaveChangesAsync(ct);
            }
        return new JobOutcome(found);
    }

    /// <summary>What is new on the charts of an indicator; the caller saves.</summary>
    /// <param name="foundAt">When a signal of a period is found, UTC.</param>
    /// <param name="newId">The number of a signal found at an instant: a made-up company has the same ones every time.</param>
    public async Task<IReadOnlyList<Signal>> LookAsync(Indicator indicator, Grain grain, DateOnly from, DateOnly today, Func<Period, DateTime> foundAt, Func<DateTime, Guid> newId, CancellationToken ct)
    {
        var question = new Question(indicator, from, today, grain, null, []);
        var answer = await reader.ReadAsync(question, ct);
        var series = answer.Series[0];
        var kept = await baselines.NewestAsync(indicator, grain, ct);
        if (kept is null && series.Baseline is { IsProvisional: false }) Freeze(indicator, grain, await reader.ReadAsync(question with { From = today.AddYears(-100) }, ct), today);
        if (kept is null && indicator.Target != 1) return [];
        var watchFrom = kept?.WatchFrom ?? today.AddDays(-FreshDays);
        var told = (await db.Set<Signal>().AsNoTracking().Where(s => s.Indicator == indicator.Code && s.Grain == grain.Code).ToListAsync(ct)).ConvertAll(s => s.Place).ToHashSet();
        List<Signal> found = [];
        foreach (var (place, reading, where) in Onsets(question, series.Readings, [], watchFrom).Concat(kept is null ? [] : await ApartAsync(question, series, watchFrom, ct)))
        {
            if (!told.Add(place)) continue;
            var center = reading.Limits?.Center ?? (place.Rule == Rule.Miss ? 1 : null);
            var shift = await explain.OfAsync(question with { From = reading.Period.From, To = reading.Period.To, Where = where }, center, Signal.IsAway(indicator, reading.Number.Value!.Value, center, place.Rule), ct);
            var at = foundAt(reading.Period);
            var signal = Signal.Find(place, reading, indicator, shift, answer.Run, at, company.LocalDay(at), policies.At<MonitoringPolicy>(at).Value.Explain.LastDay(company.LocalDay(at), company.CalendarAt(at), rolls: true), newId(at));
            db.Add(signal);
            found.Add(signal);
        }
        return found;
    }

    void Freeze(Indicator indicator, Grain grain, Answer whole, DateOnly today) => baselines.Freeze(indicator, grain,
        [.. whole.Series[0].Readings.Where(r => r.Complete && r.Number.Value is not null).Take(ControlChart.BaselinePeriods)], time.Now(), today, Actor.System.Id, "first_complete_periods");

    /// <summary>Findings in periods that end on a day or later. What goes on, on the same side, is one finding; a miss is told by the week.</summary>
    static IEnumerable<(SignalPlace Place, Reading Reading, IReadOnlyList<Filter> Where)> Onsets(Question question, IReadOnlyList<Reading> readings, IReadOnlyList<Filter> where, DateOnly watchFrom)
    {
        for (var i = 0; i < readings.Count; i++)
            foreach (var rule in readings[i].Signals)
            {
                if (readings[i].Period.To < watchFrom || !IsTold(question, rule) || (question.Grain == Grain.Week && rule == Rule.BeyondLimits && readings[i].Signals.Contains(Rule.Miss))) continue;
                // What is missing at one month's end is often the same at the next; what was missed in a week is news each time.
                var goesOn = rule != Rule.Miss || question.Indicator is PeriodEndIndicator;
                if (goesOn && i > 0 && readings[i - 1].Period.To >= watchFrom && readings[i - 1].Signals.Contains(rule) && IsAbove(readings[i - 1]) == IsAbove(readings[i])) continue;
                yield return (new SignalPlace(question.Indicator.Code, question.Grain.Code, readings[i].Period.Name, rule, where is [var f] ? f.Slice.Code : "", where is [var m] ? m.Code : ""), readings[i], where);
            }
    }

    /// <summary>
    /// Misses are told by the week. So are the tests of a chart whose limits know the size of each week; a chart of individual values takes every week as equally
    /// sure, but a week of the low season has a third of the rows and twenty weeks never saw all seasons; and how things stand on a Sunday is how they stood on the one before:
    /// both are told by the month (Host/Decisions/0007).
    /// </summary>
    static bool IsTold(Question question, string rule) =>
        rule == Rule.Miss ? question.Grain == Grain.Week : question.Grain == Grain.Month || (question.Indicator is not PeriodEndIndicator && question.Indicator.Chart != ChartKind.Xmr);

    static bool IsAbove(Reading reading) => reading.Number.Value > reading.Limits?.Center;

    /// <summary>Members that do worse than the company in the same periods, beyond what chance explains; each point has the limits of its own n.</summary>
    async Task<IEnumerable<(SignalPlace, Reading, IReadOnlyList<Filter>)>> ApartAsync(Question question, Series whole, DateOnly watchFrom, CancellationToken ct)
    {
        if (question.Indicator is not ShareIndicator || question.Grain != Grain.Month) return [];
        List<(SignalPlace, Reading, IReadOnlyList<Filter>)> found = [];
        foreach (var slice in policies.At<MonitoringPolicy>(time.Now()).Value.WatchedDimensions.Select(question.Indicator.Source.SliceOf).OfType<Slice>())
            foreach (var member in (await reader.ReadAsync(question with { Slice = slice }, ct)).Series.Where(s => s.Slice != Dimension.Unknown))
            {
                var centers = whole.Readings.ToDictionary(r => r.Period.Key, r => r.Number.Value);
                var charted = ControlChart.Against(question.Indicator.Chart, [.. member.Readings.Select(r => new Point(r.Number.Value, r.Number.Denominator, r.Complete))], [.. member.Readings.Select(r => centers.GetValueOrDefault(r.Period.Key))], whole.Options);
                IReadOnlyList<Reading> judged = [.. member.Readings.Zip(charted, (r, c) => r with { Limits = c.Limits, Signals = r.Number.Value is { } v && Signal.IsAway(question.Indicator, v, c.Limits?.Center, "") ? c.Signals : [] })];
                found.AddRange(Onsets(question, judged, [new Filter(slice, member.Slice!)], watchFrom));
            }
        return found;
    }
}
