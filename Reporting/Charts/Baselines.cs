using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Charts;

/// <summary>The kept baselines.</summary>
internal sealed class Baselines(ReportingDbContext db)
{
    public async Task<Baseline?> FrozenAsync(Indicator indicator, Grain grain, CancellationToken ct) => (await NewestAsync(indicator, grain, ct))?.Baseline;

    public Task<FrozenBaseline?> NewestAsync(Indicator indicator, Grain grain, CancellationToken ct) => db.Set<FrozenBaseline>().AsNoTracking()
        .Where(b => b.Indicator == indicator.Code && b.Grain == grain.Code).OrderByDescending(b => b.Id).FirstOrDefaultAsync(ct);
}
