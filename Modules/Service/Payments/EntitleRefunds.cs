using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using AfterSales.Service.Fees;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Payments;

/// <summary>Takes requests for refunds. Of several at once each waits for its turn: whoever meets a newer account reads it again.</summary>
internal sealed class EntitleRefunds(IServiceScopeFactory scopes, IPolicies policies, ICompany company, TimeProvider time) : IEntitleRefunds
{
    const int MostAttempts = 50;

    public async Task<RefundAnswer> EntitleAsync(RefundEntitlement request, CancellationToken ct)
    {
        if (!Code.TryParse<RefundCause>(request.Cause, out var cause)) throw new InvalidOperationException($"'{request.Cause}' is no cause of a refund.");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(request, cause, ct);
            }
            catch (DbUpdateException) when (attempt < MostAttempts)
            {
                // somebody else moved the account: read it again
            }
        }
    }

    async Task<RefundAnswer> TryAsync(RefundEntitlement request, RefundCause cause, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        if (!await db.Set<ServiceOrder>().AnyAsync(o => o.PublicId == request.OrderId, ct)) throw new InvalidOperationException($"There is no order {request.OrderId}.");
        if (await db.Set<OrderAccount>().WholeAsync(a => a.OrderPublicId == request.OrderId, ct) is not { } account) return new RefundAnswer(true, 0, null);
        var there = account.Refunds.FindAll(r => r.Key == request.Key);
        if (there.Count > 0) return Answer(false, there);
        var now = time.Now();
        var due = account.Entitle(request.Key, cause, request.Note, now, policies.At<FeePolicy>(now).Value, company.CalendarAt(now));
        await db.SaveChangesAsync(ct);
        return Answer(true, due);
    }

    static RefundAnswer Answer(bool isNew, IReadOnlyList<Refund> refunds) => new(isNew, refunds.Sum(r => r.Amount.Fen), refunds.Count == 0 ? null : refunds.Max(r => r.DueAt));
}

/// <summary>Entitles what nobody decided in time, and what came back after it was paid for.</summary>
internal sealed class EntitleByItself(ServiceDbContext db, IEntitleRefunds entitle, IPolicies policies, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("service.entitle-refunds", typeof(EntitleByItself), "0 5 * * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var now = time.Now();
        var policy = policies.At<FeePolicy>(now).Value;
        var overdue = await db.Set<RefundClaim>().Where(c => c.DecidedAt == null && c.DecideBy < now).Select(c => c.AccountId).Distinct().ToListAsync(ct);
        foreach (var id in overdue)
        {
            var account = (await db.Set<OrderAccount>().WholeAsync(a => a.Id == id, ct))!;
            foreach (var claim in account.Claims.FindAll(c => c.DecidedAt is null && c.DecideBy < now)) account.LapseClaim(claim, policy, company.CalendarAt(claim.DecideBy));
            await db.SaveChangesAsync(ct);
        }
        var repeated = await (from o in db.Set<ServiceOrder>() where o.RepeatedAt != null join a in db.Set<OrderAccount>() on o.Id equals a.OrderId where a.Payments.Any() && !a.Refunds.Any() orderby o.RepeatedAt, o.Id select o.PublicId).Take(500).ToListAsync(ct);
        foreach (var order in repeated) await entitle.EntitleAsync(new RefundEntitlement($"repeat:{order:N}", order, Code.Of(RefundCause.Repeat), null), ct);
        return new JobOutcome(overdue.Count + repeated.Count);
    }
}
