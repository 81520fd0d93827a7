using System.Globalization;
using AfterSales.Host.Data;
using AfterSales.Kernel.Composition;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Accounts;

/// <inheritdoc cref="IAccountNames"/>
internal sealed class AccountNames(HostDbContext db) : IAccountNames
{
    public async Task<IReadOnlyList<AccountName>> InRoleAsync(string role, CancellationToken ct) =>
        [.. (await db.Set<Account>().AsNoTracking().Where(a => !a.IsDisabled && a.Roles.Any(r => r.Role == role)).OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Select(a => new { a.Id, a.UserName, a.DisplayName }).ToListAsync(ct))
            .Select(a => new AccountName(a.Id.ToString(CultureInfo.InvariantCulture), a.UserName ?? "", a.DisplayName))];
}
