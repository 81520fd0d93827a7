using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>Numbers that this system gave: 1 to the last of each year, without gap. Imported orders bring their own and are left out.</summary>
internal sealed class OrderNumbersCheck(ServiceDbContext db, Texts text) : IIntegrityCheck
{
    public string Name => "order numbers";

    public async Task<IntegrityResult> CheckAsync(CancellationToken ct)
    {
        var series = await db.Set<NumberSeries>().AsNoTracking().Where(s => s.Series == "SO").ToListAsync(ct);
        Dictionary<string, long> counted = [];
        List<string> problems = [];
        foreach (var year in series)
        {
            var prefix = $"SO-{year.Year}-";
            var given = await db.Set<ServiceOrder>().Where(o => !o.Imported && o.Number.StartsWith(prefix)).LongCountAsync(ct); // unique by index: as many as the last means no gap
            counted[prefix.TrimEnd('-')] = given;
            if (given != year.Last) problems.Add(text["Requests.Check.Gap", prefix, given, year.Last]);
        }
        return new IntegrityResult(problems.Count == 0, counted, problems, []);
    }
}
