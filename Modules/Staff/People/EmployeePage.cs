using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.Teams;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.People;

/// <summary>A page that does one thing to one person's record.</summary>
internal abstract class EmployeePage(StaffDbContext db) : ActPage<Employee>
{
    protected StaffDbContext Db => db;
    public Employee Employee => Record;
    /// <summary>Teams and people that a form offers.</summary>
    public PlaceChoices Choices { get; private set; } = PlaceChoices.None;
    protected override string Home => $"/Staff/People/Details/{Id}";

    protected override Task<Employee> FindAsync(bool toChange, CancellationToken ct) => (toChange ? db.Set<Employee>() : db.Set<Employee>().AsNoTracking()).OneAsync(Id, ct);

    protected override Task SaveAsync(Employee acted, CancellationToken ct) => db.SaveChangesAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Choices = await PlaceChoices.LoadAsync(db, Today, ct);
    }

    public override async Task<IReadOnlyList<Change>> WhatChangedAsync(CancellationToken ct)
    {
        var employee = await FindAsync(toChange: false, ct);
        return [.. employee.Events.OrderBy(e => e.Id).Skip(Version).Select(e => new Change(e.ActorName, e.At, Sentence(e)))]; // every act writes one event and raises the version by one
    }

    /// <summary>A line of the history in the reader's language.</summary>
    public string Sentence(EmployeeEvent e) => T["People.Act." + e.Act, [.. e.Args.Split('\u001f'), "", ""]].TrimEnd(' ', ':', '：');
}

/// <summary>What a form about a place offers: teams that exist, and people who could lead.</summary>
internal sealed record PlaceChoices(IReadOnlyList<Team> Teams, IReadOnlyList<(long Id, string Number, string Name)> People)
{
    public static readonly PlaceChoices None = new([], []);

    public static async Task<PlaceChoices> LoadAsync(StaffDbContext db, DateOnly today, CancellationToken ct) => new(
        await db.Set<Team>().AsNoTracking().Where(t => t.DisbandedOn == null || t.DisbandedOn >= today).OrderBy(t => t.Code).ToListAsync(ct),
        [.. (await db.Set<Employee>().AsNoTracking().Where(e => e.LeftOn == null || e.LeftOn >= today).OrderBy(e => e.Number).Select(e => new { e.Id, e.Number, e.Name }).ToListAsync(ct)).Select(e => (e.Id, e.Number, e.Name))]);

    public string? Team(long? id) => Teams.FirstOrDefault(t => t.Id == id)?.Code;

    public string? Person(long? id) => People.FirstOrDefault(p => p.Id == id).Name;
}

/// <summary>The fields of a place, in every form that gives one.</summary>
internal record PlaceForm
{
    public long? TeamId { get; set; }
    public string Position { get; set; } = Roles.Technician;
    public string? Grade { get; set; }
    public long? SupervisorId { get; set; }

    public Placing Place => new(TeamId, Position, Grade, SupervisorId);

    /// <summary>What stands there already, to be changed.</summary>
    public static TForm Of<TForm>(Placement? place) where TForm : PlaceForm, new()
    {
        var form = new TForm();
        if (place is not null) (form.TeamId, form.Position, form.Grade, form.SupervisorId) = (place.TeamId, place.Position, place.Grade, place.SupervisorId);
        return form;
    }
}
