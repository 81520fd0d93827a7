namespace AfterSales.Kernel.Composition;

/// <summary>Who can sign in, for modules that tie a record of theirs to an account.</summary>
public interface IAccountNames
{
    /// <summary>Accounts that may sign in and hold a role, by name.</summary>
    Task<IReadOnlyList<AccountName>> InRoleAsync(string role, CancellationToken ct);

    /// <summary>Nobody signs in with it any more, and everything that is signed in with it ends.</summary>
    /// <exception cref="RuleViolation">It is the last administrator's.</exception>
    Task CloseAsync(string accountId, Actor who, CancellationToken ct);
}

/// <param name="Id">The <see cref="Actor.Id"/> of whoever signs in with it.</param>
/// <param name="UserName">What is typed to sign in.</param>
public sealed record AccountName(string Id, string UserName, string DisplayName);
