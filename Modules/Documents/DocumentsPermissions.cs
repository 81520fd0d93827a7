using AfterSales.Documents.Records;
using AfterSales.Kernel.Composition;

namespace AfterSales.Documents;

/// <summary>Rights of the Documents module and the roles that hold them by default. Which classes somebody sees is a right of its own for each class.</summary>
internal static class DocumentsPermissions
{
    public const string ReadRecords = "documents.records.read";
    public const string FileRecords = "documents.records.file";
    public const string LendRecords = "documents.records.lend";
    public const string ProposeDisposal = "documents.disposal.propose";
    public const string ApproveDisposal = "documents.disposal.approve";
    public const string ReadAgreements = "documents.agreements.read";
    public const string EditAgreements = "documents.agreements.edit";
    public const string SignAgreements = "documents.agreements.sign";
    public const string ReadDisputes = "documents.disputes.read";
    public const string EditDisputes = "documents.disputes.edit";
    public const string TakeEvidence = "documents.evidence.take";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(ReadRecords, Roles.RecordsClerk, Roles.Manager, Roles.QualityOfficer, Roles.Dispatcher, Roles.Trainer, Roles.BrandAuditor),
        new(FileRecords, Roles.RecordsClerk, Roles.Manager),
        new(LendRecords, Roles.RecordsClerk),
        new(ProposeDisposal, Roles.RecordsClerk, Roles.Manager),
        new(ApproveDisposal, Roles.Manager),
        new(ReadAgreements, Roles.RecordsClerk, Roles.Manager, Roles.QualityOfficer, Roles.BrandAuditor),
        new(EditAgreements, Roles.RecordsClerk, Roles.Manager),
        new(SignAgreements, Roles.Manager),
        new(ReadDisputes, Roles.RecordsClerk, Roles.Manager, Roles.QualityOfficer),
        new(EditDisputes, Roles.RecordsClerk, Roles.Manager),
        new(TakeEvidence, Roles.Manager, Roles.QualityOfficer),
        .. ClassRights.All,
    ];
}
