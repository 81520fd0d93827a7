using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Parts;

/// <summary>An act on a request for a part.</summary>
internal abstract class PartRequestPage : ActPage<PartRequest>
{
    public PartRequest Shown => Record;
    protected override string Home => "/Service/Parts";

    protected override async Task<PartRequest> FindAsync(bool toChange, CancellationToken ct)
    {
        var requests = Ask<ServiceDbContext>().Set<PartRequest>().Include(r => r.Order);
        return await (toChange ? requests : requests.AsNoTracking()).FirstOrDefaultAsync(r => r.PublicId == Id, ct) ?? throw new NotThere();
    }

    protected override Task SaveAsync(PartRequest acted, CancellationToken ct) => Ask<ServiceDbContext>().SaveChangesAsync(ct);
}

[Permission(ServicePermissions.KeepParts)]
internal sealed class OrderModel : PartRequestPage
{
    public sealed record Form(string Supplier = "", string? SupplierNumber = null, DateOnly? ExpectedOn = null);

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((r, now) => r.PlaceOrder(Input.Supplier ?? "", Input.SupplierNumber, Input.ExpectedOn, Today, now, Actor), ct);
}

[Permission(ServicePermissions.KeepParts)]
internal sealed class ArriveModel : PartRequestPage
{
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((r, now) => r.Arrive(now, Actor), ct);
}

[Permission(ServicePermissions.KeepParts)]
internal sealed class CancelModel : PartRequestPage
{
    public sealed record Form(string? Reason = null);

    [BindProperty] public Form Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((r, now) => r.Cancel(Input.Reason, now), ct);
}
