using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Brand;

/// <summary>One campaign: its link as a code to print, and what came of it; without an id, a new one.</summary>
[Permission(FeedbackPermissions.ReadBrand)]
internal sealed class CampaignModel(FeedbackDbContext db, ICampaignResults results, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public string? Code { get; init; }
        public string? Name { get; init; }
        public CampaignWay Way { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? Until { get; init; }
        public string? Cost { get; init; }
        public string? Note { get; init; }
    }

    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public Campaign? Campaign { get; private set; }
    public CampaignResult? Result { get; private set; }
    public string Link => new Uri(company.PublicUrl ?? new Uri($"{Request.Scheme}://{Request.Host}"), "/r?c=" + Campaign!.Code).AbsoluteUri;
    public QrCode Qr => QrCode.Of(Link);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var today = company.LocalDay(time.Now());
        Input = Campaign is { } c ? new Form { Name = c.Name, Way = c.Way, From = c.From, Until = c.Until, Cost = c.Cost.ToString(), Note = c.Note } : new Form { From = today, Until = today.AddDays(29), Cost = "0.00" };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        if (Id is not { } id) return;
        Campaign = await db.Set<Campaign>().AsNoTracking().FirstOrDefaultAsync(c => c.PublicId == id, ct) ?? throw new NotThere();
        Result = (await results.OfAsync([Campaign.Code], ct))[0];
        ModelState.Remove(nameof(Version));
        Version = Campaign.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May(FeedbackPermissions.LeadBrand)) return Forbid();
        var campaign = Id is null ? await PlanAsync(ct) : await ChangeAsync(ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Brand/Campaign/{campaign.PublicId}");
    }

    async Task<Campaign> PlanAsync(CancellationToken ct)
    {
        var campaign = Campaign.Plan(Input.Code, Facts(), time.Now(), Actor);
        if (await db.Set<Campaign>().AnyAsync(c => c.Code == campaign.Code, ct)) throw new RuleViolation("Brand.Campaign.CodeTaken") { Field = "Input.Code" };
        db.Add(campaign);
        return campaign;
    }

    async Task<Campaign> ChangeAsync(CancellationToken ct)
    {
        var campaign = await db.Set<Campaign>().FirstOrDefaultAsync(c => c.PublicId == Id, ct) ?? throw new NotThere();
        if (campaign.Version != Version) throw new ChangedMeanwhile([]);
        campaign.Change(Facts());
        return campaign;
    }

    CampaignFacts Facts()
    {
        if (!Money.TryParse(Input.Cost, out var cost)) throw new RuleViolation("Import.NotMoney") { Field = "Input.Cost" };
        var from = Input.From ?? company.LocalDay(time.Now());
        return new CampaignFacts(Input.Name, Input.Way, from, Input.Until ?? from, cost, Input.Note);
    }
}
