namespace AfterSales.Kernel.Composition;

/// <summary>
/// What must be done over again once an older state is back: services registered under this name run, each in the same scope, after a restored database was
/// brought to this version and before anybody works on it. An exception refuses the whole restore.
/// </summary>
public interface IAfterRestore
{
    Task RunAsync(RestoredBackup from, CancellationToken ct);
}

/// <param name="Path">The backup file; whatever is kept beside backups lies in its folder.</param>
/// <param name="CreatedAt">The moment of the backup, UTC.</param>
/// <param name="Version">Version of the product that wrote it.</param>
public sealed record RestoredBackup(string Path, DateTime CreatedAt, string Version);
