using System.Globalization;
using AfterSales.IntegrationTests.Fixtures;
using Microsoft.Data.Sqlite;

namespace AfterSales.IntegrationTests.Documents;

/// <summary>The process is killed in the middle of taking a folder over, again and again: numbers have no gap and no double, nothing is half filed, nothing is filed twice.</summary>
[OnOneDatabase]
public sealed class KilledWhileFiling : IDisposable
{
    readonly Executable _executable = new();

    static int Kills => Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") is { Length: > 0 } ? 50 : 2;
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _executable.Dispose();

    [Fact]
    public async Task leaves_numbers_without_gap_or_double()
    {
        var rows = Kills * 40;
        var folder = Directory.CreateDirectory(Path.Combine(_executable.Folder, "papers")).FullName;
        for (var i = 1; i <= rows; i++) await File.WriteAllTextAsync(Path.Combine(folder, $"{i}.txt"), $"资料 {i}", Stop);
        var table = Path.Combine(folder, "papers.csv");
        await File.WriteAllLinesAsync(table, ["file,title,class,made_on,room", .. Enumerable.Range(1, rows).Select(i => $"{i}.txt,资料 {i},other,2026-03-01,档案室")], Stop);

        for (var kill = 1; kill <= Kills; kill++) await KillAfterAsync(table, kill * 36);
        (await _executable.RunAsync(["import", "documents", table])).ShouldSucceed();

        (await _executable.RunAsync(["check", "--json"])).ShouldSucceed();
        (await CodesAsync()).ShouldBe(Enumerable.Range(1, rows).Select(n => string.Create(CultureInfo.InvariantCulture, $"OT-2026-{n:000000}")));
        var again = (await _executable.RunAsync(["import", "documents", table, "--json"])).ShouldSucceed().Json;
        (again.GetProperty("accepted").GetInt32(), again.GetProperty("unchanged").GetInt32()).ShouldBe((0, rows));
    }

    /// <summary>Kills it as soon as so many files were taken, wherever it is then.</summary>
    async Task KillAfterAsync(string table, int files)
    {
        using var process = _executable.Start("import", "documents", table, "--data", _executable.Data);
        _ = process.StandardOutput.ReadToEndAsync(Stop);
        _ = process.StandardError.ReadToEndAsync(Stop);
        while (!process.HasExited && Stored() < files) await Task.Delay(5, Stop);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(Stop);
    }

    int Stored() => Directory.Exists(Path.Combine(_executable.Data, "files")) ? Directory.EnumerateFiles(Path.Combine(_executable.Data, "files"), "*", SearchOption.AllDirectories).Count() : 0;

    async Task<List<string>> CodesAsync()
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(_executable.Data, "aftersales.db")};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync(Stop);
        await using var read = db.CreateCommand();
        read.CommandText = "SELECT code FROM documents_records ORDER BY code";
        List<string> codes = [];
        await using var rows = await read.ExecuteReaderAsync(Stop);
        while (await rows.ReadAsync(Stop)) codes.Add(rows.GetString(0));
        return codes;
    }
}
