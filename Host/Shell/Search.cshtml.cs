using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Shell;

/// <summary>One box for everything: what the modules find, by kind. The box asks while somebody types; Enter shows the same as a page.</summary>
[SignedIn("Each source asks for its own permission.")]
internal sealed class SearchModel(IEnumerable<ISearchSource> sources) : ModulePage
{
    const int MostInBox = 6, MostOnPage = 25, LongestQuestion = 80;

    internal sealed record Group(string TextKey, IReadOnlyList<SearchHit> Hits);

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var typed = (Q ?? "").Trim();
        if (typed.Length > LongestQuestion) typed = typed[..LongestQuestion];
        List<Group> groups = [];
        if (typed.Length > 0)
            foreach (var source in sources.Where(s => May(s.Permission)).OrderBy(s => s.Order))
                if (await source.FindAsync(typed, User, WantsFragment ? MostInBox : MostOnPage, ct) is { Count: > 0 } hits) groups.Add(new Group(source.TextKey, hits));
        Groups = groups;
        if (WantsFragment) return Fragment("_Found", this);
        return groups is [{ Hits: [var only] }] ? LocalRedirect(only.Path) : Page();
    }
}
