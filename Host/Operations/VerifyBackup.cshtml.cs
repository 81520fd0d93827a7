using AfterSales.Host.Backup;
using AfterSales.Host.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Operations;

/// <summary>Begins to read a backup back; the page of backups shows what came out.</summary>
[Permission(HostPermissions.OperationsAct)]
internal sealed class VerifyBackupModel(BackupWork work) : ModulePage
{
    [BindProperty(SupportsGet = true, Name = "file")] public string? Name { get; set; }

    [BindProperty] public string? Password { get; set; }

    public IActionResult OnPost()
    {
        work.Verify(Name, string.IsNullOrWhiteSpace(Password) ? null : Password, Actor);
        return LocalRedirect("/Operations/Backups");
    }
}
