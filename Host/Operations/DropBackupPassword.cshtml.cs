using AfterSales.Host.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Operations;

/// <summary>Backups are made in the clear again.</summary>
[Permission(HostPermissions.BackupsTake)]
internal sealed class DropBackupPasswordModel(Backup.BackupPassword password, IAuditLog audit) : ModulePage
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        password.Clear();
        await audit.RecordAsync(Actor, "backup.password-dropped", "", "", ct);
        return LocalRedirect("/Operations/Backups");
    }
}
