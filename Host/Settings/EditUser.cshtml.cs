using AfterSales.Host.Accounts;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Settings;

[Permission(HostPermissions.Users)]
internal sealed class EditUserModel(HostDbContext db, AccountBook book) : ModulePage
{
    public sealed record Form
    {
        public string UserName { get; init; } = "";
        public string DisplayName { get; init; } = "";
        public string[] Roles { get; init; } = [];
        public string? Password { get; init; }
        public bool IsDisabled { get; init; }
        public long? DeputyId { get; init; }
        public DateOnly? DeputyFrom { get; init; }
        public DateOnly? DeputyUntil { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public string? Name { get; set; }
    public bool IsNew => string.IsNullOrEmpty(Name);
    public IReadOnlyList<Account> Others { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (IsNew) return;
        var a = await OneAsync(ct);
        Input = new Form
        {
            DisplayName = a.DisplayName, Roles = [.. a.Roles.Select(r => r.Role)], IsDisabled = a.IsDisabled, DeputyId = a.DeputyId, DeputyFrom = a.DeputyFrom, DeputyUntil = a.DeputyUntil,
        };
    }

    public override async Task LoadAsync(CancellationToken ct) => Others = await db.Set<Account>().AsNoTracking().Where(a => a.UserName != Name).OrderBy(a => a.DisplayName).ToListAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (IsNew) await book.AddAsync(Input.UserName, Input.DisplayName, Input.Roles, Input.Password ?? "", Actor, ct);
        else
        {
            var account = await OneAsync(ct);
            await book.ChangeAsync(account, Input.DisplayName, Input.Roles, Input.IsDisabled, Input.DeputyId, Input.DeputyFrom, Input.DeputyUntil, Actor, ct);
            if (!string.IsNullOrEmpty(Input.Password)) await book.ResetPasswordAsync(account, Input.Password, Actor, ct);
        }
        return LocalRedirect("/Settings/Users");
    }

    async Task<Account> OneAsync(CancellationToken ct) => await db.Set<Account>().Include(a => a.Roles).FirstOrDefaultAsync(a => a.UserName == Name, ct) ?? throw new NotThere();
}
