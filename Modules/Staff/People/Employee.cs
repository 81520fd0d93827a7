using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Staff.Teams;

namespace AfterSales.Staff.People;

/// <summary>Where somebody is put: the team, the work, the grade, and who leads them.</summary>
/// <param name="TeamId">Null for those who belong to no team.</param>
/// <param name="Position">Code of the role that the work is, e.g. <c>technician</c>.</param>
internal sealed record Placing(long? TeamId, string Position, string? Grade = null, long? SupervisorId = null);

/// <summary>
/// Somebody who works for the company, with every team, position and grade they ever had (clauses 2.3, 10.1 and 10.2). At most one place at a time:
/// whoever has a place on a day is in post on it. Another day for a past move is a correction, and the numbers of that time follow it.
/// </summary>
internal sealed class Employee : Aggregate
{
    /// <summary>Positions that people hold: the roles of the product, the maker's auditor excepted.</summary>
    public static readonly IReadOnlyList<string> Positions = [.. Roles.All.Where(r => r != Roles.BrandAuditor)];

    public Guid PublicId { get; private init; }
    /// <summary>Number of the person, under which dispatch, certificates and numbers know them.</summary>
    public string Number { get; private init; } = "";
    public string Name { get; private set; } = "";
    /// <summary>The account with which this person signs in; null: none is named.</summary>
    public string? AccountId { get; private set; }
    public DateOnly HiredOn { get; private init; }
    /// <summary>Last day in the company; null while it goes on.</summary>
    public DateOnly? LeftOn { get; private set; }
    public List<Placement> Placements { get; } = [];
    public List<EmployeeArea> Areas { get; } = [];
    public List<EmployeeSkill> Skills { get; } = [];
    public List<EmployeeDevice> Devices { get; } = [];
    public List<EmployeeEvent> Events { get; } = [];

    Employee() { }

    /// <summary>The place on a day, or null.</summary>
    public Placement? On(DateOnly day) => Placements.Find(p => p.Covers(day));

    /// <summary>The last place there is, in the present, the past or the future.</summary>
    public Placement? Latest => Placements.Where(p => !p.IsVoid).MaxBy(p => p.FirstDay);

    public static Employee Hire(string? number, string? name, Placing place, DateOnly from, DateTime now, Actor who, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(number), "People.NumberMissing", "Input.Number");
        Require(!string.IsNullOrWhiteSpace(name), "People.NameMissing", "Input.Name");
        RequirePosition(place);
        var employee = new Employee { PublicId = publicId ?? Kernel.PublicId.New(now), Number = number!.Trim(), Name = name!.Trim(), HiredOn = from };
        employee.Placements.Add(Placement.Of(place, from, null));
        employee.Done("Hired", who, now, from.ToString("O"));
        return employee;
    }

    /// <summary>A transfer or a promotion: from this day on somewhere else, until further notice.</summary>
    public void Move(Placing place, DateOnly from, DateTime now, Actor who)
    {
        RequirePosition(place);
        var latest = Latest ?? throw new RuleViolation("People.IsGone");
        Require(latest.LastDay is null, "People.IsGone");
        Require(from > latest.FirstDay, "People.Move.TooEarly", "Input.From", latest.FirstDay);
        latest.EndOn(from.AddDays(-1));
        Placements.Add(Placement.Of(place, from, null));
        Done("Moved", who, now, from.ToString("O"));
    }

    /// <summary>A place of the past that was not on record: it may touch other places, never share a day with one.</summary>
    public void AddPast(Placing place, DateOnly from, DateOnly to, DateTime now, Actor who)
    {
        RequirePosition(place);
        Require(to >= from, "People.Past.Backwards", "Input.To");
        Require(from >= HiredOn, "People.Past.BeforeHiring", "Input.From", HiredOn);
        RequireAlone(from, to);
        Placements.Add(Placement.Of(place, from, to));
        Done("PastAdded", who, now, from.ToString("O"), to.ToString("O"));
    }

    /// <summary>A place began on another day than recorded: the place that it followed ends the day before that.</summary>
    /// <param name="began">First day of the place as it is on record.</param>
    public void CorrectStart(DateOnly began, DateOnly from, string? reason, DateTime now, Actor who)
    {
        var place = Placements.Find(p => p.FirstDay == began && !p.IsVoid) ?? throw new RuleViolation("People.Correct.Gone");
        Require(!string.IsNullOrWhiteSpace(reason), "People.Correct.ReasonMissing", "Input.Reason");
        Require(place.LastDay is null || from <= place.LastDay, "People.Past.Backwards", "Input.From");
        Require(from >= HiredOn, "People.Past.BeforeHiring", "Input.From", HiredOn);
        var before = Placements.Find(p => !p.IsVoid && p.LastDay == place.FirstDay.AddDays(-1));
        Require(before is null || from > before.FirstDay, "People.Move.TooEarly", "Input.From", before?.FirstDay);
        RequireAlone(from, place.LastDay, place, before);
        before?.EndOn(from.AddDays(-1));
        var old = place.FirstDay;
        place.StartOn(from);
        Done("Corrected", who, now, old.ToString("O"), from.ToString("O"), reason!.Trim());
    }

    /// <summary>The last day in the company. What is still open is handed over by whoever calls this.</summary>
    public void Leave(DateOnly lastDay, string? reason, DateTime now, Actor who)
    {
        Require(LeftOn is null, "People.IsGone");
        var latest = Latest!;
        Require(lastDay >= latest.FirstDay, "People.Leave.TooEarly", "Input.LastDay", latest.FirstDay);
        latest.EndOn(lastDay);
        LeftOn = lastDay;
        Areas.EndAll(lastDay);
        Done("Left", who, now, lastDay.ToString("O"), reason.OrNull() ?? "");
    }

    /// <summary>Somebody comes back.</summary>
    public void Return(Placing place, DateOnly from, DateTime now, Actor who)
    {
        RequirePosition(place);
        Require(LeftOn is { } left && from > left, "People.Return.IsHere", "Input.From");
        RequireAlone(from, null);
        LeftOn = null;
        Placements.Add(Placement.Of(place, from, null));
        Done("Returned", who, now, from.ToString("O"));
    }

    public void Describe(string? name, IEnumerable<string> skills, DateTime now, Actor who)
    {
        Require(!string.IsNullOrWhiteSpace(name), "People.NameMissing", "Input.Name");
        Name = name!.Trim();
        var wanted = skills.Select(s => s.Trim()).Where(s => s.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        Skills.RemoveAll(s => !wanted.Contains(s.Name, StringComparer.OrdinalIgnoreCase));
        Skills.AddRange(wanted.Where(w => !Skills.Exists(s => s.Name.Equals(w, StringComparison.OrdinalIgnoreCase))).Select(w => new EmployeeSkill { Name = w }));
        Done("Described", who, now);
    }

    /// <summary>The districts to which this person goes from a day on.</summary>
    public void Cover(IEnumerable<string> regions, DateOnly from, DateTime now, Actor who)
    {
        var wanted = regions.Distinct().ToList();
        Areas.Become(wanted, from, region => new EmployeeArea { Region = region, FirstDay = from });
        Done("Covers", who, now, from.ToString("O"), string.Join(", ", wanted));
    }

    public void SignInAs(string? accountId, DateTime now, Actor who)
    {
        Require(accountId is null || LeftOn is null, "People.IsGone");
        AccountId = accountId;
        Done(accountId is null ? "AccountTaken" : "AccountNamed", who, now);
    }

    /// <summary>A phone, a key, a measuring instrument: what must come back.</summary>
    public void Give(string? device, string? serial, DateOnly on, DateTime now, Actor who)
    {
        Require(!string.IsNullOrWhiteSpace(device), "People.Device.Missing", "Device.Name");
        Devices.Add(new EmployeeDevice { Name = device!.Trim(), Serial = serial.OrNull(), GivenOn = on });
        Done("Given", who, now, device.Trim());
    }

    public void TakeBack(long deviceId, DateOnly on, DateTime now, Actor who)
    {
        var device = Devices.Find(d => d.Id == deviceId && d.ReturnedOn is null) ?? throw new RuleViolation("People.Device.Gone");
        Require(on >= device.GivenOn, "People.Device.Before", "Device.On", device.GivenOn);
        device.ReturnOn(on);
        Done("TakenBack", who, now, device.Name);
    }

    void RequireAlone(DateOnly from, DateOnly? to, params Placement?[] apart)
    {
        var other = Placements.Find(p => !apart.Contains(p) && !p.IsVoid && p.FirstDay <= (to ?? DateOnly.MaxValue) && (p.LastDay ?? DateOnly.MaxValue) >= from);
        Require(other is null, other?.LastDay is null ? "People.OverlapsPresent" : "People.Overlaps", "Input.From", other?.FirstDay, other?.LastDay);
    }

    static void RequirePosition(Placing place) => Require(Positions.Contains(place.Position), "People.PositionMissing", "Input.Position");

    void Done(string act, Actor who, DateTime at, params string[] args)
    {
        Acted();
        Events.Add(new EmployeeEvent { At = at, ActorName = who.Name, Act = act, Args = string.Join('\u001f', args) });
        Raise(new Contracts.EmployeeChanged(Number));
    }
}

/// <summary>Team, position and grade of one person over a span of days: a version in the type-2 employee dimension.</summary>
internal sealed class Placement : IInFeed
{
    public long Change { get; private set; }
    public long Id { get; private set; }
    public long EmployeeId { get; private set; }
    public long? TeamId { get; private init; }
    public string Position { get; private init; } = "";
    public string? Grade { get; private init; }
    public long? SupervisorId { get; private init; }
    public DateOnly FirstDay { get; private set; }
    /// <summary>Last day; null while it goes on.</summary>
    public DateOnly? LastDay { get; private set; }
    /// <summary>Was entered in error and counts for nothing.</summary>
    public bool IsVoid { get; private set; }

    internal static Placement Of(Placing place, DateOnly from, DateOnly? to) =>
        new() { TeamId = place.TeamId, Position = place.Position, Grade = place.Grade.OrNull(), SupervisorId = place.SupervisorId, FirstDay = from, LastDay = to };

    public bool Covers(DateOnly day) => !IsVoid && FirstDay <= day && (LastDay is null || LastDay >= day);

    internal void StartOn(DateOnly day) => FirstDay = day;

    internal void EndOn(DateOnly day) => LastDay = day;
}

/// <summary>A district to which somebody goes.</summary>
internal sealed class EmployeeArea : CoveredArea
{
    public long EmployeeId { get; private set; }
}

/// <summary>Something that somebody is good at, in the company's own words; what must be proven is a certificate.</summary>
internal sealed class EmployeeSkill
{
    public long Id { get; private set; }
    public long EmployeeId { get; private set; }
    public required string Name { get; init; }
}

/// <summary>Something of the company that a person carries.</summary>
internal sealed class EmployeeDevice
{
    public long Id { get; private set; }
    public long EmployeeId { get; private set; }
    public required string Name { get; init; }
    public string? Serial { get; init; }
    public DateOnly GivenOn { get; init; }
    public DateOnly? ReturnedOn { get; private set; }

    internal void ReturnOn(DateOnly day) => ReturnedOn = day;
}

/// <summary>One act on a person's record: who, when, what.</summary>
internal sealed class EmployeeEvent
{
    public long Id { get; private set; }
    public long EmployeeId { get; private set; }
    public DateTime At { get; init; }
    public required string ActorName { get; init; }
    public required string Act { get; init; }
    public required string Args { get; init; }
}
