using System.Text.Json;
using AfterSales.Host.Operations;

namespace AfterSales.ArchitectureTests;

/// <summary>Everything of others that ships is in the bill of materials, under a licence that lets a company use it.</summary>
public sealed class PartsOfOthers
{
    /// <summary>Licences that leave a company free to use and to sell what contains the part, by SPDX.</summary>
    static readonly string[] Allowed = ["MIT", "Apache-2.0", "PostgreSQL", "MS-PL OR Apache-2.0", "0BSD", "ISC", "BSD-2-Clause", "BSD-3-Clause", "OFL-1.1"];

    static readonly List<JsonElement> Components = [.. JsonDocument.Parse(BillOfMaterials.Json()).RootElement.GetProperty("components").EnumerateArray()];

    [Fact]
    public void are_all_in_the_bill_of_materials() => Missing(Locked(), Components.Select(c => c.GetProperty("purl").GetString()!)).ShouldBeNone();

    [Fact]
    public void have_a_licence_that_lets_a_company_use_them() => Components.SelectMany(c => Refused(c.GetProperty("name").GetString()!, LicenceOf(c))).ShouldBeNone();

    [Fact]
    public void are_told_with_version_and_hash()
    {
        Components.ShouldAllBe(c => char.IsAsciiDigit(c.GetProperty("version").GetString()![0]));
        Components.Where(c => !c.GetProperty("name").GetString()!.EndsWith(".App", StringComparison.Ordinal)).ShouldAllBe(c => HashOf(c).Length == 128 || HashOf(c).Length == 64);
        Components.Select(c => c.GetProperty("bom-ref").GetString()).ShouldBeUnique();
    }

    [Fact]
    public void of_the_front_end_are_among_them()
    {
        var lib = Path.Combine(House.Root, "Host", "wwwroot", "lib");
        var hashes = Components.SelectMany(c => c.TryGetProperty("hashes", out var h) ? h.EnumerateArray().Select(x => x.GetProperty("content").GetString()) : []).ToHashSet();
        Directory.EnumerateFiles(lib).Where(f => Path.GetExtension(f) is not ".md").Where(f => !hashes.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))))
            .Select(f => Path.GetFileName(f) + " is not in the bill of materials.").ShouldBeNone();
    }

    [Fact]
    public void that_are_left_out_are_noticed() => Missing([("Left.Out", "1.0.0")], ["pkg:nuget/Other@1.0.0"]).ShouldName("Left.Out 1.0.0");

    [Theory]
    [InlineData("GPL-3.0-only")]
    [InlineData("NOASSERTION")]
    public void under_another_licence_are_refused(string licence) => Refused("Some.Package", licence).ShouldName(licence);

    static IEnumerable<(string Name, string Version)> Locked() => House.Files("Host", "Modules", "Reporting").Where(f => Path.GetFileName(f) == "packages.lock.json")
        .SelectMany(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject()))
        .Where(p => p.Value.GetProperty("type").GetString() != "Project").Select(p => (p.Name, p.Value.GetProperty("resolved").GetString()!)).Distinct();

    static IEnumerable<string> Missing(IEnumerable<(string Name, string Version)> locked, IEnumerable<string> purls)
    {
        var told = purls.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return locked.Where(p => !told.Contains($"pkg:nuget/{p.Name}@{p.Version}")).Select(p => $"{p.Name} {p.Version} is not in the bill of materials.");
    }

    static IEnumerable<string> Refused(string name, string licence) => Allowed.Contains(licence) ? [] : [$"{name} is under {licence}."];

    static string LicenceOf(JsonElement component)
    {
        var first = component.GetProperty("licenses")[0];
        return first.TryGetProperty("expression", out var expression) ? expression.GetString()! : first.GetProperty("license").GetProperty("id").GetString()!;
    }

    static string HashOf(JsonElement component) => component.GetProperty("hashes")[0].GetProperty("content").GetString()!;
}
