using AfterSales.Kernel.Composition;

namespace AfterSales.Host.Composition;

/// <summary>Rights of the Host's own pages. The administrator holds every right; what is listed here is for others.</summary>
internal static class HostPermissions
{
    public const string Users = "host.users.manage";
    public const string Settings = "host.settings.manage";
    public const string Operations = "host.operations.read";
    public const string Audit = "host.audit.read";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(Users), new(Settings), new(Operations, Roles.Manager), new(Audit, Roles.Manager),
    ];
}
