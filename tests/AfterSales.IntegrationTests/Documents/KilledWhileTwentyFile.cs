using System.Collections.Concurrent;
using System.Globalization;
using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Documents;

/// <summary>The server is killed again and again while twenty browsers file papers of one class and year at once: every code that somebody was shown is there, none twice, none missing.</summary>
[OnOneDatabase]
public sealed class KilledWhileTwentyFile(Installation installation) : IClassFixture<Installation>
{
    const int Writers = 20;
    const string Name = "filer", Password = "correct horse battery 42";

    static int Kills => Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 50 : TestDatabase.IsPostgres ? 2 : 5;
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    readonly ConcurrentBag<string> _shown = [];

    [Fact]
    public async Task keeps_every_code_that_was_shown_and_leaves_no_gap()
    {
        (await installation.RunAsync(["user", "add", Name, "--role", Roles.RecordsClerk, "--password-stdin"], Password)).ShouldSucceed();
        await installation.StopAsync();
        var random = new Random(Kills);
        for (var kill = 1; kill <= Kills; kill++) await ServeAndKillAsync(kill, random.Next(1, 60));

        await installation.StartAsync();
        (await installation.RunAsync(["check", "--json"])).ShouldSucceed();
        var codes = await installation.WithAsync<DocumentsDbContext, List<string>>(db => db.Set<Document>().Where(d => d.Class == RecordClass.Brand && d.Code != null).OrderBy(d => d.Code).Select(d => d.Code!).ToListAsync(Stop));
        codes.ShouldBe(Enumerable.Range(1, codes.Count).Select(n => string.Create(CultureInfo.InvariantCulture, $"BR-2024-{n:000000}")));
        _shown.Except(codes).ShouldBeEmpty("somebody was shown a code that is gone");
        _shown.Count.ShouldBeGreaterThan(Kills);
    }

    /// <summary>Killed as soon as so many codes were shown, whatever the others are doing then.</summary>
    async Task ServeAndKillAsync(int kill, int after)
    {
        using var executable = new Executable();
        using var server = executable.Start("serve", "--data", installation.Folder.Root, "--urls", "http://127.0.0.1:0");
        _ = server.StandardError.ReadToEndAsync(Stop);
        Uri? address = null;
        while (address is null && await server.StandardOutput.ReadLineAsync(Stop) is { } line)
            if (line.IndexOf("http://", StringComparison.Ordinal) is var at and >= 0) address = new Uri(line[at..].Split(' ', ',')[0].TrimEnd('.', '。'));
        address.ShouldNotBeNull();
        _ = server.StandardOutput.ReadToEndAsync(Stop);
        using var clerk = await Installation.SignInAsync(new Visitor(address, "en"), Name, Password);
        var token = (await clerk.OpenAsync("/Documents/Records/Upload")).Find("form[enctype] input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var enough = _shown.Count + after;
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; ; i++) await FileAsync(clerk, token, $"厂家通知 {kill}-{writer}-{i}");
        }, Stop)).ToList();
        while (_shown.Count < enough && writers.Exists(w => !w.IsCompleted)) await Task.Delay(2, Stop);
        server.Kill();
        await server.WaitForExitAsync(Stop);
        foreach (var writer in writers)
            try { await writer; }
            catch (Exception gone) when (gone is HttpRequestException or IOException or System.Net.Sockets.SocketException) { } // the server is; any other answer than the code is a failure
    }

    async Task FileAsync(Visitor clerk, string token, string title)
    {
        var classify = await clerk.SendAsync(() => new HttpRequestMessage(HttpMethod.Post, "/Documents/Records/Upload")
        {
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
            Content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Brand"), "Input.Class" }, { new StringContent("2024-05-01"), "Input.MadeOn" }, { new StringContent(title), "Files", title + ".txt" } },
        });
        var filed = (await clerk.SubmitAsync(classify.ShouldBeOk(), [], with: "button[value=file]")).ShouldBeOk();
        _shown.Add(filed.Find(".page-head span").TextContent);
    }
}
