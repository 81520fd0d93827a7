using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Settings;

[Permission(HostPermissions.Settings)]
internal sealed class CompanyModel(HostDbContext db, Company company, IAuditLog audit) : ModulePage
{
    public sealed record Form
    {
        public string Name { get; init; } = "";
        public string Language { get; init; } = "";
        public string? PublicUrl { get; init; }
        public int Version { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public string Zone { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var row = await db.Set<CompanyRow>().AsNoTracking().OrderBy(c => c.Id).FirstAsync(ct);
        Input = new Form { Name = row.Name, Language = row.Language, PublicUrl = row.PublicUrl, Version = row.Version };
    }

    public override Task LoadAsync(CancellationToken ct)
    {
        Zone = company.Zone.Id;
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var row = await db.Set<CompanyRow>().OrderBy(c => c.Id).FirstAsync(ct);
        if (row.Version != Input.Version) throw new ChangedMeanwhile([]);
        if (string.IsNullOrWhiteSpace(Input.Name)) throw new RuleViolation("Setup.NoCompany") { Field = "Input.Name" };
        if (Input.PublicUrl is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
            throw new RuleViolation("Settings.Company.BadUrl") { Field = "Input.PublicUrl" };
        (row.Name, row.Language, row.PublicUrl) = (Input.Name.Trim(), Input.Language == "en" ? "en" : "zh-CN", Input.PublicUrl);
        row.Changed();
        await db.SaveChangesAsync(ct);
        company.Forget();
        await audit.RecordAsync(Actor, "company.changed", row.Name, $"{row.Language} {row.PublicUrl}", ct);
        return RedirectToPage();
    }
}
