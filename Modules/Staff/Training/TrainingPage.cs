using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>A page about one session.</summary>
internal abstract class SessionPage : ActPage<Session>
{
    public Session Session => Record;
    public Course Course { get; private set; } = null!;
    protected StaffDbContext Db => Ask<StaffDbContext>();
    public bool MayMark => May(StaffPermissions.MarkTraining);
    protected override string Home => $"/Staff/Training/Session/{Id}";

    protected override Task<Session> FindAsync(bool toChange, CancellationToken ct) => (toChange ? Db.Set<Session>() : Db.Set<Session>().AsNoTracking()).OneAsync(Id, ct);

    protected override Task SaveAsync(Session acted, CancellationToken ct) => Db.SaveChangesAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Course = await Db.Set<Course>().AsNoTracking().Include(c => c.Skills).Include(c => c.Materials).AsSplitQuery().SingleAsync(c => c.Id == Session.CourseId, ct);
    }

    public override async Task<IReadOnlyList<Kernel.Change>> WhatChangedAsync(CancellationToken ct)
    {
        var session = await FindAsync(toChange: false, ct);
        return [.. session.Events.OrderBy(e => e.Id).TakeLast(Math.Max(0, session.Version - Version)).Select(e => new Kernel.Change(e.ActorName, e.At, Sentence(e)))];
    }

    /// <summary>A line of the history in the reader's language.</summary>
    public string Sentence(SessionEvent e) => T["Training.Act." + e.Act, [.. e.Args.Split('\u001f'), "", ""]].TrimEnd();
}
