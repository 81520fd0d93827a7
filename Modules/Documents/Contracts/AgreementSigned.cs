namespace AfterSales.Documents.Contracts;

/// <summary>
/// A version of an agreement was signed by both sides: what is received on its days from whom it covers obeys it, what was received before keeps what
/// it had (clauses 6.3, 13.2). It is told when it is signed and not when its day comes, so that the first request of that day finds it.
/// </summary>
/// <param name="Code">e.g. <c>AGR-2026-000001</c>.</param>
/// <param name="Version">1 is the agreement as first signed, later ones are amendments.</param>
/// <param name="From">First local day of this version; it ends where the next one begins.</param>
/// <param name="Until">Last local day of the agreement, or null.</param>
public sealed record AgreementSigned(Guid AgreementId, string Code, int Version, DateOnly From, DateOnly? Until, AgreementScope Scope, AgreementLimits Limits, AgreementPrices Prices)
{
    /// <summary>Share of a busy month's orders after which its contacts are asked how it went, in percent; null: as the standard policy has it.</summary>
    public int? SurveyPercent { get; init; }
}

/// <summary>Whom an agreement covers: all that is named must hold. Without a customer and without a contract it covers nobody.</summary>
/// <param name="Contract">Code of the brand's contract whose orders it covers.</param>
/// <param name="Customers">Public ids of customers.</param>
/// <param name="ProductTypes">Codes of product types; none: all.</param>
/// <param name="Sites">Words that the address must contain one of; none: everywhere.</param>
public sealed record AgreementScope(string? Contract, IReadOnlyList<Guid> Customers, IReadOnlyList<string> ProductTypes, IReadOnlyList<string> Sites);

/// <summary>Own time limits; null: as the standard policy has it.</summary>
/// <param name="ComplexDays">Working days for complex faults.</param>
public sealed record AgreementLimits(int? ResponseHours, int? HandlingHours, int? ComplexDays);

/// <summary>Own price terms.</summary>
/// <param name="DiscountPercent">Off what the customer would pay.</param>
/// <param name="PricesOf">Prices stay those of the list that was in force on this day.</param>
/// <param name="Covers">Kinds of lines that the agreement pays for: call_out, material, work_at_height, labour, part.</param>
public sealed record AgreementPrices(int? DiscountPercent, DateOnly? PricesOf, IReadOnlyList<string> Covers);

/// <summary>An agreement ends on another day than was told: renewed, or terminated.</summary>
/// <param name="Until">Last local day on which it counts; null: open.</param>
public sealed record AgreementEndMoved(Guid AgreementId, DateOnly? Until);
