namespace AfterSales.Staff.Contracts;

/// <summary>Who works for the company, asked by whoever ties a record to a person.</summary>
public interface IEmployees
{
    /// <summary>Everybody who has a place on a day, by number.</summary>
    Task<IReadOnlyList<EmployeeInBrief>> InPostAsync(DateOnly day, CancellationToken ct);
    /// <summary>One person as they were on a day (the place is null on a day without one); null for a number that nobody has.</summary>
    Task<EmployeeInBrief?> ByNumberAsync(string number, DateOnly day, CancellationToken ct);
    /// <summary>The person who signs in with an account, or null.</summary>
    Task<EmployeeInBrief?> ByAccountAsync(string accountId, DateOnly day, CancellationToken ct);
}

/// <param name="Id">Public id.</param>
/// <param name="Number">The number under which dispatch knows technicians too.</param>
/// <param name="Position">Role code of the work; null on a day without a place.</param>
/// <param name="Team">Short name of the team, or null.</param>
/// <param name="Supervisor">Number of who leads them, or null.</param>
/// <param name="LeftOn">Last day in the company; null while it goes on.</param>
public sealed record EmployeeInBrief(
    Guid Id, string Number, string Name, string? AccountId, string? Position, string? Team, string? Grade, string? Supervisor, DateOnly HiredOn, DateOnly? LeftOn);

/// <summary>Something on a person's record changed: name, place, account, or that they work here at all. Whoever keeps a copy asks again.</summary>
public sealed record EmployeeChanged(string Number);
