using System.Collections;
using System.Globalization;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>Numbers that this system gave: each of 1 to the last of its year exactly once. Imported orders bring their own and are left out.</summary>
internal sealed class OrderNumbersCheck(ServiceDbContext db, Texts text) : IIntegrityCheck
{
    /// <summary>Numbers named in a sentence; the rest is counted.</summary>
    const int MostNamed = 10;

    public string Name => "order numbers";

    public async Task<IntegrityResult> CheckAsync(CancellationToken ct)
    {
        var years = (await db.Set<NumberSeries>().AsNoTracking().Where(s => s.Series == "SO").ToListAsync(ct)).ToDictionary(s => s.Year, s => new BitArray(checked((int)s.Last + 1)));
        List<string> foreign = [], doubled = [];
        await foreach (var number in db.Set<ServiceOrder>().Where(o => !o.Imported).Select(o => o.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!TryRead(number, out var year, out var sequence) || !years.TryGetValue(year, out var there) || sequence >= there.Length) foreign.Add(number);
            else if (there[sequence]) doubled.Add(number);
            else there[sequence] = true;
        }
        List<string> missing = [];
        Dictionary<string, long> counted = [];
        foreach (var (year, there) in years)
        {
            var lost = Enumerable.Range(1, there.Length - 1).Where(i => !there[i]).ToList();
            missing.AddRange(lost.Select(i => string.Create(CultureInfo.InvariantCulture, $"SO-{year}-{i:000000}")));
            counted[string.Create(CultureInfo.InvariantCulture, $"SO-{year}")] = there.Length - 1 - lost.Count;
        }
        List<string> problems = [.. Tell("Requests.Check.Missing", missing), .. Tell("Requests.Check.Doubled", doubled), .. Tell("Requests.Check.NeverGiven", foreign)];
        return new IntegrityResult(problems.Count == 0, counted, problems, []);
    }

    IEnumerable<string> Tell(string key, List<string> numbers) => numbers.Count == 0 ? []
        : [text[key, numbers.Count, string.Join(", ", numbers.Order(StringComparer.Ordinal).Take(MostNamed)) + (numbers.Count > MostNamed ? " …" : "")]];

    static bool TryRead(string number, out int year, out int sequence)
    {
        (year, sequence) = (0, 0);
        var parts = number.Split('-');
        return parts is ["SO", _, _] && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out year) && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out sequence) && sequence > 0;
    }
}
