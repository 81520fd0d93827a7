using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using Microsoft.Data.Sqlite;

namespace AfterSales.FaultTests;

/// <summary>
/// The data lies on a small disk of its own that is filled to the last byte while people save orders, file papers, import and back up. Its watch over free space is switched off here: what is tried is the
/// disk that is full before anybody noticed.
/// </summary>
public sealed class FullDisk : IDisposable
{
    static readonly int Rounds = Figures.Of(4, 60);
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    readonly Executable _executable = new();
    readonly SmallDisk _disk = SmallDisk.Mount("96m");
    readonly ConcurrentDictionary<HttpStatusCode, int> _answers = [];
    readonly List<string> _orders = [];
    int _phone;

    public void Dispose()
    {
        _executable.End();
        _disk.Dispose();
        _executable.Dispose();
    }

    [Fact]
    public async Task says_so_goes_on_showing_and_goes_on_saving_once_there_is_space()
    {
        var data = Path.Combine(_disk.Root, "data");
        Directory.CreateDirectory(data);
        await File.WriteAllTextAsync(Path.Combine(data, "appsettings.json"), """{ "Disk": { "ReadOnlyBelow": "0" } }""", Stop);
        (await _executable.RunAsync(["demo", "--orders", "100", "--months", "6"], data: data)).ShouldSucceed();
        var (server, address) = await _executable.ServeAsync(data);
        {
            using var dispatcher = await SignInAsync(data, address, "dispatcher");
            using var clerk = await SignInAsync(data, address, "records-clerk");
            var random = new Random(28);
            var (refused, verbs) = (0, 0);
            for (var round = 0; round < Rounds; round++)
            {
                var receive = (await dispatcher.OpenAsync("/Service/Requests/Receive")).ShouldBeOk();
                var upload = (await clerk.OpenAsync("/Documents/Records/Upload")).ShouldBeOk();
                _disk.Fill(leave: round % 2 == 0 ? 0 : random.Next(400_000));
                for (var i = 0; i < 12; i++) if (!await SaveAsync(dispatcher, receive)) refused++;
                if (!await FileAsync(clerk, upload, random)) refused++;
                (await dispatcher.OpenAsync("/Service/Requests")).ShouldBeOk();
                if (_orders.Count > 0) (await dispatcher.OpenAsync("/Service/Requests/Details/" + _orders[^1])).ShouldBeOk();
                if (round % 4 == 0) verbs += await VerbsAsync(data, random);
                _disk.Empty();
                (await SaveAsync(dispatcher, receive)).ShouldBeTrue("there is space again");
                (await FileAsync(clerk, upload, random)).ShouldBeTrue("there is space again");
            }
            Executable.AskToEnd(server);
            await server.WaitForExitAsync(Stop);
            server.ExitCode.ShouldBe(0);
            refused.ShouldBeGreaterThan(0);
            Figures.Record("3 full disk", "the disk of the data filled to the last byte or nearly (watch over free space switched off), while orders are saved, papers filed, tables imported, backups made and the log written; then space again", $"{Rounds} times; {_answers.Values.Sum()} saves, {verbs} imports and backups",
                $"answers {string.Join(", ", _answers.OrderBy(a => a.Key).Select(a => $"{a.Value} x {(int)a.Key}"))}; pages went on, what was typed stayed in the form, saving went on after space was freed, none of {_orders.Count} acknowledged orders lost, check clean");
        }
        await OrdersShouldBeThereAsync(Path.Combine(data, "aftersales.db"));
        (await _executable.RunAsync(["check", "--json"], data: data)).ShouldSucceed();
    }

    /// <returns>False when it was refused, in words and with what was typed.</returns>
    async Task<bool> SaveAsync(Visitor dispatcher, Shown form)
    {
        var phone = string.Create(CultureInfo.InvariantCulture, $"131{_phone++:00000000}");
        var answer = await dispatcher.SubmitAsync(form, new() { ["Input.PublicId"] = Guid.CreateVersion7().ToString(), ["Phone"] = phone, ["Name"] = "李娜", ["Address"] = "文一路 " + phone, ["Description"] = "不出热水" });
        _answers.AddOrUpdate(answer.Status, 1, (_, n) => n + 1);
        if (answer.Status == HttpStatusCode.OK && answer.Url.AbsolutePath.Contains("/Details/", StringComparison.Ordinal))
        {
            _orders.Add(answer.Url.Segments[^1]);
            return true;
        }
        answer.Status.ShouldBe(HttpStatusCode.InsufficientStorage, answer.Text);
        answer.Document.QuerySelector("[role=alert]").ShouldNotBeNull();
        answer.Body.ShouldContain(phone);
        return false;
    }

    async Task<bool> FileAsync(Visitor clerk, Shown form, Random random)
    {
        var content = new byte[300_000];
        random.NextBytes(content);
        content[0] = 0;
        var token = form.Find("form[enctype] input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var answer = await clerk.SendAsync(() => new HttpRequestMessage(HttpMethod.Post, "/Documents/Records/Upload")
        {
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
            Content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Other"), "Input.Class" }, { new StringContent("2026-03-01"), "Input.MadeOn" }, { new ByteArrayContent(content), "Files", $"scan-{random.Next()}.bin" } },
        });
        _answers.AddOrUpdate(answer.Status, 1, (_, n) => n + 1);
        if (answer.Status == HttpStatusCode.OK) return true;
        answer.Status.ShouldBeOneOf([HttpStatusCode.InsufficientStorage, HttpStatusCode.UnprocessableEntity], answer.Text);
        answer.Document.QuerySelector("[role=alert]").ShouldNotBeNull();
        return false;
    }

    /// <summary>An import and a backup on the full disk end in words, not in the middle of a program.</summary>
    async Task<int> VerbsAsync(string data, Random random)
    {
        var table = Path.Combine(_executable.Folder, "table.csv");
        await File.WriteAllLinesAsync(table, Enumerable.Range(0, 3000).Select(i => $"FD{random.Next()}-{i},2026-03-02T08:00:00,王{i},13500{i:000000}").Prepend("order_no,received_at,customer_name,phone"), Stop);
        var import = await _executable.RunAsync(["import", "orders", table], data: data);
        var backup = await _executable.RunAsync(["backup", Path.Combine(data, "backups", "full.backup")], data: data);
        foreach (var ran in new[] { import, backup })
        {
            ran.Exit.ShouldBeOneOf([0, 1, 3], ran.Error);
            ran.Error.ShouldNotContain("   at ", Case.Sensitive, ran.Error);
            if (ran.Exit != 0) ran.Error.ShouldNotBeNullOrWhiteSpace();
        }
        backup.Exit.ShouldNotBe(0, "there was no room for it");
        Directory.EnumerateFiles(data, "full.backup*", SearchOption.AllDirectories).ShouldBeEmpty("nothing half made is left");
        return 2;
    }

    async Task OrdersShouldBeThereAsync(string database)
    {
        await using var db = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync(Stop);
        await using var command = db.CreateCommand();
        command.CommandText = "SELECT number FROM service_orders";
        HashSet<string> there = [];
        await using var reader = await command.ExecuteReaderAsync(Stop);
        while (await reader.ReadAsync(Stop)) there.Add(reader.GetString(0));
        _orders.Where(o => !there.Contains(o)).ShouldBeEmpty("orders that somebody was shown");
    }

    static async Task<Visitor> SignInAsync(string data, Uri address, string role) =>
        await Installation.SignInAsync(new Visitor(address, "en"), role, (await DemoAccounts.InAsync(data))[role]);
}
