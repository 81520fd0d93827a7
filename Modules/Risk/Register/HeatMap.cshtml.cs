using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Risk.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Register;

/// <summary>Open risks on three maps of likelihood by consequence: inherent, residual, target; each field leads to its risks.</summary>
[Permission(RiskPermissions.Read)]
internal sealed class HeatMapModel(RiskDbContext db, IPolicies policies, TimeProvider time) : ModulePage
{
    public static readonly string[] Maps = ["residual", "inherent", "target"];

    public IReadOnlyDictionary<(string Map, int Likelihood, int Consequence), int> Counts { get; private set; } = new Dictionary<(string, int, int), int>();
    public int Open { get; private set; }
    RiskPolicy _policy = new();

    public RiskBand Band(int likelihood, int consequence) => _policy.BandOf(likelihood * consequence);

    public async Task OnGetAsync(CancellationToken ct)
    {
        _policy = policies.At<RiskPolicy>(time.Now()).Value;
        var risks = await db.Set<RegisteredRisk>().AsNoTracking().Where(r => r.ClosedOn == null).Select(r => new { r.Inherent, r.Residual, r.Target }).ToListAsync(ct);
        Open = risks.Count;
        Counts = risks.SelectMany(r => new[] { ("residual", r.Residual), ("inherent", r.Inherent), ("target", r.Target) }).GroupBy(f => (f.Item1, f.Item2.Likelihood, f.Item2.Consequence)).ToDictionary(g => g.Key, g => g.Count());
    }
}
