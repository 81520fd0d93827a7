using AfterSales.Feedback.Data;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Brand;

/// <summary>Campaigns with what they cost and what came of them.</summary>
[Permission(FeedbackPermissions.ReadBrand)]
internal sealed class CampaignsModel(FeedbackDbContext db, ICampaignResults results) : ModulePage
{
    const int MostShown = 200;

    public IReadOnlyList<(Campaign Campaign, CampaignResult Result)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var campaigns = await db.Set<Campaign>().AsNoTracking().OrderByDescending(c => c.From).ThenByDescending(c => c.Id).Take(MostShown).ToListAsync(ct);
        var came = (await results.OfAsync([.. campaigns.Select(c => c.Code)], ct)).ToDictionary(r => r.Code);
        Rows = [.. campaigns.Select(c => (c, came[c.Code]))];
    }
}
