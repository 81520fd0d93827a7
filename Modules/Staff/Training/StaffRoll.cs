using System.Security.Claims;
using AfterSales.Kernel.Messages;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>Who is in post on a day, as training, assessments and rewards need to know them.</summary>
internal sealed class StaffRoll(StaffDbContext db, IBell bell)
{
    /// <param name="Position">Code of the role that the work is.</param>
    public sealed record Member(Guid Id, string Code, string Name, string Position)
    {
        public TrainedPerson Person => new(Id, Code, Name);
    }

    public async Task<IReadOnlyList<Member>> OnAsync(DateOnly day, CancellationToken ct) =>
        await db.Set<Employee>().AsNoTracking().SelectMany(e => e.Placements.Where(p => !p.IsVoid && p.FirstDay <= day && (p.LastDay == null || p.LastDay >= day)), (e, p) => new { e.PublicId, e.Number, e.Name, p.Position })
            .OrderBy(m => m.Number).Select(m => new Member(m.PublicId, m.Number, m.Name, m.Position)).ToListAsync(ct);

    /// <summary>Tells one employee, where the record names an account. To be called after saving.</summary>
    public async Task TellAsync(Guid employee, Notice notice, CancellationToken ct)
    {
        if (await db.Set<Employee>().Where(e => e.PublicId == employee).Select(e => e.AccountId).FirstOrDefaultAsync(ct) is { } account) await bell.RingAsync(Recipients.Person(account), notice, ct);
    }

    /// <summary>The employee who is signed in: the account that was named, or else the one whose user name is the person's number.</summary>
    public async Task<Guid?> SelfAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        var (account, name) = (user.FindFirstValue(ClaimTypes.NameIdentifier), user.Identity?.Name);
        return await db.Set<Employee>().Where(e => e.AccountId == account || (e.AccountId == null && e.Number == name)).OrderBy(e => e.AccountId == null).Select(e => (Guid?)e.PublicId).FirstOrDefaultAsync(ct);
    }
}
