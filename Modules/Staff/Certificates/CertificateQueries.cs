using AfterSales.Kernel.Pages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Certificates;

/// <summary>How certificates are found.</summary>
internal static class CertificateQueries
{
    /// <summary>Those that count on a day: the same rule as <see cref="Certificate.On"/>, for the database.</summary>
    public static IQueryable<Certificate> ValidOn(this IQueryable<Certificate> certificates, DateOnly day) => certificates.Where(c =>
        c.IssuedOn <= day && (c.ExpiresOn == null || c.ExpiresOn >= day) && (c.RevokedOn == null || c.RevokedOn > day)
        && !c.Suspensions.Any(s => s.From <= day && (s.To == null || s.To > day)));

    /// <summary>Those for a product type; null: for any.</summary>
    public static IQueryable<Certificate> For(this IQueryable<Certificate> certificates, string? productType) => certificates.Where(c => c.Types.Any(t => productType == null || t.Code == productType));

    /// <summary>Those of an authority for a trade that count in a city; all of the trade where the city is not known.</summary>
    public static IQueryable<Certificate> Of(this IQueryable<Certificate> certificates, OutsideTrade trade, string? city)
    {
        var held = certificates.Where(c => c.Trade == trade);
        if (city is null) return held;
        var word = " " + city + " ";
        return held.Where(c => c.CountsIn == "" || (" " + c.CountsIn + " ").Contains(word));
    }

    /// <summary>Those whose last day lies between two days, both included, and that nobody revoked.</summary>
    public static IQueryable<Certificate> EndingBetween(this IQueryable<Certificate> certificates, DateOnly from, DateOnly to) =>
        certificates.Where(c => c.ExpiresOn >= from && c.ExpiresOn <= to && c.RevokedOn == null);

    /// <summary>States that the list can be narrowed to.</summary>
    public static readonly string[] States = ["all", "valid", "ending", "expired", "suspended", "revoked"];

    /// <param name="state">One of <see cref="States"/>; <c>ending</c>: within the longest reminder.</param>
    public static IQueryable<Certificate> Shown(this IQueryable<Certificate> certificates, string state, DateOnly today) => state switch
    {
        "valid" => certificates.ValidOn(today),
        "ending" => certificates.EndingBetween(today, today.AddDays(RemindOfExpiry.DaysBefore.Max())),
        "expired" => certificates.Where(c => c.ExpiresOn < today && c.RevokedOn == null),
        "suspended" => certificates.Where(c => c.RevokedOn == null && c.Suspensions.Any(s => s.From <= today && (s.To == null || s.To > today))),
        "revoked" => certificates.Where(c => c.RevokedOn != null),
        _ => certificates,
    };

    /// <summary>One with all that belongs to it; tracked.</summary>
    /// <exception cref="NotThere">No such certificate.</exception>
    public static async Task<Certificate> OneAsync(this IQueryable<Certificate> certificates, Guid id, CancellationToken ct) =>
        await certificates.Include(c => c.Types).Include(c => c.Suspensions).Include(c => c.Events).AsSplitQuery().FirstOrDefaultAsync(c => c.PublicId == id, ct) ?? throw new NotThere();
}
