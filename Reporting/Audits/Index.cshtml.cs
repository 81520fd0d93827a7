using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Scorecard;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Audits;

/// <summary>The auditor's desk: audits of the own contract, and the draw of a new one.</summary>
[Permission(ReportingPermissions.ReadAudits)]
internal sealed class IndexModel(ReportingDbContext db, DrawOrders draw, Sight sight, ReadScorecard scorecard, IndicatorReader reader, IAccountNames accounts, ICompany company, TimeProvider time) : ModulePage
{
    const int MonthsToChoose = 12;

    public sealed record Form
    {
        public string Month { get; init; } = "";
        public string? Contract { get; init; }
        public string? Seed { get; init; }
        public int Count { get; init; } = 20;
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty] public string? AccountId { get; set; }
    [BindProperty] public string? Given { get; set; }

    public IReadOnlyList<Audit> Audits { get; private set; } = [];
    public IReadOnlyList<string> Months { get; private set; } = [];
    public IReadOnlyList<string> Contracts { get; private set; } = [];
    public IReadOnlyList<(AccountName Account, string? Contract)> Auditors { get; private set; } = [];
    public string? Refusal { get; private set; }
    public bool MayGive => May(ReportingPermissions.CloseMonths);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Months.Count > 0) Input = Input with { Month = Months[0], Seed = time.Now().ToString("yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture) };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        try
        {
            var asOf = await reader.AsOfAsync(ct) ?? throw new RuleViolation("Warehouse.NotLoaded");
            var own = await sight.ContractAsync(User, ct);
            var today = company.LocalDay(asOf);
            Months = [.. Enumerable.Range(1, MonthsToChoose).Select(i => new DateOnly(today.Year, today.Month, 1).AddMonths(-i).ToString("yyyy-MM"))];
            Contracts = own is null ? await scorecard.ContractsAsync(ct) : [own];
            Audits = await db.Set<Audit>().AsNoTracking().Include(a => a.Orders).ThenInclude(o => o.Ticks).Where(a => own == null || a.Contract == own).OrderByDescending(a => a.DrawnAt).Take(100).AsSplitQuery().ToListAsync(ct);
            if (!MayGive) return;
            var given = await db.Set<AuditorContract>().AsNoTracking().ToDictionaryAsync(a => a.AccountId, a => a.Contract, ct);
            Auditors = [.. (await accounts.InRoleAsync(Roles.BrandAuditor, ct)).Select(a => (a, given.GetValueOrDefault(a.Id)))];
        }
        catch (RuleViolation refusal)
        {
            Refusal = T.Of(refusal);
        }
    }

    public async Task<IActionResult> OnPostDrawAsync(CancellationToken ct)
    {
        if (!May(ReportingPermissions.Audit)) return Forbid();
        var month = ReadScorecard.MonthOf(Input.Month);
        var now = time.Now();
        if (month.AddMonths(1) > company.LocalDay(now)) throw new RuleViolation("Scorecard.Close.NotOver", Input.Month) { Field = "Input.Month" };
        var contracts = await sight.ContractAsync(User, ct) is { } own ? [own] : await scorecard.ContractsAsync(ct);
        var contract = Input.Contract.OrNull() ?? contracts[0];
        if (!contracts.Contains(contract)) throw new RuleViolation("Audits.OtherContract") { Field = "Input.Contract" };
        var audit = Audit.Draw(contract, month, Input.Seed, Input.Count, await draw.CompletedAsync(contract, month, ct), now, Actor, PublicId.New(now));
        db.Add(audit);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Reporting/Audits/Details/{audit.PublicId}");
    }

    /// <summary>Gives an auditor the contract that may be seen.</summary>
    public async Task<IActionResult> OnPostGiveAsync(CancellationToken ct)
    {
        if (!MayGive) return Forbid();
        if (!(await accounts.InRoleAsync(Roles.BrandAuditor, ct)).Any(a => a.Id == AccountId)) throw new NotThere();
        if (!(await scorecard.ContractsAsync(ct)).Contains(Given)) throw new RuleViolation("Indicators.Refused.Member", "contract", Given);
        if (await db.Set<AuditorContract>().FirstOrDefaultAsync(a => a.AccountId == AccountId, ct) is { } there) there.Contract = Given!;
        else db.Add(new AuditorContract { AccountId = AccountId!, Contract = Given! });
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Reporting/Audits");
    }
}
