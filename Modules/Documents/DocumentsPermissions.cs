using AfterSales.Kernel.Composition;

namespace AfterSales.Documents;

/// <summary>Rights of the Documents module and the roles that hold them by default.</summary>
internal static class DocumentsPermissions
{
    public static readonly IReadOnlyList<Permission> All = [];
}
