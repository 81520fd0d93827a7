namespace AfterSales.Staff.Contracts;

/// <summary>Asked by whoever sends people to customers (clause 1.6.2: only certified staff may be sent).</summary>
public interface IStaffDirectory
{
    /// <summary>Codes of the people who hold a valid certificate on a day, and every outside certificate that the policy names for the type in that city.</summary>
    /// <param name="productType">Code of the product type that it must cover; null where the type is not known yet: any certificate that covers some type.</param>
    /// <param name="day">Local day of the visit.</param>
    /// <param name="region">Division code of the place; without one, only outside certificates that are needed everywhere are asked for.</param>
    Task<IReadOnlySet<string>> CertifiedAsync(string? productType, DateOnly day, string? region, CancellationToken ct);

    /// <summary>Number of one person's valid certificate for the type, the one that ends last; null when there is none, or an outside certificate is lacking.</summary>
    /// <inheritdoc cref="CertifiedAsync"/>
    Task<string?> CertificateAsync(string personCode, string? productType, DateOnly day, string? region, CancellationToken ct);

    /// <summary>Text key of an outside certificate that is needed and that the person lacks; null when none is lacking.</summary>
    /// <inheritdoc cref="CertifiedAsync"/>
    Task<string?> LacksAsync(string personCode, string? productType, DateOnly day, string? region, CancellationToken ct);

    /// <summary>People who cannot come in a window, by code, and why. Nobody is named of whom Staff knows nothing.</summary>
    /// <param name="from">UTC.</param>
    /// <param name="to">UTC.</param>
    Task<IReadOnlyDictionary<string, Away>> AwayAsync(DateTime from, DateTime to, CancellationToken ct);
}

/// <summary>Why somebody cannot come: not in the company that day, on leave, or only out of the hours of work (which can be asked of them).</summary>
public enum Away { Left, OnLeave, OffShift }

/// <summary>A certificate was suspended, revoked or ended, or leave was decided: visits that are planned for this person may have to go to others.</summary>
/// <param name="Number">Number of the person.</param>
public sealed record MayNoLongerGo(string Number);

/// <summary>Certificates that another module knows of: a takeover of data, the demo company. In a transaction of Staff's own.</summary>
public interface IRegisterCertificates
{
    /// <summary>Registers those whose number is not on file yet; the same call again changes nothing.</summary>
    Task RegisterAsync(IReadOnlyCollection<CertificateFacts> certificates, CancellationToken ct);
}

/// <param name="Number">Number on the document; one certificate per number and issuer.</param>
/// <param name="PersonCode">The code under which dispatch knows the person.</param>
/// <param name="Kind">brand, own or authority.</param>
/// <param name="ProductTypes">Codes of the product types it covers; none for a certificate that is not about a type, such as electrician.</param>
/// <param name="ExpiresOn">Last local day on which it is valid; null when it never expires.</param>
public sealed record CertificateFacts(string Number, string PersonCode, string PersonName, string Kind, string Issuer, IReadOnlyList<string> ProductTypes, string? Grade, DateOnly IssuedOn, DateOnly? ExpiresOn);
