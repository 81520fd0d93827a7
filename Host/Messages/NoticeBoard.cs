using System.Globalization;
using System.Security.Claims;
using AfterSales.Host.Accounts;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Messages;

/// <summary>What hangs under the bell for one person: own notices, those of the roles and permissions held today, and those of whom he stands in for.</summary>
internal sealed class NoticeBoard(HostDbContext db, IPermissions permissions, IEnumerable<IModule> modules, ICompany company, TimeProvider time)
{
    /// <summary>Beyond this the header says so without counting further.</summary>
    public const int MostCounted = 99;
    public const int PageSize = 25;

    internal sealed record Row(StaffNotice Notice, bool IsRead);

    public async Task<int> UnreadAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        var me = Me(user);
        return await Unread(await MineAsync(user, me, ct), me).OrderBy(n => n.Id).Take(MostCounted + 1).CountAsync(ct);
    }

    public async Task<(IReadOnlyList<Row> Rows, bool More)> ReadAsync(ClaimsPrincipal user, bool onlyUnread, int page, CancellationToken ct)
    {
        var me = Me(user);
        var notices = await MineAsync(user, me, ct);
        var found = await (onlyUnread ? Unread(notices, me) : notices).OrderByDescending(n => n.Id).Skip((page - 1) * PageSize).Take(PageSize + 1)
            .Select(n => new { Notice = n, IsRead = db.Set<NoticeReading>().Any(r => r.NoticeId == n.Id && r.AccountId == me) }).ToListAsync(ct);
        return ([.. found.Take(PageSize).Select(f => new Row(f.Notice, f.IsRead))], found.Count > PageSize);
    }

    /// <returns>Where the notice leads.</returns>
    /// <exception cref="NotThere">There is none, or it is not this person's.</exception>
    public async Task<string> MarkAsync(ClaimsPrincipal user, long id, CancellationToken ct)
    {
        var me = Me(user);
        var link = await (await MineAsync(user, me, ct)).Where(n => n.Id == id).Select(n => n.Link).FirstOrDefaultAsync(ct) ?? throw new NotThere();
        await NoteAsync([id], me, ct);
        return link;
    }

    /// <summary>Marks everything up to and including the newest that the person saw: what came since stays unread.</summary>
    public async Task MarkAllAsync(ClaimsPrincipal user, long upTo, CancellationToken ct)
    {
        var me = Me(user);
        await NoteAsync(await Unread(await MineAsync(user, me, ct), me).Where(n => n.Id <= upTo).Select(n => n.Id).ToListAsync(ct), me, ct);
    }

    /// <summary>A second click on the same notice changes nothing.</summary>
    async Task NoteAsync(List<long> ids, long me, CancellationToken ct)
    {
        if (ids.Count == 0) return;
        var note = $"INSERT INTO {Table} (notice_id, account_id, read_at) VALUES ({{0}}, {{1}}, {{2}}) ON CONFLICT DO NOTHING"; // the table's name is ours; values are parameters
        var now = time.Now();
        await using var write = await db.BeginWriteAsync(ct);
        foreach (var id in ids) await db.Database.ExecuteSqlRawAsync(note, [id, me, now], ct);
        await write.CommitAsync(ct);
    }

    string Table => db.Model.FindEntityType(typeof(NoticeReading))!.GetSchemaQualifiedTableName()!;

    IQueryable<StaffNotice> Unread(IQueryable<StaffNotice> notices, long me) => notices.Where(n => !db.Set<NoticeReading>().Any(r => r.NoticeId == n.Id && r.AccountId == me));

    async Task<IQueryable<StaffNotice>> MineAsync(ClaimsPrincipal user, long me, CancellationToken ct)
    {
        var (today, oldest) = (company.LocalDay(time.Now()), time.Now().AddDays(-ForgetNotices.DaysKept));
        var people = await db.Set<Account>().AsNoTracking().Where(a => a.Id == me || (a.DeputyId == me && a.DeputyFrom <= today && a.DeputyUntil >= today && !a.IsDisabled)).Select(a => new { a.Id, a.CreatedAt }).ToListAsync(ct);
        List<string> addresses =
        [
            .. people.Select(p => Recipients.PersonAddress(p.Id.ToString(CultureInfo.InvariantCulture))),
            .. user.Claims.Where(c => c.Type == ClaimTypes.Role).Select(c => Recipients.RoleAddress(c.Value)),
            .. modules.SelectMany(m => m.Permissions).Where(p => permissions.Has(user, p.Code)).Select(p => Recipients.PermissionAddress(p.Code)),
        ];
        var since = people.Where(p => p.Id == me).Select(p => p.CreatedAt).Append(oldest).Max();
        return db.Set<StaffNotice>().AsNoTracking().Where(n => n.At >= since && n.Addresses.Any(a => addresses.Contains(a.Address)));
    }

    static long Me(ClaimsPrincipal user) => long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
}
