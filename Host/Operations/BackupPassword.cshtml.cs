using AfterSales.Host.Composition;
using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Operations;

/// <summary>Sets the password under which backups are made from now on, and shows it once, on a page to be printed.</summary>
[Permission(HostPermissions.BackupsTake)]
internal sealed class BackupPasswordModel(Backup.BackupPassword password, IAuditLog audit, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public string Password { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public bool IsSet => password.IsSet;
    /// <summary>What was just set; null unless it was.</summary>
    public string? Key { get; private set; }
    public QrCode? Qr { get; private set; }
    public DateTime At { get; private set; }

    public void OnGet()
    {
        // the form needs nothing
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var key = string.IsNullOrWhiteSpace(Input.Password) ? Backup.BackupPassword.Suggest() : Input.Password.Trim();
        password.Set(key);
        await audit.RecordAsync(Actor, "backup.password-set", "", "", ct);
        (Key, Qr, At) = (key, QrCode.Of(key), time.Now());
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
