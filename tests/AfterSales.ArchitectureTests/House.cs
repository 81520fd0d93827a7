using System.Reflection;
using AfterSales.Host.Composition;
using AfterSales.Kernel.Composition;

namespace AfterSales.ArchitectureTests;

/// <summary>The repository and its assemblies, as the rules look at them.</summary>
internal static class House
{
    public static readonly string Root = FindRoot();

    public static IReadOnlyList<IModule> Modules => AfterSalesModules.All;

    /// <summary>Assemblies of modules, Host and Reporting: they show nothing but their module class.</summary>
    public static readonly IReadOnlyList<Assembly> ModuleAssemblies =
        [.. AfterSalesModules.All.Select(m => m.GetType().Assembly).Append(Assembly.Load("AfterSales.Reporting")).Distinct()];

    /// <summary>Every assembly of ours that ships.</summary>
    public static readonly IReadOnlyList<Assembly> Assemblies =
    [
        .. ModuleAssemblies,
        .. ModuleAssemblies.SelectMany(a => a.GetReferencedAssemblies()).Where(n => n.Name!.StartsWith("AfterSales.", StringComparison.Ordinal))
            .Select(n => n.FullName).Distinct().Select(Assembly.Load).Except(ModuleAssemblies),
    ];

    /// <summary>Source files under the product's folders, tests left out, with paths relative to the root.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(params string[] extensions) =>
        Files("Modules", "Host", "Reporting").Where(f => extensions.Contains(System.IO.Path.GetExtension(f)))
            .Select(f => (Relative(f), File.ReadAllText(f)));

    public static IEnumerable<string> Files(params string[] under) => under.Select(u => System.IO.Path.Combine(Root, u)).Where(Directory.Exists)
        .SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories)).Where(f => !IsBuildOutput(Relative(f)));

    public static string Relative(string path) => System.IO.Path.GetRelativePath(Root, path).Replace('\\', '/');

    static bool IsBuildOutput(string relative) => relative.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or "node_modules");

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "AfterSales.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run inside the repository: AfterSales.sln was not found above " + AppContext.BaseDirectory);
        return folder.FullName;
    }
}

internal static class Violations
{
    /// <summary>Fails with all violations, one a line.</summary>
    public static void ShouldBeNone(this IEnumerable<string> violations)
    {
        var all = violations.ToList();
        all.ShouldBeEmpty(string.Join('\n', all));
    }

    /// <summary>A broken sample must be refused, for the reason it was broken.</summary>
    public static void ShouldName(this IEnumerable<string> violations, params string[] words)
    {
        var all = violations.ToList();
        foreach (var word in words) all.ShouldContain(v => v.Contains(word, StringComparison.Ordinal), $"nothing said '{word}' in:\n{string.Join('\n', all)}");
    }
}
