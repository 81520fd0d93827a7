using AfterSales.Kernel.Composition;

namespace AfterSales.Documents.Records;

/// <summary>Scheme of clause 8.1.2; codes as in the contract's <c>RecordClasses</c>.</summary>
internal enum RecordClass { Customer, Product, ServiceRecord, MaintenanceRecord, Training, Complaint, QualityReport, Agreement, Legal, Brand, Other }

/// <summary>How far a document has come: each step by whom and when stands in its log.</summary>
internal enum DocumentState { Collected, Classified, Coded, Archived, Disposed }

/// <summary>What became of the text of a content: not looked at yet, read, read up to the limit, nothing to read, could not be read.</summary>
internal enum TextState { Waiting, Read, Cut, None, Failed }

/// <summary>Who may see which class: a permission each, so that an administrator grants classes to roles as any other right.</summary>
internal static class ClassRights
{
    public static string Permission(RecordClass @class) => "documents.class." + Kernel.Code.Of(@class).Replace('_', '-');

    public static IEnumerable<Permission> All => Enum.GetValues<RecordClass>().Select(c => new Permission(Permission(c), RolesOf(c)));

    static string[] RolesOf(RecordClass @class) => @class switch
    {
        RecordClass.Customer => [Roles.RecordsClerk, Roles.Manager, Roles.Dispatcher, Roles.QualityOfficer],
        RecordClass.Product => [Roles.RecordsClerk, Roles.Manager, Roles.Dispatcher, Roles.QualityOfficer, Roles.Trainer],
        RecordClass.ServiceRecord or RecordClass.MaintenanceRecord => [Roles.RecordsClerk, Roles.Manager, Roles.Dispatcher, Roles.QualityOfficer, Roles.BrandAuditor],
        RecordClass.Training => [Roles.RecordsClerk, Roles.Manager, Roles.Trainer, Roles.QualityOfficer],
        RecordClass.Complaint => [Roles.RecordsClerk, Roles.Manager, Roles.QualityOfficer],
        RecordClass.QualityReport => [Roles.RecordsClerk, Roles.Manager, Roles.QualityOfficer, Roles.BrandAuditor],
        RecordClass.Brand => [Roles.RecordsClerk, Roles.Manager, Roles.QualityOfficer],
        RecordClass.Agreement or RecordClass.Other => [Roles.RecordsClerk, Roles.Manager],
        _ => [Roles.Manager], // legal matters
    };
}
