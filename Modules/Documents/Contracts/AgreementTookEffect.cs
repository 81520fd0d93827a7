namespace AfterSales.Documents.Contracts;

/// <summary>A signed version of an agreement is in force from a day on: requests received from that day on obey it, earlier ones keep what they had.</summary>
/// <param name="Code">e.g. <c>AGR-2026-000001</c>.</param>
/// <param name="Version">1 is the agreement as first signed, later ones are amendments.</param>
/// <param name="Kind">brand, household, property_manager, hotel, dealer, other.</param>
/// <param name="From">First local day.</param>
/// <param name="Until">Last local day, or null.</param>
/// <param name="ResponseHours">Own limit for the response; null: the standard policy.</param>
/// <param name="HandlingHours">Own limit for general faults; null: the standard policy.</param>
/// <param name="DiscountPercent">Off the price list; null: none.</param>
public sealed record AgreementTookEffect(
    Guid AgreementId, string Code, int Version, string Kind, string Party, DateOnly From, DateOnly? Until, int? ResponseHours, int? HandlingHours, int? DiscountPercent);
