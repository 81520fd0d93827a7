using System.Security.Claims;
using AfterSales.Host.Composition;
using AfterSales.Host.Operations;
using AfterSales.Host.Settings;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Backup;

/// <summary>
/// Whether every page says that there has been no good backup for two days. The shelf is looked at once a minute while all is well, and each time while it is not:
/// whoever has just made a backup sees the banner go.
/// </summary>
internal sealed class MissedBackup(BackupShelf shelf, Company company, IPermissions permissions, TimeProvider time)
{
    static readonly TimeSpan LooksEvery = TimeSpan.FromMinutes(1);

    long _goodUntil;

    public bool IsShownTo(ClaimsPrincipal user) => permissions.Has(user, HostPermissions.Operations) && IsMissed();

    bool IsMissed()
    {
        var now = time.Now();
        if (now.Ticks < Interlocked.Read(ref _goodUntil)) return false;
        if (now - (shelf.LastGood() ?? company.SetUpAt ?? now) > Vitals.BackupAge) return true;
        Interlocked.Exchange(ref _goodUntil, (now + LooksEvery).Ticks);
        return false;
    }
}
