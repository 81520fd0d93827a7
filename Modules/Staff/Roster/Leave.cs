using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Staff.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Staff.Roster;

internal enum LeaveKind { Annual, Sick, Personal, Marriage, Maternity, Bereavement, Training, Other }

internal enum LeaveState { Asked, Approved, Refused, Cancelled }

/// <summary>Whole days on which somebody does not work. Once approved, dispatch sends them nowhere on these days.</summary>
internal sealed class Leave : Aggregate
{
    public Guid PublicId { get; private init; }
    public long EmployeeId { get; private init; }
    /// <summary>Number of the person, for whoever is told of the change.</summary>
    public string Number { get; private init; } = "";
    public LeaveKind Kind { get; private init; }
    public DateOnly FirstDay { get; private init; }
    public DateOnly LastDay { get; private init; }
    public string? Reason { get; private init; }
    public LeaveState State { get; private set; }
    public DateTime AskedAt { get; private init; }
    public string AskedBy { get; private init; } = "";
    public DateTime? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }

    Leave() { }

    public static Leave Ask(Employee employee, LeaveKind kind, DateOnly from, DateOnly to, string? reason, DateTime now, Actor who, Guid? publicId = null)
    {
        Require(to >= from, "Roster.Leave.Backwards", "Input.To");
        Require(employee.On(from) is not null && employee.On(to) is not null, "Roster.Leave.NotHere", "Input.From", employee.Name);
        return new Leave { PublicId = publicId ?? Kernel.PublicId.New(now), EmployeeId = employee.Id, Number = employee.Number, Kind = kind, FirstDay = from, LastDay = to, Reason = reason.OrNull(), AskedAt = now, AskedBy = who.Name };
    }

    /// <param name="decider">Employee who decides; null where the account belongs to nobody on record. Nobody grants the own leave.</param>
    public void Decide(bool approve, long? decider, DateTime now, Actor who)
    {
        Require(State == LeaveState.Asked, "Roster.Leave.IsDecided");
        Require(decider != EmployeeId, "Roster.Leave.Own");
        Done(approve ? LeaveState.Approved : LeaveState.Refused, now, who);
    }

    public void Cancel(DateTime now, Actor who)
    {
        Require(State is LeaveState.Asked or LeaveState.Approved, "Roster.Leave.IsDecided");
        Done(LeaveState.Cancelled, now, who);
    }

    void Done(LeaveState state, DateTime now, Actor who)
    {
        (State, DecidedAt, DecidedBy) = (state, now, who.Name);
        Acted();
        Raise(new Contracts.MayNoLongerGo(Number));
    }
}

/// <summary>
/// When a team or a person works in an ordinary week, from a day on. A person's own week stands above the team's; where neither has one, everybody is
/// on duty at any hour.
/// </summary>
internal sealed class WorkWeek : Aggregate
{
    public long? TeamId { get; private init; }
    public long? EmployeeId { get; private init; }
    public DateOnly FirstDay { get; private init; }
    /// <summary>ISO numbers of the days that are worked: <c>12345</c> is Monday to Friday.</summary>
    public string Days { get; private init; } = "";
    /// <summary>Minute of the day at which work begins.</summary>
    public int Starts { get; private init; }
    /// <summary>Minute of the day at which it ends, 1440 at most.</summary>
    public int Ends { get; private init; }

    WorkWeek() { }

    public static WorkWeek Of(long? teamId, long? employeeId, DateOnly from, IEnumerable<DayOfWeek> days, TimeOnly starts, TimeOnly ends)
    {
        var worked = string.Concat(days.Select(IsoOf).Distinct().Order());
        Require(teamId is null != employeeId is null, "Roster.Week.Whose", "Week.Whose");
        Require(worked.Length > 0, "Roster.Week.NoDay", "Week.Days");
        Require(MinuteOf(ends, end: true) > MinuteOf(starts, end: false), "Roster.Week.Backwards", "Week.Ends");
        return new WorkWeek { TeamId = teamId, EmployeeId = employeeId, FirstDay = from, Days = worked, Starts = MinuteOf(starts, end: false), Ends = MinuteOf(ends, end: true) };
    }

    /// <summary>Hours of work on a day, or null where none is worked.</summary>
    public Duty? On(DateOnly day) => Days.Contains((char)('0' + IsoOf(day.DayOfWeek)), StringComparison.Ordinal) ? new Duty(Starts, Ends) : null;

    static int IsoOf(DayOfWeek day) => day == DayOfWeek.Sunday ? 7 : (int)day;

    /// <summary>Midnight as an end is the end of the day.</summary>
    internal static int MinuteOf(TimeOnly time, bool end) => end && time == TimeOnly.MinValue ? 1440 : (time.Hour * 60) + time.Minute;
}

/// <summary>Hours of one person on one day, other than the week says; or a day off.</summary>
internal sealed class Shift : Aggregate
{
    public long EmployeeId { get; private init; }
    public DateOnly Day { get; private init; }
    /// <summary>Null on a day off.</summary>
    public int? Starts { get; private set; }
    public int? Ends { get; private set; }

    Shift() { }

    public static Shift On(long employeeId, DateOnly day) => new() { EmployeeId = employeeId, Day = day };

    public Duty? Duty => Starts is { } starts && Ends is { } ends ? new Duty(starts, ends) : null;

    public void Become(TimeOnly? starts, TimeOnly? ends)
    {
        Require(starts is null == ends is null, "Roster.Shift.Half", "One.Ends");
        var (from, to) = (starts is { } s ? WorkWeek.MinuteOf(s, end: false) : (int?)null, ends is { } e ? WorkWeek.MinuteOf(e, end: true) : (int?)null);
        Require(from is null || to > from, "Roster.Week.Backwards", "One.Ends");
        (Starts, Ends) = (from, to);
        Acted();
    }
}

/// <summary>Hours of one day: minutes from its local beginning.</summary>
internal readonly record struct Duty(int Starts, int Ends)
{
    public double Hours => (Ends - Starts) / 60d;

    public override string ToString() => $"{Starts / 60:00}:{Starts % 60:00}–{Ends / 60:00}:{Ends % 60:00}";
}

internal sealed class RosterMap : IEntityTypeConfiguration<Leave>, IEntityTypeConfiguration<WorkWeek>, IEntityTypeConfiguration<Shift>
{
    public void Configure(EntityTypeBuilder<Leave> builder)
    {
        builder.ToTable("leaves");
        builder.HasIndex(l => l.PublicId).IsUnique();
        builder.HasIndex(l => l.LastDay);
        builder.HasOne<Employee>().WithMany().HasForeignKey(l => l.EmployeeId);
    }

    public void Configure(EntityTypeBuilder<WorkWeek> builder)
    {
        builder.ToTable("work_weeks");
        builder.HasOne<Teams.Team>().WithMany().HasForeignKey(w => w.TeamId);
        builder.HasOne<Employee>().WithMany().HasForeignKey(w => w.EmployeeId);
    }

    public void Configure(EntityTypeBuilder<Shift> builder)
    {
        builder.ToTable("shifts");
        builder.HasIndex(s => new { s.EmployeeId, s.Day }).IsUnique();
        builder.HasOne<Employee>().WithMany().HasForeignKey(s => s.EmployeeId);
    }
}
