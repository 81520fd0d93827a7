using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Reporting.Contracts;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Charts;

/// <summary>Every night: freezes baselines that have their twenty periods, and tells of signals in periods that ended since.</summary>
internal sealed class WatchSignals(IndicatorReader reader, Baselines baselines, ReportingDbContext db, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("reporting.watch-signals", typeof(WatchSignals), "0 40 0 * * ?");

    static readonly Grain[] Watched = [Grain.Week, Grain.Month];
    /// <summary>Periods that end within these days are looked at again, since numbers settle late.</summary>
    const int LookBackDays = 400;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        if (await reader.AsOfAsync(ct) is not { } asOf) return new JobOutcome(0);
        long found = 0;
        foreach (var indicator in Indicator.All)
            foreach (var grain in Watched)
                found += await WatchAsync(indicator, grain, company.LocalDay(asOf), ct);
        return new JobOutcome(found);
    }

    async Task<int> WatchAsync(Indicator indicator, Grain grain, DateOnly today, CancellationToken ct)
    {
        var answer = await reader.ReadAsync(new Question(indicator, today.AddDays(-LookBackDays), today, grain, null, []), ct);
        var series = answer.Series[0];
        if (await baselines.NewestAsync(indicator, grain, ct) is not { } kept)
        {
            if (series.Baseline is { IsProvisional: false } ready) Freeze(indicator, grain, ready, today);
            await db.SaveChangesAsync(ct);
            return 0;
        }
        var known = await db.Set<FoundSignal>().AsNoTracking().Where(s => s.Indicator == indicator.Code && s.Grain == grain.Code).Select(s => new { s.Period, s.Rule }).ToListAsync(ct);
        var news = series.Readings.Where(r => r.Period.To >= kept.WatchFrom).SelectMany(r => r.Signals.Select(rule => (Reading: r, Rule: rule)))
            .Where(s => !known.Contains(new { Period = s.Reading.Period.Name, s.Rule })).ToList();
        foreach (var (reading, rule) in news) Tell(answer, grain, reading, rule);
        await db.SaveChangesAsync(ct);
        return news.Count;
    }

    void Freeze(Indicator indicator, Grain grain, Baseline baseline, DateOnly today) => db.Add(new FrozenBaseline
    {
        Indicator = indicator.Code, Grain = grain.Code, Center = baseline.Center, MovingRange = baseline.MovingRange, Periods = baseline.Periods,
        FrozenAt = time.Now(), WatchFrom = today, FrozenBy = Actor.System.Id, Reason = "first_complete_periods",
    });

    void Tell(Answer answer, Grain grain, Reading reading, string rule)
    {
        var code = answer.Question.Indicator.Code;
        db.Add(new FoundSignal { Indicator = code, Grain = grain.Code, Period = reading.Period.Name, Rule = rule, FoundAt = time.Now() });
        db.Publish(new SignalFound(code, grain.Code, reading.Period.Name, reading.Period.From, reading.Period.To, rule, reading.Number.Value!.Value,
            reading.Limits?.Lower, reading.Limits?.Center, reading.Limits?.Upper, answer.Run, time.Now())
        {
            IsGoodNews = rule != Rule.Miss && reading.Limits?.Center is { } center && (answer.Question.Indicator.Good == Direction.Up ? reading.Number.Value > center : reading.Number.Value < center),
        }, time.Now());
    }
}
