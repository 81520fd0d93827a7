using System.Text.RegularExpressions;

namespace AfterSales.ArchitectureTests;

/// <summary>Browsers get of the page kit only what our pages use (<c>make page-kit</c>): a class used for the first time must not look like nothing.</summary>
public sealed partial class PageKit
{
    static readonly string Whole = Read("Host", "PageKit", "tabler.min.css"), Kept = Read("Host", "wwwroot", "lib", "tabler.min.css");

    static string Read(params string[] path) => File.ReadAllText(Path.Combine([House.Root, .. path]));

    static HashSet<string> Matches(Regex what, string text) => [.. what.Matches(text).Select(m => m.Groups[1].Value)];

    [Fact]
    public void has_every_class_that_a_page_or_a_script_names()
    {
        var used = Matches(ClassList(), string.Concat(House.Sources(".cshtml", ".js").Select(f => f.Text))).SelectMany(list => list.Split((char[])[' ', '"', '\'', '(', ')', '?', ':'])).ToHashSet();
        used.Count.ShouldBeGreaterThan(100);
        used.Where(Matches(Class(), Whole).Contains).Except(Matches(Class(), Kept)).Select(c => $"{c}: run make page-kit").ShouldBeNone();
    }

    [Fact]
    public void has_every_value_that_a_style_sheet_asks_for()
    {
        var asked = Matches(Asked(), string.Concat(House.Sources(".css").Where(f => !f.Path.EndsWith("tabler.min.css", StringComparison.Ordinal)).Select(f => f.Text)));
        asked.Count.ShouldBeGreaterThan(5);
        asked.Where(Matches(Given(), Whole).Contains).Except(Matches(Given(), Kept)).Select(v => $"{v}: run make page-kit").ShouldBeNone();
    }

    [Fact]
    public void is_a_small_part_of_the_whole() => (Kept.Length * 5).ShouldBeLessThan(Whole.Length);

    [GeneratedRegex("""class(?:Name)?\s*=\s*"((?:[^"@]|@\([^)]*\)|@)*)""")]
    private static partial Regex ClassList();

    [GeneratedRegex(@"\.(-?[A-Za-z_][\w-]*)")]
    private static partial Regex Class();

    [GeneratedRegex(@"var\((--[\w-]+)")]
    private static partial Regex Asked();

    [GeneratedRegex(@"(--[\w-]+):")]
    private static partial Regex Given();
}
