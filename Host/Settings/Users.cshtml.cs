using AfterSales.Host.Accounts;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Pages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Settings;

[Permission(HostPermissions.Users)]
internal sealed class UsersModel(HostDbContext db) : ModulePage
{
    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => Accounts = await db.Set<Account>().AsNoTracking().Include(a => a.Roles).OrderBy(a => a.UserName).ToListAsync(ct);

    public string NameOf(long id) => Accounts.FirstOrDefault(a => a.Id == id)?.DisplayName ?? "";
}
