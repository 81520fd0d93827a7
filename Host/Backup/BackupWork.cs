using AfterSales.Host.Composition;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Messages;

namespace AfterSales.Host.Backup;

/// <param name="Verifies">True for reading a backup back, false for making one.</param>
internal sealed record BackupUnderWay(bool Verifies, string Name, DateTime Since, string Who, BackupStage Stage);

/// <param name="Problem">What refused, in nobody's language yet; null when it went well.</param>
internal sealed record BackupEnded(bool Verifies, string Name, DateTime At, RuleViolation? Problem);

/// <summary>Makes and checks backups for people, beside their requests: the page can be left and found again.</summary>
internal sealed class BackupWork(BackupShelf shelf, ICompany company, IAuditLog audit, DataFolder folder, TimeProvider time, ILogger<BackupWork> log) : IAsyncDisposable
{
    readonly Lock _starting = new();
    readonly CancellationTokenSource _ending = new();
    volatile BackupUnderWay? _now;
    volatile BackupEnded? _last;
    Task _task = Task.CompletedTask;

    /// <summary>What is being done, or null.</summary>
    public BackupUnderWay? Now => _now;

    /// <summary>How the last act since the start of the server ended.</summary>
    public BackupEnded? Last => _last;

    /// <exception cref="RuleViolation">Another backup is under way.</exception>
    public void Make(Actor who) =>
        Start(new BackupUnderWay(false, BackupShelf.ManualName(company.ToLocal(time.Now())), time.Now(), who.Name, BackupStage.Copying), who, shelf.MakeAsync);

    /// <exception cref="RuleViolation">There is no such backup, or another act is under way.</exception>
    /// <param name="password">Of a backup that was made under another one than now.</param>
    public void Verify(string? name, string? password, Actor who) =>
        Start(new BackupUnderWay(true, shelf.Find(name).Name, time.Now(), who.Name, BackupStage.Checking), who, (file, tell, ct) => shelf.VerifyAsync(file, password, tell, ct));

    void Start(BackupUnderWay act, Actor who, Func<string, Action<BackupStage>, CancellationToken, Task<BackupContents>> run)
    {
        lock (_starting)
        {
            if (_now is { } other) throw new RuleViolation("Backup.UnderWay", other.Name);
            _now = act;
            _task = Task.Run(() => RunAsync(act, who, run));
        }
    }

    async Task RunAsync(BackupUnderWay act, Actor who, Func<string, Action<BackupStage>, CancellationToken, Task<BackupContents>> run)
    {
        RuleViolation? problem = null;
        try
        {
            var contents = await run(act.Name, stage => _now = act with { Stage = stage }, _ending.Token);
            await audit.RecordAsync(who, act.Verifies ? "backup.verified" : "backup.made", act.Name, $"{contents.Bytes} bytes, {contents.Rows.Values.Sum()} rows", _ending.Token);
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            return; // the server ends; what was half written is swept by the next backup
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Backup {Name} failed", act.Name);
            problem = failure as RuleViolation ?? (DiskFull.IsCauseOf(failure) ? new RuleViolation("CommandLine.DiskFull", folder.Backups, FreeSpace.In(folder.Root) / 1_000_000) : new RuleViolation("Backup.Failed", failure.Message));
            await audit.RecordAsync(who, "backup.failed", act.Name, AfterSalesModules.Texts.Of(problem), _ending.Token);
        }
        finally
        {
            _last = new BackupEnded(act.Verifies, act.Name, time.Now(), problem);
            _now = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ending.Dispose();
    }
}
