using AfterSales.Host.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Operations;

/// <summary>Events that wait for a person.</summary>
[Permission(HostPermissions.Operations)]
internal sealed class ParkedModel(ParkedMessages parked) : ModulePage
{
    /// <summary>How many were sent again just now.</summary>
    [BindProperty(SupportsGet = true)] public int? Sent { get; set; }
    public IReadOnlyList<ParkedMessage> Messages { get; private set; } = [];
    public int Count { get; private set; }
    public bool MayRetry => May(HostPermissions.OperationsAct);

    public async Task OnGetAsync(CancellationToken ct) => (Messages, Count) = (await parked.ListAsync(ct), await parked.CountAsync(ct));
}
