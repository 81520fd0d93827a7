using System.Globalization;
using AfterSales.Host.CommandLine;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.IntegrationTests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>A wrong setting stops the start: exit code 3 and one sentence that names the key.</summary>
[OnOneDatabase]
public sealed class StartingTheServer : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("aftersales-start-").FullName;

    public StartingTheServer() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("{ \"Database\": ", "appsettings.json")]
    [InlineData("[1, 2]", "appsettings.json")]
    [InlineData("""{ "Database": { "Provider": "oracle" } }""", "Database:Provider")]
    [InlineData("""{ "Databse": { "Provider": "sqlite" } }""", "Databse:Provider")]
    [InlineData("""{ "Http": { "Alow": true } }""", "Http:Alow")]
    [InlineData("""{ "Http": { "Allow": "perhaps" } }""", "Http:Allow")]
    [InlineData("""{ "PublicUrl": "service dot example" }""", "PublicUrl")]
    [InlineData("""{ "Database": { "Provider": "postgres" } }""", "ConnectionStrings:Default")]
    [InlineData("""{ "Database": { "Provider": "postgres" }, "ConnectionStrings": { "Default": "Hosst=localhost" } }""", "ConnectionStrings:Default")]
    [InlineData("""{ "Database": { "Provider": "postgres" }, "ConnectionStrings": { "Default": "Database=x" } }""", "ConnectionStrings:Default")]
    [InlineData("""{ "Database": { "Provider": "postgres" }, "ConnectionStrings": { "Default": "Host=127.0.0.1;Port=1;Username=nobody;Timeout=3" } }""", "ConnectionStrings:Default")]
    [InlineData("""{ "Disk": { "ReadOnlyBelow": "much" } }""", "Disk:ReadOnlyBelow")]
    [InlineData("""{ "Logs": { "Days": 0 } }""", "Logs:Days")]
    [InlineData("""{ "Logs": { "TotalMegabytes": "all" } }""", "Logs:TotalMegabytes")]
    [InlineData("""{ "Logs": { "Level": "Loud" } }""", "Logs:Level")]
    [InlineData("""{ "Http": { "Proxies": "10.0.0.2;the-proxy" } }""", "Http:Proxies")]
    public async Task with_a_wrong_setting_is_refused(string settings, string key)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), settings, TestContext.Current.CancellationToken);
        (await ServeAsync("http://127.0.0.1:0", _folder)).ShouldContain(key);
    }

    [Theory]
    [InlineData("nonsense", "--urls")]
    [InlineData("ftp://127.0.0.1:21", "--urls")]
    [InlineData("http://127.0.0.1:99999", "--urls")]
    [InlineData("http://example.com:80", "--urls")]
    [InlineData("http://0.0.0.0:5099", "Http:Allow")]
    public async Task on_a_wrong_address_is_refused(string url, string key) => (await ServeAsync(url, _folder)).ShouldContain(key);

    [Fact]
    public async Task with_a_certificate_that_is_none_is_refused()
    {
        var file = Path.Combine(_folder, "not-a.pfx");
        await File.WriteAllTextAsync(file, "no certificate", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), $$"""{ "Https": { "Certificate": "{{file}}", "Password": "x" } }""", TestContext.Current.CancellationToken);
        (await ServeAsync("https://127.0.0.1:0", _folder)).ShouldContain("Https:Certificate");
    }

    [Theory]
    [InlineData("a-file")]
    [InlineData("a-file/below")]
    [InlineData("/proc/aftersales")]
    public async Task in_a_folder_that_cannot_be_used_is_refused(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "a-file"), "", TestContext.Current.CancellationToken);
        (await ServeAsync("http://127.0.0.1:0", Path.Combine(_folder, folder))).ShouldContain("--data");
    }

    [Fact]
    public async Task leaves_a_file_that_nobody_believes_once_its_server_was_killed()
    {
        if (TestDatabase.IsPostgres) return; // nothing here depends on the database
        using var executable = new Executable();
        Directory.CreateDirectory(executable.Data);
        await File.WriteAllTextAsync(Path.Combine(executable.Data, "serve.json"), """{"Port":1,"Key":"AA","ProcessId":1}""", TestContext.Current.CancellationToken);
        (await executable.RunAsync(["user", "list", "--json"])).ShouldSucceed();
        File.Exists(Path.Combine(executable.Data, "serve.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task goes_on_without_a_log_where_none_can_be_written()
    {
        if (TestDatabase.IsPostgres) return; // nothing here depends on the database
        await File.WriteAllTextAsync(Path.Combine(_folder, "logs"), "a file where the folder should be", TestContext.Current.CancellationToken);
        await using var app = AfterSalesHost.BuildWeb(new(_folder), "http://127.0.0.1:0", "key");
        await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var visitor = new Visitor(new Uri(app.Services.GetRequiredService<ControlAddress>().PublicAddresses[0]), "en");
        (await visitor.OpenAsync("/health/ready")).ShouldBeOk();
        (await visitor.OpenAsync("/Error/404")).ShouldBeOk();
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task on_a_disk_without_any_space_is_refused_with_one_sentence()
    {
        if (TestDatabase.IsPostgres) return; // nothing here depends on the database
        using var disk = SmallDisk.Mount("400k");
        (await ServeAsync("http://127.0.0.1:0", Path.Combine(disk.Root, "data"))).ShouldContain("nearly full");
    }

    static async Task<string> ServeAsync(string urls, string data)
    {
        using StringWriter output = new(), error = new();
        var exit = await Verbs.InvokeAsync(RootVerbs.Build(AfterSalesModules.All, (_, _, _) => { }, ServeVerb.Command()), ["serve", "--data", data, "--urls", urls], output, error, CancellationToken.None);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        exit.ShouldBe(3, error.ToString());
        error.ToString().Trim().Split('\n').Length.ShouldBe(1, error.ToString());
        return error.ToString();
    }
}
