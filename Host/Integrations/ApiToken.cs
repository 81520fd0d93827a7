using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Integrations;

/// <summary>What another program shows to be let in: made by the administrator, one for each integration, shown once. Only the SHA-256 of it is kept.</summary>
internal sealed class ApiToken : Aggregate
{
    /// <summary>Begins every token, so that one that slipped into a repository or a log is recognised.</summary>
    const string Prefix = "aft_";
    /// <summary>256 random bits.</summary>
    const int Bytes = 32, Length = 43;
    const int HintLength = 4, LongestName = 60;

    public Guid PublicId { get; private init; }
    public string Name { get; private init; } = "";
    public string Hash { get; private init; } = "";
    /// <summary>The last characters, by which a person tells which token it is.</summary>
    public string Hint { get; private init; } = "";
    /// <summary>Scopes with a space between.</summary>
    public string Scopes { get; private init; } = "";
    /// <summary>Last local day on which it opens anything; null: until it is revoked.</summary>
    public DateOnly? LastDay { get; private init; }
    public DateTime MadeAt { get; private init; }
    public string MadeBy { get; private init; } = "";
    public DateTime? LastUsedAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }

    ApiToken() { }

    public IReadOnlyList<string> ScopeList => Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <param name="known">Scopes that there are.</param>
    /// <returns>The token as it is kept, and the words that are shown once.</returns>
    /// <exception cref="RuleViolation">Name or scopes are missing, or the end lies in the past.</exception>
    public static (ApiToken Kept, string Words) Make(string name, IReadOnlyCollection<string> scopes, IReadOnlyCollection<string> known, DateOnly? lastDay, DateOnly today, DateTime now, Actor who)
    {
        Require(name.Trim() is { Length: > 0 and <= LongestName }, "Integrations.Tokens.NameMissing", "Input.Name", LongestName);
        Require(scopes.Count > 0 && scopes.All(known.Contains), "Integrations.Tokens.ScopesMissing", "Input.Scopes");
        Require(lastDay is null || lastDay >= today, "Integrations.Tokens.EndsInThePast", "Input.LastDay");
        var words = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var token = new ApiToken
        {
            PublicId = Kernel.PublicId.New(now), Name = name.Trim(), Hash = HashOf(words)!, Hint = words[^HintLength..], Scopes = string.Join(' ', known.Where(scopes.Contains)), LastDay = lastDay, MadeAt = now, MadeBy = who.Name,
        };
        token.Acted();
        return (token, words);
    }

    /// <returns>What is stored and looked up; null for words that cannot be a token.</returns>
    public static string? HashOf(string? words) => words is { Length: Length + 4 } && words.StartsWith(Prefix, StringComparison.Ordinal) && Base64Url.IsValid(words.AsSpan(Prefix.Length))
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(words))) : null;

    public bool Opens(DateOnly today) => RevokedAt is null && (LastDay is null || today <= LastDay);

    /// <summary>It opens nothing from here on; what it did stays under its name.</summary>
    public void Revoke(DateTime now)
    {
        Require(RevokedAt is null, "Integrations.Tokens.RevokedAlready");
        RevokedAt = now;
        Acted();
    }
}

internal sealed class ApiTokenMap : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_tokens");
        builder.HasIndex(t => t.PublicId).IsUnique();
        builder.HasIndex(t => t.Hash).IsUnique();
    }
}
