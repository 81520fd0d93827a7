using AfterSales.Kernel.Composition;

namespace AfterSales.Staff;

/// <summary>Rights of the Staff module and the roles that hold them by default.</summary>
internal static class StaffPermissions
{
    public static readonly IReadOnlyList<Permission> All = [];
}
