using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Fees;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Settlement;

/// <param name="Jobs">Jobs that count.</param>
/// <param name="Amount">CNY.</param>
internal sealed record PieceWork(string Code, string Name, string? Team, int Jobs, decimal Amount);

/// <summary>A month's jobs by the tariff of the brand and by the piece rates: those in force when the month began.</summary>
internal sealed class SettleMonth(ServiceDbContext db, ICompany company, IPolicies policies)
{
    /// <summary>The jobs of a contract that the brand pays for: completed in the month, on site, with a fee note on which warranty covers something.</summary>
    public async Task<IReadOnlyList<SettledJob>> WarrantyJobsAsync(long contract, DateOnly month, CancellationToken ct)
    {
        var (begin, until, policy) = Of(month);
        var jobs = await (from o in db.Set<ServiceOrder>().AsNoTracking()
                          where o.ContractId == contract && o.CompletedAt >= begin && o.CompletedAt < until && o.Visits > 0
                                && db.Set<FeeNote>().Any(n => n.OrderId == o.Id && n.VoidedAt == null && n.Lines.Any(l => l.IsCovered && l.Rule != CoverRule.Agreement))
                          join t in db.Set<Technician>() on o.TechnicianId equals t.Id into technicians
                          from t in technicians.DefaultIfEmpty()
                          orderby o.CompletedAt, o.Id
                          select new { o.Number, o.BrandOrderNumber, o.Kind, o.Complexity, o.CompletedAt, Technician = t == null ? null : t.Code }).ToListAsync(ct);
        return [.. jobs.Select(j => new SettledJob(j.Number, j.BrandOrderNumber, Code.Of(j.Kind), Grade(j.Complexity), company.LocalDay(j.CompletedAt!.Value), j.Technician, SettlementPolicy.RateOf(policy.BrandTariff, Code.Of(j.Kind), Grade(j.Complexity))))];
    }

    /// <summary>What each technician earned by the piece. A repair that came back is not paid twice: the repeat counts nothing.</summary>
    public async Task<IReadOnlyList<PieceWork>> PieceWorkAsync(DateOnly month, CancellationToken ct)
    {
        var (begin, until, policy) = Of(month);
        var jobs = await (from o in db.Set<ServiceOrder>().AsNoTracking()
                          where o.CompletedAt >= begin && o.CompletedAt < until && o.Visits > 0 && (o.RepeatOfId == null || o.RepeatUnrelated)
                          join t in db.Set<Technician>() on o.TechnicianId equals t.Id
                          select new { t.Code, t.Name, o.Team, o.Kind, o.Complexity }).ToListAsync(ct);
        return [.. jobs.GroupBy(j => (j.Code, j.Name, j.Team)).OrderBy(g => g.Key.Code, StringComparer.Ordinal)
            .Select(g => new PieceWork(g.Key.Code, g.Key.Name, g.Key.Team, g.Count(), g.Sum(j => SettlementPolicy.RateOf(policy.PiecePay, Code.Of(j.Kind), Grade(j.Complexity)))))];
    }

    (DateTime From, DateTime Until, SettlementPolicy Policy) Of(DateOnly month)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var calendar = company.CalendarAt(DateTime.UnixEpoch);
        var from = calendar.StartOf(first);
        return (from, calendar.StartOf(first.AddMonths(1)), policies.At<SettlementPolicy>(from).Value);
    }

    static string Grade(Complexity? complexity) => Code.Of(complexity ?? Complexity.General);
}
