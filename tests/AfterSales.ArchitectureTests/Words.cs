using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AfterSales.ArchitectureTests;

/// <summary>Every sentence exists in both languages, with the same placeholders, once in the product; every key that code names exists.</summary>
public sealed partial class Words
{
    [Fact]
    public void exist_in_both_languages() => Pairs().SelectMany(p => Unequal(p.Name, p.English, p.Chinese)).ShouldBeNone();

    [Fact]
    public void have_keys_that_are_unique_in_the_product() => Twice(Pairs().Select(p => (p.Name, (IEnumerable<string>)p.English.Keys))).ShouldBeNone();

    [Fact]
    public void that_code_names_exist()
    {
        var known = KnownKeys();
        House.Sources(".cs", ".cshtml").SelectMany(f => Missing(f.Path, f.Text, known)).ShouldBeNone();
    }

    [Fact]
    public void for_an_enum_cover_all_its_members() => Uncovered(House.Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum), KnownKeys()).ShouldBeNone();

    [Fact]
    public void in_one_language_only_are_refused() =>
        Unequal("Sample", new() { ["A.B"] = "Close {0}", ["A.C"] = "Only English", ["A.D"] = "打开", ["A.E"] = "Same words here" }, new() { ["A.B"] = "关闭{1}", ["A.F"] = "只有中文", ["A.D"] = "打开", ["A.E"] = "Same words here" })
            .ShouldName("A.C is missing in Chinese", "A.F is missing in English", "A.B: placeholders differ", "A.D is not English", "A.E is not translated");

    [Fact]
    public void in_two_places_are_refused() => Twice([("One", ["A.B"]), ("Two", ["A.B", "A.C"])]).ShouldBe(["A.B is in One and Two."]);

    [Fact]
    public void that_do_not_exist_are_refused() => Missing("X.cs", """
        var a = T["Sample.Absent"]; var b = text["Sample.There"]; throw new RuleViolation("Sample.Gone", 1);
        var c = T[$"Sample.{x}"];
        """, ["Sample.There"]).ShouldBe(["X.cs: there is no text 'Sample.Absent'.", "X.cs: there is no text 'Sample.Gone'."]);

    [Fact]
    public void for_half_an_enum_are_refused() => Uncovered([typeof(DayOfWeek)], ["DayOfWeek.Monday"]).Count().ShouldBe(6);

    static IEnumerable<string> Unequal(string name, Dictionary<string, string> english, Dictionary<string, string> chinese) =>
    [
        .. english.Keys.Except(chinese.Keys).Select(k => $"{name}: {k} is missing in Chinese."),
        .. chinese.Keys.Except(english.Keys).Select(k => $"{name}: {k} is missing in English."),
        .. english.Keys.Intersect(chinese.Keys).Where(k => !Placeholders(english[k]).SetEquals(Placeholders(chinese[k]))).Select(k => $"{name}: {k}: placeholders differ."),
        .. english.Where(e => HasChinese(e.Value)).Select(e => $"{name}: {e.Key} is not English: {e.Value}"),
        .. chinese.Where(c => !HasChinese(c.Value) && TwoWords().IsMatch(c.Value)).Select(c => $"{name}: {c.Key} is not translated: {c.Value}"),
        .. english.Where(e => string.IsNullOrWhiteSpace(e.Value)).Concat(chinese.Where(c => string.IsNullOrWhiteSpace(c.Value))).Select(e => $"{name}: {e.Key} is empty."),
    ];

    static IEnumerable<string> Twice(IEnumerable<(string Name, IEnumerable<string> Keys)> resources) => resources.SelectMany(r => r.Keys.Select(k => (r.Name, Key: k)))
        .GroupBy(k => k.Key).Where(g => g.Count() > 1).Select(g => $"{g.Key} is in {string.Join(" and ", g.Select(k => k.Name))}.");

    static IEnumerable<string> Missing(string path, string source, HashSet<string> known) =>
        KeyInCode().Matches(source).Select(m => m.Groups[1].Value).Where(k => !known.Contains(k)).Distinct().Select(k => $"{path}: there is no text '{k}'.");

    static IEnumerable<string> Uncovered(IEnumerable<Type> enums, HashSet<string> known) =>
        from type in enums
        let members = Enum.GetNames(type)
        where members.Any(m => known.Contains($"{type.Name}.{m}"))
        from member in members
        where !known.Contains($"{type.Name}.{member}")
        select $"{type.FullName}: there is no text '{type.Name}.{member}'.";

    static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Groups[1].Value)];

    internal static bool HasChinese(string text) => text.Any(c => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or >= '\u3001' and <= '\u303f');

    static HashSet<string> KnownKeys() => [.. Pairs().SelectMany(p => p.English.Keys)];

    static IEnumerable<(string Name, Dictionary<string, string> English, Dictionary<string, string> Chinese)> Pairs()
    {
        foreach (var english in House.Files("Modules", "Host", "Reporting").Where(f => f.EndsWith(".resx", StringComparison.Ordinal) && !f.EndsWith(".zh-CN.resx", StringComparison.Ordinal)))
        {
            var chinese = Path.ChangeExtension(english, ".zh-CN.resx");
            yield return (House.Relative(english), Read(english), File.Exists(chinese) ? Read(chinese) : []);
        }
    }

    static Dictionary<string, string> Read(string path) =>
        XDocument.Load(path).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    [GeneratedRegex(@"\{(\d+)(?:[,:][^}]*)?\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b[a-z]{3,} [a-z]{3,}\b")]
    private static partial Regex TwoWords();

    [GeneratedRegex("""(?:\b(?:T|[Tt]exts?|_text)\[|\bnew RuleViolation\(|\bTexts\.Of\()"([A-Z][A-Za-z0-9]*(?:\.[A-Za-z0-9_-]+)+)"[\],)]""")]
    private static partial Regex KeyInCode();
}
