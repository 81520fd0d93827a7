using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace AfterSales.BrowserTests.Fixtures;

/// <summary>Every page that a person finds by following links, one address for each kind of page.</summary>
internal static partial class Sitemap
{
    /// <param name="opens">Which pages the browser opens; of the others only the links are read, which takes a tenth of the time.</param>
    /// <param name="look">Called with each page as it is shown.</param>
    /// <param name="unlinked">Pages that no link leads to.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(Person person, Func<string, bool> opens, Func<string, IResponse, Task> look, params string[] unlinked)
    {
        Dictionary<string, string> found = new() { ["/"] = "/" };
        Queue<string> waiting = new(["/", .. unlinked]);
        while (waiting.TryDequeue(out var path))
            foreach (var link in opens(path) ? await SeenAsync(person, path, look) : await ReadAsync(person, path))
                if (!Leaves().IsMatch(link) && found.TryAdd(KindOf(link), link)) waiting.Enqueue(link);
        return [.. found.Values.Order(StringComparer.Ordinal)];
    }

    static async Task<IEnumerable<string>> SeenAsync(Person person, string path, Func<string, IResponse, Task> look)
    {
        var answer = await person.Page.GotoAsync(path);
        if (answer is null || !IsPage(answer.Headers)) return [];
        await look(path, answer);
        return Links(await person.Page.ContentAsync(), person.Page.Url);
    }

    static async Task<IEnumerable<string>> ReadAsync(Person person, string path)
    {
        var answer = await person.Page.APIRequest.GetAsync(path);
        if (!IsPage(answer.Headers)) return [];
        answer.Status.ShouldBe(200, path);
        return Links(await answer.TextAsync(), answer.Url);
    }

    static List<string> Links(string html, string url)
    {
        var here = new Uri(url);
        using var page = new HtmlParser().ParseDocument(html);
        return [.. page.QuerySelectorAll("a[href]:not([download])").Select(a => new Uri(here, a.GetAttribute("href"))).Where(u => u.Host == here.Host && u.Port == here.Port).Select(u => u.PathAndQuery)];
    }

    static bool IsPage(Dictionary<string, string> headers) => headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal);

    /// <summary>Numbers, ids and the query are what differs between pages of one kind.</summary>
    static string KindOf(string link) => Particular().Replace(link.Split('?')[0].TrimEnd('/'), "/*");

    [GeneratedRegex(@"/(?:\d[\w-]*|[0-9a-fA-F-]{32,36}|[A-Z]{1,4}-?\d[\w-]*)(?=/|$)")]
    private static partial Regex Particular();

    /// <summary>Links that end the session or hand out a file.</summary>
    [GeneratedRegex(@"SignOut|sign-out|[Ee]xport|\.(?:xlsx|csv|pdf|png|svg|json)\b|culture=|format=")]
    private static partial Regex Leaves();
}
