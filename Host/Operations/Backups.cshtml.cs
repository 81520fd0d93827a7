using AfterSales.Host.Backup;
using AfterSales.Host.Composition;
using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Operations;

/// <summary>The shelf of backups, and what is being done with it.</summary>
[Permission(HostPermissions.Operations)]
internal sealed class BackupsModel(BackupShelf shelf, BackupWork work, BackupPassword password) : ModulePage
{
    public IReadOnlyList<ShelvedBackup> Backups { get; private set; } = [];
    public BackupUnderWay? UnderWay { get; private set; }
    public BackupEnded? Last { get; private set; }
    public bool IsEncrypted => password.IsSet;
    public bool MayAct => May(HostPermissions.OperationsAct);
    public bool MayTake => May(HostPermissions.BackupsTake);

    public void OnGet() => (UnderWay, Last, Backups) = (work.Now, work.Last, shelf.List());
}
