using AfterSales.Kernel.Composition;

namespace AfterSales.Risk;

/// <summary>Rights of the Risk module and the roles that hold them by default.</summary>
internal static class RiskPermissions
{
    /// <summary>See the register, its controls and events.</summary>
    public const string Read = "risk.register.read";
    /// <summary>Register, rate, review, treat and close risks; assess events.</summary>
    public const string Keep = "risk.register.keep";
    /// <summary>Tell that something happened.</summary>
    public const string Report = "risk.events.report";
    /// <summary>Introduce, test and retire controls.</summary>
    public const string Control = "risk.controls.keep";
    public const string ReadChecks = "risk.checks.read";
    /// <summary>Write check lists, make plans, draw samples.</summary>
    public const string PlanChecks = "risk.checks.plan";
    public const string DoChecks = "risk.checks.do";
    public const string ReadActions = "risk.actions.read";
    /// <summary>Open, analyse, agree, judge and withdraw corrective actions. Their owner may report them as done without it.</summary>
    public const string LeadActions = "risk.actions.lead";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(Read, Roles.QualityOfficer, Roles.Manager, Roles.Trainer, Roles.Dispatcher),
        new(Keep, Roles.QualityOfficer, Roles.Manager),
        new(Report, Roles.QualityOfficer, Roles.Manager, Roles.Trainer, Roles.Dispatcher, Roles.Technician, Roles.RecordsClerk, Roles.Cashier),
        new(Control, Roles.QualityOfficer, Roles.Manager),
        new(ReadChecks, Roles.QualityOfficer, Roles.Manager, Roles.Trainer, Roles.Dispatcher),
        new(PlanChecks, Roles.QualityOfficer, Roles.Manager),
        new(DoChecks, Roles.QualityOfficer, Roles.Manager, Roles.Trainer, Roles.Dispatcher),
        new(ReadActions, Roles.QualityOfficer, Roles.Manager, Roles.Trainer, Roles.Dispatcher),
        new(LeadActions, Roles.QualityOfficer, Roles.Manager),
    ];
}
