using AfterSales.Kernel.Composition;

namespace AfterSales.Reporting;

/// <summary>Rights of Reporting and the roles that hold them by default.</summary>
internal static class ReportingPermissions
{
    /// <summary>See the scorecard, indicators and the rows behind them: codes, never names of customers. Without <see cref="Company"/> of the own contract only.</summary>
    public const string Read = "reporting.indicators.read";

    /// <summary>See the numbers of the whole company: all contracts, signals, reports.</summary>
    public const string Company = "reporting.company.read";

    /// <summary>Sign a month, so that its numbers stay.</summary>
    public const string CloseMonths = "reporting.months.close";

    /// <summary>Acknowledge and explain signals, note points of charts.</summary>
    public const string ExplainSignals = "reporting.signals.explain";

    /// <summary>Move a baseline, switch tests and kinds of limits.</summary>
    public const string SetCharts = "reporting.charts.set";

    /// <summary>See teams and people side by side.</summary>
    public const string People = "reporting.people.read";

    /// <summary>See audits of the contract.</summary>
    public const string ReadAudits = "reporting.audits.read";

    /// <summary>Draw orders, tick them against the clauses, sign the audit.</summary>
    public const string Audit = "reporting.audits.work";

    /// <summary>See what was earned, and what it cost.</summary>
    public const string Money = "reporting.money.read";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(Read, Roles.QualityOfficer, Roles.Manager, Roles.Trainer, Roles.BrandAuditor),
        new(Company, Roles.QualityOfficer, Roles.Manager, Roles.Trainer),
        new(CloseMonths, Roles.Manager),
        new(ExplainSignals, Roles.Manager, Roles.QualityOfficer),
        new(SetCharts, Roles.Manager, Roles.QualityOfficer),
        new(People, Roles.Manager, Roles.QualityOfficer, Roles.Trainer),
        new(ReadAudits, Roles.BrandAuditor, Roles.Manager, Roles.QualityOfficer),
        new(Audit, Roles.BrandAuditor),
        new(Money, Roles.Manager, Roles.Cashier),
    ];
}
