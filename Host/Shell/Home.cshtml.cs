using System.Security.Claims;
using AfterSales.Host.Messages;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Shell;

/// <summary>Each role's own start: what needs doing today, every number with its rows, then the ways into the product.</summary>
[SignedIn("Everybody starts somewhere.")]
internal sealed class HomeModel(Navigation navigation, Digest digest) : ModulePage
{
    public IReadOnlyList<MenuItem> Items { get; private set; } = [];
    public IReadOnlyList<DigestLine> Lines { get; private set; } = [];
    /// <summary>False for roles that have no summary.</summary>
    public bool HasDigest { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Items = navigation.For(User);
        HasDigest = digest.Serves([.. User.Claims.Where(c => c.Type == ClaimTypes.Role).Select(c => c.Value)]);
        Lines = await digest.ForAsync(User, ct);
    }
}
