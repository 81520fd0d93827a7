using AfterSales.Host.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Operations;

/// <summary>Sends one parked message again, or all of them.</summary>
[Permission(HostPermissions.OperationsAct)]
internal sealed class RetryModel(ParkedMessages parked) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string? Module { get; set; }
    /// <summary>Null for all.</summary>
    [BindProperty(SupportsGet = true)] public long? Id { get; set; }
    public int Count { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => Count = await parked.CountAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var sent = 1;
        if (Id is { } id) await parked.RetryAsync(Module ?? "", id, Actor, ct);
        else sent = await parked.RetryAllAsync(Actor, ct);
        return LocalRedirect($"/Operations/Parked?sent={sent}");
    }
}
