using AfterSales.Host.Backup;
using AfterSales.Host.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Operations;

/// <summary>Hands out one backup as a file; who took it stands in the audit log before the first byte leaves.</summary>
[Permission(HostPermissions.BackupsTake)]
internal sealed class TakeBackupModel(BackupShelf shelf, IAuditLog audit) : ModulePage
{
    [BindProperty(SupportsGet = true, Name = "file")] public string? Name { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var backup = shelf.Find(Name);
        await audit.RecordAsync(Actor, "backup.taken", backup.Name, $"{backup.Bytes} bytes", ct);
        return PhysicalFile(backup.Path, "application/octet-stream", backup.Name);
    }
}
