using AfterSales.Kernel.Composition;

namespace AfterSales.Reporting;

/// <summary>Rights of Reporting and the roles that hold them by default.</summary>
internal static class ReportingPermissions
{
    /// <summary>See indicators and the rows behind them: codes, never names of customers.</summary>
    public const string Read = "reporting.indicators.read";

    /// <summary>Sign a month, so that its numbers stay.</summary>
    public const string CloseMonths = "reporting.months.close";

    public static readonly IReadOnlyList<Permission> All = [new(CloseMonths, Roles.Manager), new(Read, Roles.QualityOfficer, Roles.Manager, Roles.Trainer, Roles.BrandAuditor)];
}
