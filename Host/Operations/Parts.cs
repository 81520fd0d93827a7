using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AfterSales.Host.Composition;

namespace AfterSales.Host.Operations;

/// <summary>Something of others that the executable carries.</summary>
/// <param name="Licence">SPDX expression.</param>
/// <param name="Hash">Name of the algorithm and the value in hexadecimal; null for what the runtime's maker hashes himself.</param>
/// <param name="Purl">Package URL: kind of registry, name, version.</param>
internal sealed record Part(string Name, string Version, string Licence, string Authors, (string Algorithm, string Hex)? Hash, string Purl);

/// <summary>Everything of others in the executable: packages by the lock file and their own descriptions, files of the front end by the list beside them.</summary>
internal static partial class Parts
{
    /// <summary>Packages that point to a text instead of naming a licence; the text was read.</summary>
    static readonly Dictionary<string, string> Read = new(StringComparer.OrdinalIgnoreCase) { ["Bogus"] = "MIT" };

    static readonly Assembly Own = typeof(Parts).Assembly;
    static readonly string[] Frameworks = ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App"];

    public static IReadOnlyList<Part> All { get; } = [.. Runtime().Concat(Packages()).Concat(FrontEnd()).Append(Font()).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)];

    static IEnumerable<Part> Runtime() => Frameworks
        .Select(name => new Part(name, Environment.Version.ToString(), "MIT", "Microsoft", null, $"pkg:nuget/{name}.Runtime@{Environment.Version}"));

    static IEnumerable<Part> Packages()
    {
        using var locked = JsonDocument.Parse(Text(Own, "packages.lock.json"));
        return [.. locked.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject()).Where(p => p.Value.GetProperty("type").GetString() != "Project")
            .DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Select(p => Package(p.Name, p.Value.GetProperty("resolved").GetString()!, p.Value.GetProperty("contentHash").GetString()!))];
    }

    static Part Package(string name, string version, string contentHash)
    {
        var about = XDocument.Parse(Text(Own, $"packages/{name.ToLowerInvariant()}.nuspec")).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
        var licence = about.Elements().FirstOrDefault(e => e.Name.LocalName == "license" && (string?)e.Attribute("type") == "expression")?.Value ?? Read.GetValueOrDefault(name) ?? "NOASSERTION";
        return new Part(name, version, licence, about.Elements().FirstOrDefault(e => e.Name.LocalName == "authors")?.Value ?? "", ("SHA-512", Convert.ToHexStringLower(Convert.FromBase64String(contentHash))), $"pkg:nuget/{name}@{version}");
    }

    static IEnumerable<Part> FrontEnd()
    {
        var files = new Microsoft.Extensions.FileProviders.ManifestEmbeddedFileProvider(Own, "wwwroot/lib");
        return [.. FrontEndLine().Matches(Text(files.GetFileInfo("LICENSES.md").CreateReadStream())).Select(line =>
        {
            var (name, version) = (line.Groups["name"].Value, line.Groups["version"].Value);
            using var content = files.GetFileInfo(line.Groups["file"].Value).CreateReadStream();
            return new Part(name, version, line.Groups["licence"].Value, line.Groups["by"].Value, ("SHA-256", Convert.ToHexStringLower(SHA256.HashData(content))), $"pkg:npm/{name.Replace("@", "%40", StringComparison.Ordinal)}@{version}");
        })];
    }

    static Part Font()
    {
        var reporting = typeof(Reporting.ReportingModule).Assembly;
        using var font = reporting.GetManifestResourceStream(reporting.GetManifestResourceNames().Single(n => n.EndsWith(".woff", StringComparison.Ordinal)))!;
        return new Part("Noto Sans SC", FontVersion, "OFL-1.1", "Adobe, Google", ("SHA-256", Convert.ToHexStringLower(SHA256.HashData(font))), $"pkg:github/notofonts/noto-cjk@Sans{FontVersion}");
    }

    const string FontVersion = "2.004";

    static string Text(Assembly assembly, string resource) => Text(assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"The executable was built without {resource}."));

    static string Text(Stream content)
    {
        using var reader = new StreamReader(content, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^\| `(?<file>[^`]+)` \|.*?`(?<name>[^`]+)` (?<version>\d+\.\d+\.\d+)(?:[^|]*?Copyright (?<by>[^|;]*[^|; ]))?[^|]*\| (?<licence>[^|]+?) \|\r?$", RegexOptions.Multiline)]
    private static partial Regex FrontEndLine();
}

/// <summary>The parts as a software bill of materials: CycloneDX 1.6, JSON. The same build gives the same document.</summary>
internal static class BillOfMaterials
{
    public const string MediaType = "application/vnd.cyclonedx+json";

    public static string FileName => $"aftersales-{Product.Version}.cdx.json";

    public static string Json() => JsonSerializer.Serialize(new
    {
        bomFormat = "CycloneDX",
        specVersion = "1.6",
        version = 1,
        metadata = new { component = new Dictionary<string, object> { ["type"] = "application", ["bom-ref"] = "aftersales", ["name"] = "AfterSales", ["version"] = Version, ["licenses"] = Licences("MIT") } },
        components = Parts.All.Select(part =>
        {
            var component = new Dictionary<string, object> { ["type"] = part.Licence == "OFL-1.1" ? "file" : "library", ["bom-ref"] = part.Purl, ["name"] = part.Name, ["version"] = part.Version, ["licenses"] = Licences(part.Licence), ["purl"] = part.Purl };
            if (part.Authors.Length > 0) component["authors"] = new[] { new { name = part.Authors } };
            if (part.Hash is { } hash) component["hashes"] = new[] { new { alg = hash.Algorithm, content = hash.Hex } };
            return component;
        }),
    }, Kernel.CommandLine.VerbJson.Options);

    static string Version => Product.Commit.Length > 0 ? $"{Product.Version}+{Product.Commit}" : Product.Version;

    static object[] Licences(string expression) => expression.Contains(' ', StringComparison.Ordinal) ? [new { expression }] : [new { license = new { id = expression } }];
}
