using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Integrations;

/// <summary>Makes a token and shows it, this once.</summary>
[Permission(HostPermissions.Integrations)]
internal sealed class AddTokenModel(HostDbContext db, IAuditLog audit, ICompany company, Shown shown) : ModulePage
{
    public sealed record Form
    {
        public string Name { get; init; } = "";
        public string[] Scopes { get; init; } = [];
        public DateOnly? LastDay { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    /// <summary>The token, in the answer that made it and never again.</summary>
    public string? Words { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (token, words) = ApiToken.Make(Input.Name, Input.Scopes, TokenScopes.All, Input.LastDay, company.LocalDay(shown.Now), shown.Now, Actor);
        db.Add(token);
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(Actor, "token.made", $"token:{token.PublicId:N}", $"{token.Name}: {token.Scopes}", ct);
        Words = words;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
