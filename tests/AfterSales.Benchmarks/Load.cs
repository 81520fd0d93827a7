using System.Diagnostics;

namespace AfterSales.Benchmarks;

/// <summary>Latencies of many calls, and how many there were in a second.</summary>
internal sealed record Load(double PerSecond, double P50, double P95, double P99, int Calls, int Errors)
{
    /// <summary>Lets so many clients call as fast as they can. The first tenth of the time warms up and is not counted.</summary>
    /// <param name="call">One call by client n; false is an error.</param>
    public static async Task<Load> RunAsync(int clients, TimeSpan duration, Func<int, Task<bool>> call)
    {
        var began = Stopwatch.GetTimestamp();
        var warm = duration / 10;
        var measured = await Task.WhenAll(Enumerable.Range(0, clients).Select(n => Task.Run(async () =>
        {
            List<double> latencies = [];
            var errors = 0;
            while (Stopwatch.GetElapsedTime(began) is var since && since < duration + warm)
            {
                var start = Stopwatch.GetTimestamp();
                var good = await call(n);
                if (since < warm) continue;
                latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (!good) errors++;
            }
            return (Latencies: latencies, Errors: errors);
        })));
        var all = measured.SelectMany(m => m.Latencies).Order().ToList();
        double At(double share) => all.Count == 0 ? double.NaN : all[Math.Min(all.Count - 1, (int)(share * all.Count))];
        return new Load(all.Count / duration.TotalSeconds, At(0.5), At(0.95), At(0.99), all.Count, measured.Sum(m => m.Errors));
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PerSecond:N0}/s, p50 {P50:N1} ms, p95 {P95:N1} ms, p99 {P99:N1} ms, {Errors} errors");
}
