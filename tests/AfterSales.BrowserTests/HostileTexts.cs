using AfterSales.BrowserTests.Fixtures;
using AfterSales.Host.Composition;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AfterSales.BrowserTests;

/// <summary>
/// Every text that people or imports have written into the company is exchanged for one that tries to become markup or script, whatever form it came
/// through; then the pages are opened in Chromium: nothing runs, no dialog opens, the content policy has nothing to refuse, and the texts are shown as typed.
/// </summary>
public sealed class HostileTexts(Chromium chromium) : IAsyncLifetime
{
    static readonly bool Full = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1";

    /// <summary>A third of the pages; every one in <c>make test-full</c>.</summary>
    static bool IsOpened(string path) => Full || path.Split('?')[0].Sum(c => c) % 3 == 0;

    static readonly string[] Payloads =
    [
        "<script>window.ran=1</script>", "\"><img src=x onerror=window.ran=2>", "'><svg onload=window.ran=3>", "javascript:window.ran=4", "</textarea></title></script><script>window.ran=5</script>",
        "{{constructor.constructor('window.ran=6')()}}${window.ran=6}", "\" autofocus onfocus=window.ran=7 x=\"", "<iframe srcdoc='<script>parent.ran=8</script>'></iframe>", "=HYPERLINK(\"javascript:window.ran=9\")",
        "<a href=\"javascript:window.ran=10\" id=trap>х</a>", "\u202Egnp.exe\u202C аdmin <b>bold</b>", "<style>*{display:none}</style>", "<div hx-get=/SignOut hx-trigger=load></div>", "<base href=//evil.example/>", "<!--", "]]><x onclick=window.ran=11>",
    ];

    readonly Executable _executable = new();
    System.Diagnostics.Process? _server;
    Uri _address = null!;
    string _password = "";

    public async ValueTask InitializeAsync()
    {
        (await _executable.RunAsync(["demo", "--orders", "60", "--months", "6", "--seed", "7"])).ShouldSucceed();
        _password = (await DemoAccounts.InAsync(_executable.Data))[Roles.Administrator];
        (await PoisonAsync()).ShouldBeGreaterThan(100);
        (_server, _address) = await _executable.ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop.AsyncOf(_server);
        _executable.Dispose();
    }

    [Fact]
    public async Task stay_texts_on_every_page()
    {
        await using var person = await chromium.PersonAsync(_address, new Eyes(), Roles.Administrator, _password);
        List<string> wrong = [];
        var shown = 0;
        person.Page.Dialog += async (_, dialog) =>
        {
            wrong.Add($"{person.Page.Url}: a dialog says {dialog.Message}");
            await dialog.DismissAsync();
        };
        await person.Page.AddInitScriptAsync("window.refused = []; document.addEventListener('securitypolicyviolation', e => window.refused.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));");
        var pages = await Sitemap.OfAsync(person, IsOpened, async (path, answer) =>
        {
            if (answer.Status >= 500) wrong.Add($"{path}: {answer.Status} {Log()}");
            await person.Page.WaitForLoadStateAsync(LoadState.Load);
            var seen = await person.Page.EvaluateAsync<string?>("""
                () => window.ran !== undefined ? `script ${window.ran} ran` : window.refused.length ? `refused ${window.refused.join('; ')}`
                    : document.querySelector('#trap, a[href^="javascript:" i], iframe, base, main img[src="x"], [onerror], [onload], [onfocus], [onclick], main style, main script:not([src])') ? 'a text became markup' : null
                """);
            if (seen is not null) wrong.Add($"{path}: {seen}");
            if (await person.Page.EvaluateAsync<bool>("() => document.body.innerText.includes('window.ran=') || [...document.querySelectorAll('input, textarea')].some(i => i.value.includes('window.ran='))")) shown++;
        });
        wrong.AddRange(person.Complaints);
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        pages.Count.ShouldBeGreaterThan(150);
        shown.ShouldBeGreaterThan(Full ? 40 : 12, "the texts must be on the pages, as typed");
    }

    /// <summary>What the server says about the last thing that went wrong.</summary>
    string Log() => string.Join(" | ", Directory.GetFiles(Path.Combine(_executable.Data, "logs"), "*.log").SelectMany(File.ReadLines).Where(l => l.Contains("Exception", StringComparison.Ordinal) || l.Contains("at AfterSales.", StringComparison.Ordinal)).TakeLast(12));

    /// <summary>Columns that hold words of people: something in them is no code, no number, no address and no list.</summary>
    async Task<int> PoisonAsync()
    {
        var columns = 0;
        await using (var services = AfterSalesHost.BuildServices(new DataFolder(_executable.Data)))
        {
            await using var scope = services.CreateAsyncScope();
            foreach (var module in scope.ServiceProvider.GetServices<ModuleDatabase>())
            {
                var context = module.Open(scope.ServiceProvider);
                var sql = context.GetService<ISqlGenerationHelper>();
                foreach (var type in context.Model.GetEntityTypes().Where(t => t.GetTableName() is not null && t.FindPrimaryKey()?.Properties is [{ ClrType: var key }] && key == typeof(long)))
                    foreach (var property in type.GetProperties().Where(p => p.ClrType == typeof(string) && p.GetValueConverter() is null && !p.IsKey() && !p.IsForeignKey() && !p.GetContainingIndexes().Any(i => i.IsUnique)))
                    {
                        var (table, column) = (sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema()), sql.DelimitIdentifier(property.GetColumnName()));
                        var question = $"SELECT {column} AS \"Value\" FROM {table} WHERE {column} IS NOT NULL AND {column} <> '' LIMIT 200"; // all names are the model's own
                        var there = await context.Database.SqlQueryRaw<string>(question).ToListAsync();
                        if (!there.Exists(IsProse) || there.Exists(IsStructured)) continue;
                        var exchange = $"UPDATE {table} SET {column} = {{0}} WHERE {column} IS NOT NULL AND {column} <> '' AND ({sql.DelimitIdentifier(type.FindPrimaryKey()!.Properties[0].GetColumnName())} + {columns}) % {Payloads.Length} = {{1}}";
                        for (var i = 0; i < Payloads.Length; i++) await context.Database.ExecuteSqlRawAsync(exchange, Payloads[i], i);
                        columns++;
                    }
            }
        }
        SqliteConnection.ClearAllPools();
        return columns;
    }

    static bool IsProse(string text) => text.Any(c => c is ' ' or (>= '\u4e00' and <= '\u9fff'));

    static bool IsStructured(string text) => Guid.TryParse(text.Split(' ')[0], out _) || text[0] is '{' or '[' or '/' or '<' || text.Contains('\u001f', StringComparison.Ordinal) || text.StartsWith("http", StringComparison.Ordinal);
}
