using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

/// <summary>Says what an undo would put back and what stays, then does it.</summary>
[Permission(ServicePermissions.EditCustomers)]
internal sealed class UndoMergeModel(ServiceDbContext db, MergeCustomers merges) : ModulePage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }
    public CustomerMerge Merge { get; private set; } = null!;
    public MergeState State { get; private set; } = null!;
    public WhatStays Stays { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Merge = await db.Set<CustomerMerge>().AsNoTracking().FirstOrDefaultAsync(m => m.PublicId == Id, ct) ?? throw new NotThere();
        (State, Stays) = (Merge.Read(), await merges.WhatStaysAsync(Merge, ct));
        ModelState.Remove(nameof(Version));
        Version = Merge.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => LocalRedirect($"/Service/Customers/Details/{await merges.UndoAsync(Id, Version, Actor, ct)}");
}
