using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Host.Operations;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Settings;

[Permission(HostPermissions.Audit)]
internal sealed class AuditModel(HostDbContext db, AuditChainCheck chain, ICompany company, TimeProvider time) : ModulePage
{
    const int PageSize = 100, MostExported = 100_000;

    [BindProperty(SupportsGet = true)] public long? Before { get; set; }
    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];
    public long? Older { get; private set; }
    /// <summary>Hash of the newest line: written down elsewhere, it shows whether the chain was made anew.</summary>
    public string? Head { get; private set; }
    /// <summary>What the check found; null until somebody asks.</summary>
    public IntegrityResult? Verdict { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Head = await db.Set<AuditEntry>().OrderByDescending(a => a.Id).Select(a => a.Hash).FirstOrDefaultAsync(ct);
        Entries = await db.Set<AuditEntry>().AsNoTracking().Where(a => Before == null || a.Id < Before).OrderByDescending(a => a.Id).Take(PageSize).ToListAsync(ct);
        Older = Entries.Count == PageSize ? Entries[^1].Id : null;
    }

    /// <summary>Follows the whole chain and shows the first line that does not fit.</summary>
    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken ct)
    {
        Verdict = await chain.CheckAsync(ct);
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>The log with its hashes, oldest first, so that somebody else can follow the chain too.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        string[] columns = ["Settings.Audit.Line", "Settings.Audit.When", "Settings.Audit.WhoId", "Settings.Audit.Who", "Settings.Audit.Act", "Settings.Audit.Subject", "Settings.Audit.Detail", "Settings.Audit.Hash"];
        var entries = await db.Set<AuditEntry>().AsNoTracking().OrderByDescending(a => a.Id).Take(MostExported).ToListAsync(ct);
        entries.Reverse();
        return TakeAway(new ExportTable($"audit-{company.LocalDay(time.Now()):yyyyMMdd}", [.. columns.Select(c => T[c])], entries.Select(a => (IReadOnlyList<object?>)
            [a.Id, a.At.ToString("O"), a.ActorId, a.ActorName, a.Action, a.Subject, a.Detail, a.Hash])), format);
    }
}
