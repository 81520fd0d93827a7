using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AfterSales.BrowserTests.Fixtures;

/// <summary>Every page that a person finds by following links, one address for each kind of page.</summary>
internal static partial class Sitemap
{
    /// <param name="look">Called with each page as it is shown.</param>
    /// <param name="unlinked">Pages that no link leads to.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(Person person, Func<string, IResponse, Task>? look = null, params string[] unlinked)
    {
        Dictionary<string, string> found = new() { ["/"] = "/" };
        Queue<string> waiting = new(["/", .. unlinked]);
        while (waiting.TryDequeue(out var path))
        {
            var answer = await person.Page.GotoAsync(path);
            if (answer is null || !(answer.Headers.GetValueOrDefault("content-type") ?? "").StartsWith("text/html", StringComparison.Ordinal)) continue;
            if (look is not null) await look(path, answer);
            var links = await person.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]:not([download])')].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)");
            foreach (var link in links.Where(l => !Leaves().IsMatch(l)))
                if (found.TryAdd(KindOf(link), link)) waiting.Enqueue(link);
        }
        return [.. found.Values.Order(StringComparer.Ordinal)];
    }

    /// <summary>Numbers, ids and the query are what differs between pages of one kind.</summary>
    static string KindOf(string link) => Particular().Replace(link.Split('?')[0].TrimEnd('/'), "/*");

    [GeneratedRegex(@"/(?:\d[\w-]*|[0-9a-fA-F-]{32,36}|[A-Z]{1,4}-?\d[\w-]*)(?=/|$)")]
    private static partial Regex Particular();

    /// <summary>Links that end the session or hand out a file.</summary>
    [GeneratedRegex(@"SignOut|sign-out|[Ee]xport|\.(?:xlsx|csv|pdf|png|svg|json)\b|culture=|format=")]
    private static partial Regex Leaves();
}
