using AfterSales.Host.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Operations;

/// <summary>Health at a glance.</summary>
[Permission(HostPermissions.Operations)]
internal sealed class IndexModel(VitalSigns signs, DiskSpace disk) : ModulePage
{
    public Vitals Vitals { get; private set; } = null!;
    public bool MayAct => May(HostPermissions.OperationsAct);
    public long FloorMegabytes => disk.Floor / 1_000_000;
    public string Version => Product.Version;
    public string Commit => Product.Commit;

    public async Task OnGetAsync(CancellationToken ct) => Vitals = await signs.ReadAsync(ct);
}
