using AfterSales.Kernel.Composition;

namespace AfterSales.Risk;

/// <summary>Rights of the Risk module and the roles that hold them by default.</summary>
internal static class RiskPermissions
{
    public static readonly IReadOnlyList<Permission> All = [];
}
