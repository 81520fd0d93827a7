using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Rewards;

/// <summary>The ledger of rewards and penalties, to decide and to take away.</summary>
[Permission(StaffPermissions.ReadRewards)]
internal sealed class IndexModel(StaffDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    const int Most = 300, MostExported = 50_000;

    [BindProperty(SupportsGet = true)] public string State { get; set; } = "proposed";
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    public IReadOnlyList<Proposal> Rows { get; private set; } = [];
    public string ExportLink => "/Staff/Rewards?handler=Export&state=" + Uri.EscapeDataString(State) + "&q=" + Uri.EscapeDataString(Q ?? "");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Rows = await FindAsync(Most, ct);
        return WantsFragment ? Fragment("_ProposalRows", (Rows, time.Now())) : Page();
    }

    /// <summary>For the bookkeeper: what is final has its amount, what may still change has none.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        var now = time.Now();
        string[] columns = ["Certificates.PersonCode", "Certificates.Person", "Rewards.Kind", "Rewards.Evidence", "Rewards.ProposedOn", "Rewards.Amount", "Certificates.State", "Rewards.DecidedBy", "Rewards.DecidedOn", "Rewards.Appeal", "Rewards.Final"];
        return TakeAway(new ExportTable($"rewards-{company.LocalDay(now):yyyyMMdd}", [.. columns.Select(c => T[c])], (await FindAsync(MostExported, ct)).Select(p => (IReadOnlyList<object?>)
        [
            p.Code, p.Name, T.Of(p.Kind), T.OfKept(p.EvidenceKey, p.EvidenceArgs.Split('\u001f')), company.LocalDay(p.ProposedAt), p.Amount.Yuan, T.Of(p.State), p.DecidedBy, p.DecidedAt is { } at ? company.LocalDay(at) : null,
            p.Appeal is { } appeal ? T.Of(appeal) : p.AppealedAt is null ? null : T["Rewards.State.Appealed"], p.Final(now) is { } final ? p.Kind == RewardKind.Penalty ? -final.Yuan : final.Yuan : null,
        ])), format);
    }

    async Task<List<Proposal>> FindAsync(int most, CancellationToken ct)
    {
        var proposals = db.Set<Proposal>().AsNoTracking().Shown(State);
        if (Q?.Trim() is { Length: > 0 } q) proposals = proposals.Where(p => p.Code == q || p.Name.Contains(q));
        return await proposals.OrderByDescending(p => p.ProposedAt).ThenBy(p => p.Id).Take(most).ToListAsync(ct);
    }
}

/// <summary>How proposals are found.</summary>
internal static class ProposalQueries
{
    public static readonly string[] States = ["proposed", "appealed", "approved", "declined", "all"];

    public static IQueryable<Proposal> Shown(this IQueryable<Proposal> proposals, string state) => state switch
    {
        "proposed" => proposals.Where(p => p.State == RewardState.Proposed),
        "appealed" => proposals.Where(p => p.AppealedAt != null && p.Appeal == null),
        "approved" => proposals.Where(p => p.State == RewardState.Approved),
        "declined" => proposals.Where(p => p.State == RewardState.Declined),
        _ => proposals,
    };
}
