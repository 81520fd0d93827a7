using System.Globalization;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Brand;

/// <summary>The brand as a measured thing: its index with every part of it, the tone over time, the promises.</summary>
[Permission(FeedbackPermissions.ReadBrand)]
internal sealed class IndexModel(FeedbackDbContext db, IIndicatorReadings readings, IWarehouseFreshness warehouse, ICompany company, TimeProvider time) : ModulePage
{
    const int MonthsShown = 12;

    /// <param name="Score">0 to 100; null without data.</param>
    public sealed record Part(string NameKey, double? Score, string Shown, string Weight);

    public sealed record ToneMonth(DateOnly Month, int Positive, int Neutral, int Negative);

    public DateOnly From { get; private set; }
    public DateOnly To { get; private set; }
    public IndicatorReading? Index { get; private set; }
    public IReadOnlyList<Part> Parts { get; private set; } = [];
    public IReadOnlyList<ToneMonth> Months { get; private set; } = [];
    public IReadOnlyList<Promise> Promises { get; private set; } = [];
    public int Waiting { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        To = company.LocalDay(time.Now());
        From = new DateOnly(To.Year, To.Month, 1).AddMonths(1 - MonthsShown);
        Waiting = await db.Set<Mention>().Shown("waiting", time.Now()).CountAsync(ct);
        Promises = await db.Set<Promise>().AsNoTracking().Include(p => p.Months).Where(p => p.WithdrawnOn == null).OrderBy(p => p.Id).ToListAsync(ct);
        var toned = await db.Set<Mention>().AsNoTracking().Where(m => m.PublishedDay >= From && m.Tone != null).Select(m => new { m.PublishedDay, m.Tone }).ToListAsync(ct);
        Months = [.. toned.GroupBy(m => new DateOnly(m.PublishedDay.Year, m.PublishedDay.Month, 1)).OrderByDescending(g => g.Key).Select(g => new ToneMonth(g.Key, g.Count(m => m.Tone == Tone.Positive), g.Count(m => m.Tone == Tone.Neutral), g.Count(m => m.Tone == Tone.Negative)))];
        if (await warehouse.AsOfAsync(ct) is null) return;
        Index = await ReadAsync("brand_index", ct);
        var (nps, complaints, kept) = (await ReadAsync("nps", ct), await ReadAsync("complaint_rate", ct), await ReadAsync("promise_kept_rate", ct));
        Parts =
        [
            new("Indicators.nps.Name", (nps.Value + 100) / 2, Number(nps.Value), "0.4"),
            new("Indicators.complaint_rate.Name", complaints.Value is { } rate ? Math.Max(0, 100 - (20 * rate)) : null, Number(complaints.Value, "0.00"), "0.3"),
            new("Brand.NotNegative", toned.Count == 0 ? null : 100.0 * toned.Count(m => m.Tone != Tone.Negative) / toned.Count, $"{toned.Count(m => m.Tone != Tone.Negative)} / {toned.Count}", "0.2"),
            new("Indicators.promise_kept_rate.Name", 100 * kept.Value, $"{kept.Numerator:0} / {kept.N:0}", "0.1"),
        ];
    }

    Task<IndicatorReading> ReadAsync(string indicator, CancellationToken ct) => readings.ReadAsync(indicator, From, To, null, ct);

    public string Number(double? value, string format = "0.0") => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
