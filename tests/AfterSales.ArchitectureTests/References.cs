using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AfterSales.ArchitectureTests;

/// <summary>Who may reference whom: modules know the Kernel, their own Contracts, and the foreign Contracts that their README lists; Contracts know nobody.</summary>
public sealed partial class References
{
    [Fact]
    public void between_projects_follow_the_table() => House.Files("Modules", "Host", "Reporting").Where(f => f.EndsWith(".csproj", StringComparison.Ordinal))
        .SelectMany(f => Check(House.Relative(f), File.ReadAllText(f), ReadmeBeside(f))).ShouldBeNone();

    [Fact]
    public void between_compiled_modules_are_contracts_and_kernel_only() =>
        House.ModuleAssemblies.Where(a => a.GetName().Name != "aftersales").SelectMany(a => CheckCompiled(a.GetName().Name!, a.GetReferencedAssemblies().Select(r => r.Name!))).ShouldBeNone();

    [Fact]
    public void refuse_a_module_that_reaches_into_another() =>
        Check("Modules/Service/AfterSales.Service.csproj", Project("../Kernel/AfterSales.Kernel.csproj", "../Staff/AfterSales.Staff.csproj"), "").ShouldName("AfterSales.Staff");

    [Fact]
    public void refuse_contracts_that_the_readme_does_not_list() =>
        Check("Modules/Service/AfterSales.Service.csproj", Project("../Staff/Contracts/AfterSales.Staff.Contracts.csproj"), "## Contracts used\n\n- Risk\n")
            .ShouldName("uses Staff.Contracts", "lists Risk.Contracts");

    [Fact]
    public void accept_contracts_that_the_readme_lists() =>
        Check("Modules/Service/AfterSales.Service.csproj", Project("../Staff/Contracts/AfterSales.Staff.Contracts.csproj"), "## Contracts used\n\n- Staff: who may be sent\n\n## Tables\n- Risk\n").ShouldBeNone();

    [Fact]
    public void refuse_contracts_that_reference_anything()
    {
        Check("Modules/Risk/Contracts/AfterSales.Risk.Contracts.csproj", Project("../../Kernel/AfterSales.Kernel.csproj"), "").ShouldName("AfterSales.Kernel");
        Check("Modules/Risk/Contracts/AfterSales.Risk.Contracts.csproj", """<Project><ItemGroup><PackageReference Include="Quartz" /></ItemGroup></Project>""", "").ShouldName("Quartz");
    }

    [Fact]
    public void refuse_a_kernel_that_knows_a_module() =>
        Check("Modules/Kernel/AfterSales.Kernel.csproj", Project("../Service/Contracts/AfterSales.Service.Contracts.csproj"), "").ShouldName("AfterSales.Service.Contracts");

    [Fact]
    public void refuse_a_compiled_reach_into_another_module() => CheckCompiled("AfterSales.Service", ["AfterSales.Kernel", "AfterSales.Staff"]).ShouldName("AfterSales.Staff");

    static IEnumerable<string> Check(string path, string project, string readme)
    {
        var xml = XDocument.Parse(project);
        var references = xml.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))).ToList();
        var name = Path.GetFileNameWithoutExtension(path);
        if (name.EndsWith(".Contracts", StringComparison.Ordinal))
            return references.Concat(xml.Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value)).Select(r => $"{path} references {r}; Contracts reference nothing.");
        return name switch
        {
            "AfterSales.Kernel" => references.Select(r => $"{path} references {r}; the Kernel knows no module."),
            "AfterSales.Host" => [],
            "AfterSales.Reporting" => references.Where(r => r != "AfterSales.Kernel" && !r.EndsWith(".Contracts", StringComparison.Ordinal))
                .Select(r => $"{path} references {r}; Reporting knows the Kernel and Contracts."),
            _ => CheckModule(path, name, references, readme),
        };
    }

    static IEnumerable<string> CheckModule(string path, string name, List<string> references, string readme)
    {
        var foreign = references.Where(r => r != "AfterSales.Kernel" && r != name + ".Contracts").ToList();
        foreach (var reference in foreign.Where(r => !r.EndsWith(".Contracts", StringComparison.Ordinal)))
            yield return $"{path} references {reference}; a module knows others by their Contracts only.";
        var used = foreign.Where(r => r.EndsWith(".Contracts", StringComparison.Ordinal)).Select(r => r["AfterSales.".Length..^".Contracts".Length]).ToHashSet();
        var listed = ContractsUsed(readme);
        foreach (var contract in used.Except(listed)) yield return $"{path} uses {contract}.Contracts, which the module's README does not list under 'Contracts used'.";
        foreach (var contract in listed.Except(used)) yield return $"{path}: the module's README lists {contract}.Contracts under 'Contracts used', but the project does not use it.";
    }

    static IEnumerable<string> CheckCompiled(string name, IEnumerable<string> references) => references
        .Where(r => r.StartsWith("AfterSales.", StringComparison.Ordinal) && r != "AfterSales.Kernel" && !r.EndsWith(".Contracts", StringComparison.Ordinal))
        .Select(r => $"{name} was compiled against {r}; a module knows others by their Contracts only.");

    /// <summary>First words of the list items under the heading "Contracts used".</summary>
    static HashSet<string> ContractsUsed(string readme)
    {
        var section = Section().Match(readme);
        return section.Success ? [.. Item().Matches(section.Groups[1].Value).Select(m => m.Groups[1].Value)] : [];
    }

    static string ReadmeBeside(string project)
    {
        var readme = Path.Combine(Path.GetDirectoryName(project)!, "README.md");
        return File.Exists(readme) ? File.ReadAllText(readme) : "";
    }

    static string Project(params string[] references) =>
        new XElement("Project", new XElement("ItemGroup", references.Select(r => new XElement("ProjectReference", new XAttribute("Include", r))))).ToString();

    [GeneratedRegex(@"^#+ Contracts used\s*$(.*?)(?=^#|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^[-*] `?(Service|Staff|Feedback|Risk|Documents|Reporting)(?:\.Contracts)?\b", RegexOptions.Multiline)]
    private static partial Regex Item();
}
