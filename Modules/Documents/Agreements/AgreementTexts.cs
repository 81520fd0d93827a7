using System.Globalization;

namespace AfterSales.Documents.Agreements;

/// <summary>Templates with placeholders, in both languages, and the clauses of the reference contract, as they ship with the product.</summary>
internal static class AgreementTexts
{
    public static readonly string[] Placeholders = ["party", "company", "code", "customers", "products", "sites", "response", "handling", "price", "start", "end"];

    /// <summary>Key of the words for a code of another module: <c>gas_storage</c> is <c>ProductType.GasStorage</c>.</summary>
    public static string Key(string of, string code) => of + "." + string.Concat(code.Split('_').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    /// <summary>Templates by name, each with the kind of agreement that it is mostly used for; the first is the one where nothing says otherwise.</summary>
    public static readonly IReadOnlyList<(string Name, AgreementKind Kind)> Templates = [("service", AgreementKind.Household), ("maintenance", AgreementKind.Household), ("commercial", AgreementKind.Hotel), ("dealer", AgreementKind.Dealer)];

    /// <param name="language">zh or en.</param>
    public static string Template(string language, string? name = null) => Read($"template-{name ?? Templates[0].Name}-{language}.txt");

    /// <summary>A template with everything filled in that is known; what is not stays a line to be written on by hand.</summary>
    public static string Fill(string template, string company, Agreement agreement, Terms terms)
    {
        string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "________";
        string Words(string? words) => string.IsNullOrWhiteSpace(words) ? "________" : words.Trim();
        string Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "24";
        string[] values = [Words(agreement.Party), company, agreement.Code ?? "________", Words(terms.Customers), Words(terms.Products), Words(terms.Sites), Whole(terms.ResponseHours), Whole(terms.HandlingHours), Words(terms.PriceTerms), Day(terms.StartsOn), Day(agreement.EndsOn ?? terms.EndsOn)];
        return Placeholders.Zip(values).Aggregate(template, (text, p) => text.Replace($"{{{p.First}}}", p.Second, StringComparison.Ordinal));
    }

    public static IReadOnlyList<AgreementClause> ReferenceClauses() => [.. Read("clauses.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#')).Select(l => l.TrimEnd('\r').Split('\t'))
        .Select((c, i) => new AgreementClause { Position = i + 1, Number = c[0], Zh = c[1], En = c[2], TextZh = c[3], TextEn = c[4] })];

    static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(AgreementTexts).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not part of the product."));
        return reader.ReadToEnd();
    }
}
