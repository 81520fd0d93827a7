// Prints figures beside the bars that the product sets itself, and writes them to RESULTS.md.
// usage: [NAME...]   names of benchmarks, e.g. ClockBench; all without. FULL=1 in the environment for a million orders.
using AfterSales.Benchmarks;
using AfterSales.Benchmarks.Service;

if (args is [BareServer.Verb, var orders, var commits]) return await BareServer.ServeAsync(orders, commits); // the other side of a comparison, started by a benchmark

var full = Environment.GetEnvironmentVariable("FULL") is "1";
await using var run = new BenchRun(full);
var benches = typeof(IBench).Assembly.GetTypes().Where(t => typeof(IBench).IsAssignableFrom(t) && t.IsClass)
    .Select(t => (IBench)Activator.CreateInstance(t)!).OrderBy(b => b.Order).ThenBy(b => b.GetType().Name, StringComparer.Ordinal).ToList();
if (args.Length > 0) benches = [.. benches.Where(b => args.Contains(b.GetType().Name, StringComparer.OrdinalIgnoreCase))];
if (benches.Count == 0)
{
    Console.Error.WriteLine("There is no such benchmark.");
    return 2;
}

var report = new Report(run);
foreach (var bench in benches)
{
    Console.Error.WriteLine($"== {bench.GetType().Name}");
    try
    {
        report.Add(bench.GetType().Name, await bench.RunAsync(run));
    }
    catch (Exception failure)
    {
        report.Failed(bench.GetType().Name, failure);
    }
}
Console.WriteLine(report.Text);
if (args.Length == 0) await File.WriteAllTextAsync(Path.Combine(BenchRun.Root, "tests/AfterSales.Benchmarks/RESULTS.md"), report.Text);
return report.AnyFailed ? 1 : 0;
