namespace AfterSales.Host.CommandLine;

/// <summary>One owner per data folder: an operating-system lock on <c>.lock</c>, gone when the process is.</summary>
internal sealed class FolderLock : IDisposable
{
    readonly FileStream _file;

    FolderLock(FileStream file) => _file = file;

    /// <returns>The lock, or null when another process owns the folder.</returns>
    public static FolderLock? TryTake(string folder)
    {
        try
        {
            return new FolderLock(new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
