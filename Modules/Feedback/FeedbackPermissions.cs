using AfterSales.Kernel.Composition;

namespace AfterSales.Feedback;

/// <summary>Rights of the Feedback module and the roles that hold them by default.</summary>
internal static class FeedbackPermissions
{
    public static readonly IReadOnlyList<Permission> All = [];
}
