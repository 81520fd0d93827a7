using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>An installation that serves a demo company, with secrets in its settings.</summary>
public sealed class WithACompany : Installation
{
    public const string Secret = "s3cret-of-the-settings-0042";

    protected override bool SetsUp => false;

    protected override async Task ConfigureAsync()
    {
        await SmallCompany.CopyToAsync(Folder);
        var settings = File.Exists(Folder.In("appsettings.json")) ? JsonSerializer.Deserialize<Dictionary<string, object>>(await File.ReadAllTextAsync(Folder.In("appsettings.json")))! : [];
        settings["Metrics"] = new { Token = Secret };
        settings["Smtp"] = new { Host = "mail.of-the-company.example", User = "wang", Password = Secret };
        settings["Disk"] = new { ReadOnlyBelow = 7 };
        await File.WriteAllTextAsync(Folder.In("appsettings.json"), JsonSerializer.Serialize(settings));
    }
}

/// <summary>The bundle tells how the installation is, and nothing of anybody.</summary>
[OnOneDatabase]
public sealed partial class TakingTheSupportBundle(WithACompany company) : IClassFixture<WithACompany>
{
    /// <summary>Columns with what belongs to somebody: of every table, by the words in their names.</summary>
    static readonly string[] Personal = ["name", "phone", "address", "serial", "email", "mail", "token", "hash", "password", "account", "actor", "contact", "wechat", "licence_plate", "sha256", "title", "note", "description", "comment", "text", "payload"];

    /// <summary>Tables of the machinery: their names are those of jobs, events and handlers.</summary>
    static readonly string[] Machinery = ["job_runs", "outbox", "handled_messages", "number_series", "migrations"];

    [Fact]
    public async Task tells_figures_and_no_name_phone_address_serial_or_secret()
    {
        await MakeSomeNoiseAsync();
        var file = Path.Combine(company.Folder.Root, "support.zip");
        (await company.RunAsync(["support-bundle", file, "--json"])).ShouldSucceed();
        var entries = Entries(await File.ReadAllBytesAsync(file));

        entries.Keys.Where(k => !k.StartsWith("logs/")).ShouldBe(["product.json", "settings.json", "vital-signs.json", "disk.json", "rows.json", "jobs.json", "parked.json", "check.json"], ignoreOrder: true);
        entries.Keys.ShouldContain(k => k.StartsWith("logs/anonymous-"));
        var rows = JsonDocument.Parse(entries["rows.json"]).RootElement;
        rows.GetProperty(TestDatabase.IsPostgres ? "service.orders" : "service_orders").GetInt64().ShouldBeGreaterThanOrEqualTo(300);
        var settings = JsonDocument.Parse(entries["settings.json"]).RootElement;
        (settings.GetProperty("Smtp:Password").GetString(), settings.GetProperty("Disk:ReadOnlyBelow").GetString()).ShouldBe(("(set)", "7"));
        JsonDocument.Parse(entries["check.json"]).RootElement.EnumerateArray().ShouldAllBe(c => c.GetProperty("ok").GetBoolean());
        entries.Single(e => e.Key.StartsWith("logs/")).Value.ShouldContain("{Status} for {Method} {Path}"); // the sentence without its values

        var values = await PersonalValuesAsync();
        values.Count.ShouldBeGreaterThan(1000);
        foreach (var (name, text) in entries)
        {
            Chinese().IsMatch(text).ShouldBeFalse($"{name} holds words of people: {Chinese().Match(text).Value}");
            values.FirstOrDefault(v => text.Contains(v, StringComparison.OrdinalIgnoreCase)).ShouldBeNull($"in {name}");
        }
    }

    [Fact]
    public async Task is_handed_out_by_the_page_to_those_who_may_act_and_noted()
    {
        (await company.RunAsync(["user", "add", "support-owner", "--role", Roles.Administrator, "--password-stdin"], "correct horse battery 42")).ShouldSucceed();
        using var owner = await company.SignInAsync("support-owner", "correct horse battery 42");
        var form = (await owner.OpenAsync("/Operations/TakeSupportBundle")).ShouldBeOk();
        var taken = await owner.SubmitAsync(form, new() { ["WithCheck"] = null }, with: "#main button");
        taken.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        (await owner.OpenAsync("/Settings/Audit")).Texts("tbody tr").ShouldContain(r => r.Contains("support.taken", StringComparison.Ordinal));
        (await company.RunAsync(["user", "add", "support-manager", "--role", Roles.Manager, "--password-stdin"], "correct horse battery 42")).ShouldSucceed();
        using var manager = await company.SignInAsync("support-manager", "correct horse battery 42");
        (await manager.OpenAsync("/Operations/TakeSupportBundle")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Refusals and failures that carry names into the owner's log.</summary>
    async Task MakeSomeNoiseAsync()
    {
        using var somebody = company.Anonymous();
        (await somebody.OpenAsync("/Service/Requests/Details/王小明-13800138000")).ShouldNotBeNull();
        await somebody.OpenAsync("/t/AAAAAAAAAAAAAAAAAAAAAA");
        await somebody.SubmitAsync("/SignIn", new() { ["Input.UserName"] = "王小明", ["Input.Password"] = "wrong password" }, with: "input[type=password]");
    }

    async Task<HashSet<string>> PersonalValuesAsync()
    {
        HashSet<string> values = [WithACompany.Secret, "mail.of-the-company.example", "王小明"];
        await using var scope = company.Services.CreateAsyncScope();
        foreach (var context in company.Services.GetServices<ModuleDatabase>().Select(m => m.Open(scope.ServiceProvider)))
            foreach (var entity in context.Model.GetEntityTypes().Where(e => e.GetTableName() is { } table && !Machinery.Any(m => table.EndsWith(m, StringComparison.Ordinal))))
                foreach (var column in entity.GetProperties().Where(p => p.ClrType == typeof(string)).Select(p => p.GetColumnName()).Where(c => Personal.Any(c.Contains)))
                    values.UnionWith((await context.Database.SqlQueryRaw<string>(Values((entity.GetSchema() is { } schema ? schema + "." : "") + entity.GetTableName(), column)).ToListAsync())
                        .Where(v => v.Length >= 6 && v.Any(c => c > 127 || char.IsAsciiDigit(c) || c is '@' or '.')));
        return values;
    }

    static string Values(string table, string column) => $"SELECT DISTINCT \"{column}\" AS \"Value\" FROM {table} WHERE \"{column}\" IS NOT NULL";

    static Dictionary<string, string> Entries(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var reader = new StreamReader(e.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        });
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex Chinese();
}
