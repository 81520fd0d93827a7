using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Parts;

/// <summary>The morning's numbers about parts and instruments; each is what its list shows.</summary>
internal sealed class PartsDigest(ServiceDbContext db, ICompany company) : IDigestPart
{
    static readonly string[] Readers = [Kernel.Composition.Roles.Dispatcher, Kernel.Composition.Roles.Manager];

    public IReadOnlyList<string> Roles => Readers;

    public async Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct)
    {
        var today = company.LocalDay(nowUtc);
        return
        [
            new DigestLine("Parts.Digest.Late", Readers, ServicePermissions.KeepParts, await db.Set<PartRequest>().InState("late", today).CountAsync(ct), "/Service/Parts?state=late") { IsUrgent = true },
            new DigestLine("Parts.Digest.Asked", Readers, ServicePermissions.KeepParts, await db.Set<PartRequest>().InState("asked", today).CountAsync(ct), "/Service/Parts?state=asked"),
            new DigestLine("Parts.Digest.Low", Readers, ServicePermissions.KeepParts, await db.Set<VanStock>().CountAsync(s => s.Count < s.Minimum, ct), "/Service/Parts/Vans?low=true"),
            new DigestLine("Parts.Digest.Overdue", Readers, ServicePermissions.KeepParts, await db.Set<Instrument>().CountAsync(i => i.EndedOn == null && i.DueOn < today, ct), "/Service/Parts/Instruments"),
        ];
    }
}

internal static class PartQueries
{
    public static readonly IReadOnlyList<string> States = ["open", "asked", "ordered", "late", "arrived", "all"];

    public static IQueryable<PartRequest> InState(this IQueryable<PartRequest> requests, string state, DateOnly today) => state switch
    {
        "asked" => requests.Where(r => r.State == PartRequestState.Asked),
        "ordered" => requests.Where(r => r.State == PartRequestState.Ordered),
        "late" => requests.Where(r => r.State == PartRequestState.Ordered && r.ExpectedOn < today),
        "arrived" => requests.Where(r => r.State == PartRequestState.Arrived),
        "all" => requests,
        _ => requests.Where(r => r.State == PartRequestState.Asked || r.State == PartRequestState.Ordered),
    };
}
