using System.Globalization;
using AfterSales.Documents.Data;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Records;

/// <summary>Codes of documents: within class and year each number from 1 to the last exactly once, and each on the document that it was given to.</summary>
internal sealed class DocumentNumbersCheck(DocumentsDbContext db, Texts text) : IIntegrityCheck
{
    static readonly string[] Others = ["AGR", "DSP", "TRM"];

    public string Name => "document codes";

    IQueryable<string?> CodesOf(string series) => series switch
    {
        "AGR" => db.Set<Agreements.Agreement>().Select(a => a.Code),
        "DSP" => db.Set<Disputes.Dispute>().Select(d => d.Code),
        _ => db.Set<Disputes.Termination>().Select(t => t.Code),
    };

    public async Task<IntegrityResult> CheckAsync(CancellationToken ct)
    {
        List<string> problems = [];
        Dictionary<string, long> counted = [];
        foreach (var series in await db.Set<NumberSeries>().AsNoTracking().Where(s => s.Series != "change" && s.Series != "DC" && !Others.Contains(s.Series)).OrderBy(s => s.Series).ThenBy(s => s.Year).ToListAsync(ct))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{series.Series}-{series.Year}");
            var given = db.Set<DocumentCode>().AsNoTracking().Where(c => c.NumberSeries == series.Series && c.NumberYear == series.Year);
            var (count, highest) = (await given.LongCountAsync(ct), await given.MaxAsync(c => (long?)c.Sequence, ct) ?? 0); // each number once is a unique index
            counted[name] = count;
            if (count != series.Last || highest != series.Last) problems.Add(text["Records.Check.Gap", name, series.Last, count, highest]);
        }
        foreach (var series in await db.Set<NumberSeries>().AsNoTracking().Where(s => Others.Contains(s.Series)).OrderBy(s => s.Series).ThenBy(s => s.Year).ToListAsync(ct))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{series.Series}-{series.Year}");
            var count = await CodesOf(series.Series).LongCountAsync(c => c!.StartsWith(name + "-"), ct); // each code once is a unique index
            counted[name] = count;
            if (count != series.Last) problems.Add(text["Records.Check.Gap", name, series.Last, count, count]);
        }
        var strange = await db.Set<Document>().AsNoTracking().Where(d => (d.Code == null) != (d.Coding == null)).LongCountAsync(ct);
        if (strange > 0) problems.Add(text["Records.Check.Strange", strange]);
        return new IntegrityResult(problems.Count == 0, counted, problems, []);
    }
}
