namespace AfterSales.Kernel.Jobs;

/// <summary>
/// Whoever opens a page while the server starts gets it before the jobs and messages that came due meanwhile take the processor. Nobody has to come:
/// after three seconds they begin all the same.
/// </summary>
public sealed class FirstAnswer
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    readonly TaskCompletionSource _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A request has been answered.</summary>
    public void Given() => _given.TrySetResult();

    /// <summary>Waits until a request has been answered, three seconds at most, by the real clock: it is about people who wait.</summary>
    /// <exception cref="OperationCanceledException">The server ends.</exception>
    public async Task WaitAsync(CancellationToken ct)
    {
        try
        {
            await _given.Task.WaitAsync(Longest, ct);
        }
        catch (TimeoutException)
        {
            Given(); // the next job need not wait again
        }
    }
}
