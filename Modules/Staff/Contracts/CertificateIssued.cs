namespace AfterSales.Staff.Contracts;

/// <summary>A certificate was issued, or runs on under a new last day: what it says goes on file.</summary>
/// <param name="CertificateId">Public id.</param>
public sealed record CertificateIssued(Guid CertificateId);
