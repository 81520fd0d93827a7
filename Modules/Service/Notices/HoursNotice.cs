using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Notices;

/// <summary>
/// Clause 1.5.2: service hours adjusted on announced days. Announced at least <see cref="Requests.SlaPolicy.NoticeDays"/> days ahead, force majeure excepted.
/// A request received while it holds is a special case: answered within 48 hours, never longer; safety is not touched by it.
/// </summary>
internal sealed class HoursNotice : Aggregate
{
    public Guid PublicId { get; private init; }
    /// <summary>First and last local day.</summary>
    public DateOnly From { get; private init; }
    public DateOnly Until { get; private init; }
    /// <summary>Hours that hold on these days, as customers read them.</summary>
    public string Hours { get; private init; } = "";
    public string Reason { get; private init; } = "";
    public bool ForceMajeure { get; private init; }
    public DateTime AnnouncedAt { get; private init; }
    public string AnnouncedBy { get; private init; } = "";
    public DateTime? WithdrawnAt { get; private set; }

    HoursNotice() { }

    /// <param name="today">Local day of the announcement.</param>
    public static HoursNotice Announce(DateOnly? from, DateOnly? until, string? hours, string? reason, bool forceMajeure, int daysAhead, DateOnly today, DateTime now, Actor who)
    {
        Require(from is not null && until is not null && from <= until, "Notices.Days", "Input.Until");
        Require(until >= today, "Notices.Past", "Input.Until");
        Require(hours.OrNull() is not null, "Notices.NoHours", "Input.Hours");
        Require(reason.OrNull() is not null, "Requests.ReasonMissing", "Input.Reason");
        Require(forceMajeure || from >= today.AddDays(daysAhead), "Notices.TooLate", "Input.From", daysAhead, today.AddDays(daysAhead).ToString("O"));
        var notice = new HoursNotice { PublicId = Kernel.PublicId.New(now), From = from!.Value, Until = until!.Value, Hours = hours!.Trim(), Reason = reason!.Trim(), ForceMajeure = forceMajeure, AnnouncedAt = now, AnnouncedBy = who.Name };
        notice.Acted();
        return notice;
    }

    /// <summary>Takes it back; what was received under it stays as it was promised.</summary>
    public void Withdraw(DateTime now)
    {
        Require(WithdrawnAt is null, "Notices.Withdrawn");
        WithdrawnAt = now;
        Acted();
    }
}

internal sealed class HoursNoticeMap : IEntityTypeConfiguration<HoursNotice>
{
    public void Configure(EntityTypeBuilder<HoursNotice> builder)
    {
        builder.ToTable("hours_notices");
        builder.HasIndex(n => n.PublicId).IsUnique();
        builder.HasIndex(n => n.Until);
    }
}

internal static class HoursNotices
{
    /// <summary>Notices that hold on a day.</summary>
    public static IQueryable<HoursNotice> HoldingOn(this IQueryable<HoursNotice> notices, DateOnly day) => notices.Where(n => n.WithdrawnAt == null && n.From <= day && n.Until >= day);

    /// <summary>Notices that hold or are to come, for customers to read.</summary>
    public static Task<List<HoursNotice>> AnnouncedAsync(this ServiceDbContext db, DateOnly today, CancellationToken ct) =>
        db.Set<HoursNotice>().AsNoTracking().Where(n => n.WithdrawnAt == null && n.Until >= today).OrderBy(n => n.From).Take(5).ToListAsync(ct);
}
