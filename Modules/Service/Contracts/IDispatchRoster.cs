namespace AfterSales.Service.Contracts;

/// <summary>Whom dispatch can send, as it knows them: a takeover of history may have brought people of whom Staff knows nothing yet.</summary>
public interface IDispatchRoster
{
    Task<IReadOnlyList<DispatchedPerson>> AllAsync(CancellationToken ct);

    /// <summary>Open visits of one person, the next first; past windows too, as long as the job is not done.</summary>
    Task<IReadOnlyList<PlannedVisit>> OpenAsync(string code, CancellationToken ct);

    /// <summary>Visits of today and later for which whoever is to go may not go any more: no certificate for the type on that day, on leave, or gone.</summary>
    Task<IReadOnlyList<PlannedVisit>> ToReassignAsync(CancellationToken ct);

    /// <summary>How many visits each person has on each day of a span, done and planned.</summary>
    Task<IReadOnlyList<VisitsOfDay>> VisitsAsync(DateOnly from, DateOnly to, CancellationToken ct);
}

/// <param name="Order">Number of the order.</param>
/// <param name="Technician">Code of who is to go.</param>
/// <param name="WindowStart">UTC; null where none is agreed.</param>
/// <param name="Reason">Text key of why it must go to somebody else; null where it need not.</param>
public sealed record PlannedVisit(string Order, string Technician, string TechnicianName, DateTime? WindowStart, DateTime? WindowEnd, string? Reason);

public sealed record VisitsOfDay(string Technician, DateOnly Day, int Visits);

/// <param name="Code">Number of the person.</param>
/// <param name="Team">Team for which they go at present, or null.</param>
/// <param name="AccountId">Account that dispatch knows for them, or null.</param>
public sealed record DispatchedPerson(string Code, string Name, string? Team, string? AccountId);
