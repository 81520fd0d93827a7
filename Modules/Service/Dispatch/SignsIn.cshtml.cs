using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Dispatch;

/// <summary>Which account a technician signs in with, and so whose orders that account sees.</summary>
[Permission(ServicePermissions.DispatchOrders)]
internal sealed class SignsInModel(ServiceDbContext db, IAccountNames accounts, IAuditLog audit) : ModulePage
{
    [BindProperty(SupportsGet = true)] public long Id { get; set; }
    [BindProperty] public string? Account { get; set; }
    public Technician Technician { get; private set; } = null!;
    public IReadOnlyList<AccountName> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Account = Technician.AccountId;
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Technician = await db.Set<Technician>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == Id, ct) ?? throw new NotThere();
        Accounts = await accounts.InRoleAsync(Roles.Technician, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var technician = await db.Set<Technician>().FirstOrDefaultAsync(t => t.Id == Id, ct) ?? throw new NotThere();
        var chosen = string.IsNullOrEmpty(Account) ? null : Account;
        if (chosen is not null && (await accounts.InRoleAsync(Roles.Technician, ct)).All(a => a.Id != chosen)) throw new RuleViolation("Technicians.SignsIn.NoAccount") { Field = "Account" };
        if (chosen is not null && await db.Set<Technician>().Where(t => t.AccountId == chosen && t.Id != Id).Select(t => t.Name).FirstOrDefaultAsync(ct) is { } other)
            throw new RuleViolation("Technicians.SignsIn.Taken", other) { Field = "Account" };
        technician.SignInAs(chosen);
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(Actor, "technician.account", $"technician:{technician.Code}", chosen ?? "-", ct);
        return LocalRedirect("/Service/Dispatch/Technicians");
    }
}
