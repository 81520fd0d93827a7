using System.Globalization;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Accounts;

/// <inheritdoc cref="IAccountNames"/>
internal sealed class AccountNames(HostDbContext db, AccountBook book) : IAccountNames
{
    public async Task CloseAsync(string accountId, Actor who, CancellationToken ct)
    {
        if (!long.TryParse(accountId, CultureInfo.InvariantCulture, out var id) || await db.Set<Account>().Include(a => a.Roles).FirstOrDefaultAsync(a => a.Id == id, ct) is not { IsDisabled: false } account) return;
        await book.ChangeAsync(account, account.DisplayName, account.Roles.Select(r => r.Role), disabled: true, account.DeputyId, account.DeputyFrom, account.DeputyUntil, who, ct);
    }

    public async Task<IReadOnlyList<AccountName>> InRoleAsync(string role, CancellationToken ct) =>
        [.. (await db.Set<Account>().AsNoTracking().Where(a => !a.IsDisabled && a.Roles.Any(r => r.Role == role)).OrderBy(a => a.DisplayName).ThenBy(a => a.Id).Select(a => new { a.Id, a.UserName, a.DisplayName }).ToListAsync(ct))
            .Select(a => new AccountName(a.Id.ToString(CultureInfo.InvariantCulture), a.UserName ?? "", a.DisplayName))];
}
