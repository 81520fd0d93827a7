namespace AfterSales.Service.Contracts;

/// <summary>What came of campaigns: asked by code, counted from the orders that carry it.</summary>
public interface ICampaignResults
{
    /// <param name="codes">Codes as they are printed, in capitals.</param>
    /// <returns>One row per code, also where nothing came.</returns>
    Task<IReadOnlyList<CampaignResult>> OfAsync(IReadOnlyList<string> codes, CancellationToken ct);
}

/// <param name="Requests">Orders that carry the code.</param>
/// <param name="Registrations">Customers whose first order is one of them.</param>
/// <param name="Completed">Of those orders, the completed ones.</param>
/// <param name="RevenueFen">What was paid for them minus what was given back, in fen.</param>
public sealed record CampaignResult(string Code, int Requests, int Registrations, int Completed, long RevenueFen);
