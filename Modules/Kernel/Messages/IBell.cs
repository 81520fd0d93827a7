namespace AfterSales.Kernel.Messages;

/// <summary>Tells staff, by role, that something needs them: shown under the bell and in the role's digest.</summary>
public interface IBell
{
    /// <param name="roles">Who should know.</param>
    /// <param name="once">Key under which the same news is told only once, e.g. <c>breached:SO-2026-000123</c>.</param>
    /// <param name="textKey">Sentence to show; placeholders are filled from <paramref name="args"/> in the reader's language.</param>
    /// <param name="link">Page that shows the matter.</param>
    Task RingAsync(IReadOnlyList<string> roles, string once, string textKey, IReadOnlyList<string> args, string link, CancellationToken ct);
}
