using System.Text.RegularExpressions;

namespace AfterSales.ArchitectureTests;

/// <summary>Folders are named for what the company does; the top level is fixed; nothing is left half done.</summary>
public sealed partial class Folders
{
    static readonly string[] TopLevel =
    [
        "AfterSales.sln", "Modules", "Host", "Reporting", "tests", "seed-data", "Makefile", "README.md", "LICENSE", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
        ".editorconfig", ".gitattributes", "global.json", "nuget.config", "BannedSymbols.txt", ".ci", ".config", ".git", ".gitignore",
    ];
    static readonly string[] BuildOutput = ["artifacts", "data", ".vs", ".idea", ".vscode", "TestResults", "BenchmarkDotNet.Artifacts"];

    [Fact]
    public void are_named_for_a_capability() => Drawers(House.Files("Modules", "Host", "Reporting", "tests").Select(House.Relative)).ShouldBeNone();

    [Fact]
    public void at_the_top_are_fixed() =>
        Strangers(Directory.EnumerateFileSystemEntries(House.Root).Select(e => Path.GetFileName(e)!)).ShouldBeNone();

    [Fact]
    public void hold_nothing_half_done() => House.Files("Modules", "Host", "Reporting", "tests").Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" or ".js" or ".csproj" && !f.Contains("/wwwroot/lib/", StringComparison.Ordinal))
        .SelectMany(f => HalfDone(House.Relative(f), File.ReadAllText(f))).ShouldBeNone();

    [Fact]
    public void named_for_a_kind_of_class_are_refused() => Drawers(["Modules/Service/Services/Orders.cs", "Modules/Service/Requests/ServiceOrder.cs"]).ShouldBe(["Modules/Service/Services: a drawer, not a capability."]);

    [Fact]
    public void at_the_top_that_nobody_planned_are_refused() => Strangers(["Modules", "docs"]).ShouldBe(["docs does not belong at the top level."]);

    [Fact]
    public void with_something_half_done_are_refused()
    {
        HalfDone("A.cs", "// TO" + "DO later").Count().ShouldBe(1);
        HalfDone("A.cs", "throw new NotImplemented" + "Exception();").Count().ShouldBe(1);
        HalfDone("A.cs", "[Fact(Sk" + "ip = \"later\")]").Count().ShouldBe(1);
        HalfDone("A.cs", "rows.Skip(3)").ShouldBeNone();
    }

    static IEnumerable<string> Drawers(IEnumerable<string> files) => files.SelectMany(Parents).Distinct()
        .Where(d => d.Split('/')[^1] is "Services" or "Models" or "Helpers" or "Interfaces" or "Dtos" or "Utils" or "Common").Select(d => $"{d}: a drawer, not a capability.");

    static IEnumerable<string> Parents(string file)
    {
        var parts = file.Split('/');
        return Enumerable.Range(1, parts.Length - 1).Select(n => string.Join('/', parts.Take(n)));
    }

    static IEnumerable<string> Strangers(IEnumerable<string> entries) => entries.Except(TopLevel).Except(BuildOutput).Where(e => !e.EndsWith(".user", StringComparison.Ordinal)).Select(e => $"{e} does not belong at the top level.");

    static IEnumerable<string> HalfDone(string path, string source) => Unfinished().Matches(source).Select(m => $"{path}: '{m.Value}'");

    [GeneratedRegex(@"\bTO[D]O\b|\bFIX[M]E\b|\bNotImplemented[E]xception\b|\(Sk[i]p ?= ?""")]
    private static partial Regex Unfinished();
}
