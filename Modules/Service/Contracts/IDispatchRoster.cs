namespace AfterSales.Service.Contracts;

/// <summary>Whom dispatch can send, as it knows them: a takeover of history may have brought people of whom Staff knows nothing yet.</summary>
public interface IDispatchRoster
{
    Task<IReadOnlyList<DispatchedPerson>> AllAsync(CancellationToken ct);
}

/// <param name="Code">Number of the person.</param>
/// <param name="Team">Team for which they go at present, or null.</param>
/// <param name="AccountId">Account that dispatch knows for them, or null.</param>
public sealed record DispatchedPerson(string Code, string Name, string? Team, string? AccountId);
