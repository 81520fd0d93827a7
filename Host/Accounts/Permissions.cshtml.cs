using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Accounts;

/// <summary>Roles against permissions, module by module, in words.</summary>
[Permission(HostPermissions.Users)]
internal sealed class PermissionsModel(IEnumerable<IModule> modules, PermissionBook book) : ModulePage
{
    public IReadOnlyList<IModule> Modules { get; } = [.. modules.Where(m => m.Permissions.Count > 0)];

    public bool Holds(string role, Permission permission) => book.Holds(role, permission.Code);

    public void OnGet()
    {
    }
}

/// <summary>Which roles hold one permission.</summary>
[Permission(HostPermissions.Users)]
internal sealed class EditPermissionModel(PermissionBook book, HostDbContext db, IAuditLog audit) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty] public string[] Held { get; set; } = [];
    public Permission Permission { get; private set; } = null!;
    public IEnumerable<string> Choices => Roles.All.Where(r => r != Roles.Administrator && PermissionBook.MayHold(Permission, r));
    public bool IsStandard(string role) => Permission.Roles.Contains(role);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Held = [.. Roles.All.Where(r => book.Holds(r, Permission.Code))];
    }

    public override Task LoadAsync(CancellationToken ct)
    {
        Permission = book.Find(Code) ?? throw new NotThere();
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var changed = await book.GiveAsync(db, Permission, Held, ct);
        if (changed.Length > 0) await audit.RecordAsync(Actor, "permission.changed", Permission.Code, changed, ct);
        return LocalRedirect("/Settings/Permissions");
    }
}
