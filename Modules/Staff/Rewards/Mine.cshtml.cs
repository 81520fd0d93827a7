using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Rewards;

/// <summary>Own rewards and penalties, once they were approved.</summary>
[Permission(StaffPermissions.Own)]
internal sealed class MineModel(StaffDbContext db, StaffRoll roll) : ModulePage
{
    public IReadOnlyList<Proposal> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await roll.SelfAsync(User, ct) is not { } self) return;
        Rows = await db.Set<Proposal>().AsNoTracking().Where(p => p.EmployeeId == self && p.State == RewardState.Approved).OrderByDescending(p => p.DecidedAt).Take(100).ToListAsync(ct);
    }
}
