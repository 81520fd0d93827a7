namespace AfterSales.Kernel.Composition;

/// <summary>
/// What one database keeps in a way the other does not know, so that a copy of its tables leaves it out: services registered under this name run after such a
/// copy and make what is missing.
/// </summary>
public interface IAfterCopy
{
    Task RunAsync(CancellationToken ct);
}
