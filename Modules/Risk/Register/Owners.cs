using AfterSales.Kernel.Composition;

namespace AfterSales.Risk.Register;

/// <summary>Who can answer for a risk, a control, a check or an action: people with an account who can open the page of it.</summary>
internal sealed class Owners(IAccountNames accounts)
{
    static readonly string[] Able = [Roles.QualityOfficer, Roles.Manager, Roles.Trainer, Roles.Dispatcher, Roles.Administrator];

    public async Task<IReadOnlyList<AccountName>> AllAsync(CancellationToken ct)
    {
        List<AccountName> found = [];
        foreach (var role in Able) found.AddRange(await accounts.InRoleAsync(role, ct));
        return [.. found.DistinctBy(a => a.Id).OrderBy(a => a.DisplayName, StringComparer.Ordinal)];
    }

    /// <returns>No name when the account is none of them: whoever takes it refuses it with its own sentence.</returns>
    public async Task<Owner> OfAsync(string? accountId, CancellationToken ct) => (await AllAsync(ct)).FirstOrDefault(a => a.Id == accountId) is { } account ? new Owner(account.Id, account.DisplayName) : new Owner(null, "");
}
