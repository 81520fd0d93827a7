using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>What trainings changed: every session's effect with its interval and numbers of people, also those that show none (clause 7.4).</summary>
[Permission(StaffPermissions.ReadTraining)]
internal sealed class EffectModel(StaffDbContext db, IPolicies policies, TimeProvider time) : ModulePage
{
    public IReadOnlyList<(EffectReport Report, Session Session, string Course)> Rows { get; private set; } = [];
    public TrainingPolicy Policy => policies.At<TrainingPolicy>(time.Now()).Value;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = from r in db.Set<EffectReport>().AsNoTracking()
                   join s in db.Set<Session>().AsNoTracking() on r.SessionId equals s.Id
                   join c in db.Set<Course>().AsNoTracking() on s.CourseId equals c.Id
                   orderby s.Day descending, s.Id
                   select new { r, s, c.Name };
        Rows = [.. (await rows.Take(200).ToListAsync(ct)).Select(x => (x.r, x.s, x.Name))];
    }
}
