using System.Text.RegularExpressions;

namespace AfterSales.ArchitectureTests;

/// <summary>Nothing that opens a door lies in the repository: no private keys, no tokens of services, no passwords in connection strings or settings.</summary>
public sealed partial class Secrets
{
    static readonly string[] Binary = [".png", ".jpg", ".woff", ".woff2", ".ico", ".xlsx", ".db", ".backup", ".duckdb", ".zip", ".gz", ".br", ".pfx"];

    [Fact]
    public void lie_nowhere_in_the_repository() => House.Files("Host", "Modules", "Reporting", "tests", "seed-data", ".ci")
        .Where(f => !Binary.Contains(Path.GetExtension(f)) && Path.GetFileName(f) != "Secrets.cs").SelectMany(f => Find(House.Relative(f), File.ReadAllText(f))).ShouldBeNone();

    [Theory]
    [InlineData("-----BEGIN EC PRIVATE KEY-----", "private key")]
    [InlineData("-----BEGIN PRIVATE KEY-----", "private key")]
    [InlineData("key = \"AKIAIOSFODNN7EXAMPLE\"", "access key")]
    [InlineData("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "access key")]
    [InlineData("Host=db.example.com;Username=app;Password=hunter2hunter2", "connection string")]
    [InlineData("postgres://app:hunter2hunter2@db.example.com/app", "connection string")]
    [InlineData("<masterKey p4:requiresEncryption=\"true\">", "data protection key")]
    public void are_noticed(string text, string named) => Find("sample", text).ShouldName(named);

    [Theory]
    [InlineData("Host=127.0.0.1;Username=postgres;Password=postgres")]
    [InlineData("https://user:secret@erp.test/")]
    [InlineData("Host={host};Password={password}")]
    [InlineData("services.AddDataProtection().SetApplicationName(\"AfterSales\")")]
    public void are_not_seen_where_there_are_none(string text) => Find("sample", text).ShouldBeNone();

    static List<string> Find(string path, string text)
    {
        List<string> found = [];
        if (PrivateKey().IsMatch(text)) found.Add($"{path}: a private key.");
        if (AccessKey().IsMatch(text)) found.Add($"{path}: an access key of a service.");
        if (Connection().Matches(text).Any(m => !Loopback().IsMatch(m.Value))) found.Add($"{path}: a connection string with a password.");
        if (text.Contains("<masterKey", StringComparison.Ordinal) && text.Contains("requiresEncryption", StringComparison.Ordinal)) found.Add($"{path}: a data protection key.");
        return found;
    }

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|xox[baprs]-[A-Za-z0-9-]{20,}|SG\.[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,})")]
    private static partial Regex AccessKey();

    /// <summary>A password that is written out, of a server that has a name.</summary>
    [GeneratedRegex("""Host=[\w.-]+;[^"\n]*Password=[^{;"\s$<]{6,}|\w+://\w+:[^{@\s"$<]{6,}@[\w.-]+""")]
    private static partial Regex Connection();

    /// <summary>This computer, or a name that is reserved for tests.</summary>
    [GeneratedRegex(@"(?:Host=|@)(?:localhost|127\.0\.0\.1)|@[\w.-]+\.(?:test|invalid)$")]
    private static partial Regex Loopback();
}
