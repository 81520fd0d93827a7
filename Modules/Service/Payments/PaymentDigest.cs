using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Data;
using AfterSales.Service.Fees;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Payments;

/// <summary>The morning's numbers about money; each is what its list shows.</summary>
internal sealed class PaymentDigest(ServiceDbContext db, IPolicies policies) : IDigestPart
{
    static readonly string[] Readers = [Kernel.Composition.Roles.Cashier, Kernel.Composition.Roles.Manager];

    public IReadOnlyList<string> Roles => Readers;

    public async Task<IReadOnlyList<DigestLine>> LinesAsync(DateTime nowUtc, CancellationToken ct)
    {
        var late = await db.Set<Refund>().CountAsync(r => r.ExecutedAt == null && r.DueAt < nowUtc, ct);
        var due = await db.Set<Refund>().CountAsync(r => r.ExecutedAt == null, ct);
        var unmatched = await db.Set<Payment>().InState("overdue", nowUtc.AddDays(-policies.At<FeePolicy>(nowUtc).Value.MatchDays)).CountAsync(ct);
        return
        [
            new DigestLine("Payments.Digest.Late", Readers, ServicePermissions.ExecuteRefunds, late, "/Service/Payments/Refunds?state=late") { IsUrgent = true },
            new DigestLine("Payments.Digest.Due", Readers, ServicePermissions.ExecuteRefunds, due, "/Service/Payments/Refunds?state=due"),
            new DigestLine("Payments.Digest.Unmatched", Readers, ServicePermissions.ReadPayments, unmatched, "/Service/Payments?state=overdue"),
        ];
    }
}
