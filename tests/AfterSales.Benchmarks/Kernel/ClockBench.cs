using System.Diagnostics;
using System.Globalization;
using AfterSales.Kernel.Clocks;

namespace AfterSales.Benchmarks.Kernel;

/// <summary>Both clocks of an order, with pauses, make-up days and holidays, on one core.</summary>
internal sealed class ClockBench : IBench
{
    public int Order => 0;

    public Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        var (calendar, cases) = (WorkingCalendar.China(), Cases(50_000));
        var now = new DateTime(2026, 10, 20, 4, 0, 0, DateTimeKind.Utc);
        Evaluate(cases, calendar, now); // warm
        var best = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var began = Stopwatch.GetTimestamp();
            Evaluate(cases, calendar, now);
            best = Math.Min(best, Stopwatch.GetElapsedTime(began).TotalSeconds);
        }
        var perSecond = cases.Length / best;
        return Task.FromResult<IReadOnlyList<Figure>>(
            [new("orders whose two clocks are evaluated, per second and core", perSecond.ToString("N0", CultureInfo.InvariantCulture), ">= 200,000", perSecond >= 200_000)]);
    }

    static int Evaluate(Case[] cases, WorkingCalendar calendar, DateTime now)
    {
        var late = 0;
        foreach (var one in cases)
        {
            var response = new LimitClock(TimeLimit.Hours(24), calendar, one.Received, one.Responded, []).Read(now);
            var handling = new LimitClock(one.Complex ? TimeLimit.WorkingDays(3) : TimeLimit.Hours(24), calendar, one.Responded ?? one.Received, one.Completed, one.Pauses).Read(now);
            if (response.Verdict == ClockVerdict.Missed || handling.Verdict is ClockVerdict.Missed or ClockVerdict.Breached) late++;
        }
        return late;
    }

    static Case[] Cases(int count)
    {
        var random = new Random(42);
        var from = new DateTime(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc); // the autumn holidays and their make-up days lie inside
        return [.. Enumerable.Range(0, count).Select(n =>
        {
            var received = from.AddMinutes(random.Next(45 * 24 * 60));
            var responded = received.AddMinutes(random.Next(30 * 60));
            var pauses = Enumerable.Range(0, random.Next(3)).Select(k => responded.AddHours(5 + k * 40 + random.Next(20)))
                .Select(p => new PauseSpan(p, p.AddHours(1 + random.Next(30)), "customer_later_date", true, TimeSpan.FromDays(30))).ToArray();
            return new Case(received, random.Next(10) == 0 ? null : responded, random.Next(5) == 0 ? null : responded.AddHours(random.Next(160)), n % 3 == 0, pauses);
        })];
    }

    sealed record Case(DateTime Received, DateTime? Responded, DateTime? Completed, bool Complex, PauseSpan[] Pauses);
}
