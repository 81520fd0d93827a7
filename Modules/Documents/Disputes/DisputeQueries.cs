using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Disputes;

/// <summary>How disputes and terminations are found.</summary>
internal static class DisputeQueries
{
    public static readonly string[] Views = ["open", "overdue", "closed", "all"];

    public static IQueryable<Dispute> WithAll(this IQueryable<Dispute> disputes) =>
        disputes.Include(d => d.Steps).Include(d => d.Positions).Include(d => d.Links).Include(d => d.Events).AsSplitQuery();

    public static IQueryable<Termination> WithAll(this IQueryable<Termination> terminations) =>
        terminations.Include(t => t.Steps).Include(t => t.Items).Include(t => t.Events).AsSplitQuery();

    public static IQueryable<Dispute> Shown(this IQueryable<Dispute> disputes, string view, DateOnly today) => view switch
    {
        "overdue" => disputes.Where(d => d.ClosedOn == null && d.Steps.Any(s => s.DoneOn == null && s.DroppedOn == null && s.DueOn < today)),
        "closed" => disputes.Where(d => d.ClosedOn != null),
        "all" => disputes,
        _ => disputes.Where(d => d.ClosedOn == null),
    };

    public static IQueryable<Termination> Shown(this IQueryable<Termination> terminations, string view, DateOnly today) => view switch
    {
        "overdue" => terminations.Where(t => t.ClosedOn == null && (t.Steps.Any(s => s.DoneOn == null && s.DueOn < today) || t.Items.Any(i => i.DoneOn == null && i.DueOn < today))),
        "closed" => terminations.Where(t => t.ClosedOn != null),
        "all" => terminations,
        _ => terminations.Where(t => t.ClosedOn == null),
    };
}
