using AfterSales.Kernel.Composition;

namespace AfterSales.Staff;

/// <summary>Rights of the Staff module and the roles that hold them by default.</summary>
internal static class StaffPermissions
{
    public const string ReadCertificates = "staff.certificates.read";
    public const string EditCertificates = "staff.certificates.edit";
    public const string ReadPeople = "staff.people.read";
    public const string EditPeople = "staff.people.edit";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(ReadCertificates, Roles.Trainer, Roles.Manager, Roles.QualityOfficer, Roles.Dispatcher),
        new(EditCertificates, Roles.Trainer, Roles.Manager),
        new(ReadPeople, Roles.Trainer, Roles.Manager, Roles.QualityOfficer, Roles.Dispatcher),
        new(EditPeople, Roles.Manager),
    ];
}
