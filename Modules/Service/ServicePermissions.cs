using AfterSales.Kernel.Composition;

namespace AfterSales.Service;

/// <summary>Rights of the Service module and the roles that hold them by default.</summary>
internal static class ServicePermissions
{
    public static readonly IReadOnlyList<Permission> All = [];
}
