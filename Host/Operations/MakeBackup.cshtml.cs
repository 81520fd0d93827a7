using AfterSales.Host.Backup;
using AfterSales.Host.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Operations;

/// <summary>Begins a backup; the page of backups shows how far it is. The end is in the audit log.</summary>
[Permission(HostPermissions.OperationsAct)]
internal sealed class MakeBackupModel(BackupWork work) : ModulePage
{
    public IActionResult OnPost()
    {
        work.Make(Actor);
        return LocalRedirect("/Operations/Backups");
    }
}
