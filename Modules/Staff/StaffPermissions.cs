using AfterSales.Kernel.Composition;

namespace AfterSales.Staff;

/// <summary>Rights of the Staff module and the roles that hold them by default.</summary>
internal static class StaffPermissions
{
    public const string ReadCertificates = "staff.certificates.read";
    public const string EditCertificates = "staff.certificates.edit";
    public const string ReadPeople = "staff.people.read";
    public const string EditPeople = "staff.people.edit";
    public const string EditRoster = "staff.roster.edit";

    /// <summary>Look at courses, sessions, plan and results.</summary>
    public const string ReadTraining = "staff.training.read";
    /// <summary>Write courses, plan sessions, enrol people.</summary>
    public const string PlanTraining = "staff.training.plan";
    /// <summary>Keep session sheets, close and evaluate sessions.</summary>
    public const string MarkTraining = "staff.training.mark";
    /// <summary>Read and sign what concerns oneself: own trainings, assessments, rewards and penalties.</summary>
    public const string Own = "staff.own.read";
    public const string ReadAssessments = "staff.assessments.read";
    public const string RateAssessments = "staff.assessments.rate";
    public const string ReadRewards = "staff.rewards.read";
    public const string ProposeRewards = "staff.rewards.propose";
    public const string DecideRewards = "staff.rewards.decide";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(ReadCertificates, Roles.Trainer, Roles.Manager, Roles.QualityOfficer, Roles.Dispatcher),
        new(EditCertificates, Roles.Trainer, Roles.Manager),
        new(ReadPeople, Roles.Trainer, Roles.Manager, Roles.QualityOfficer, Roles.Dispatcher),
        new(EditPeople, Roles.Manager),
        new(ReadTraining, Roles.Trainer, Roles.Manager, Roles.QualityOfficer),
        new(PlanTraining, Roles.Trainer, Roles.Manager),
        new(MarkTraining, Roles.Trainer, Roles.Manager),
        new(Own, [.. Roles.All.Where(r => r != Roles.BrandAuditor)]),
        new(ReadAssessments, Roles.Manager),
        new(RateAssessments, Roles.Manager),
        new(ReadRewards, Roles.Manager, Roles.QualityOfficer),
        new(ProposeRewards, Roles.Manager, Roles.QualityOfficer),
        new(DecideRewards, Roles.Manager),
        new(EditRoster, Roles.Manager, Roles.Dispatcher),
    ];
}
