namespace AfterSales.Documents.Contracts;

/// <summary>
/// A paper came to be in another module and belongs on file (clause 8.2): raise it from the aggregate that made it, after <see cref="IFileStore.Keep"/>.
/// Documents classifies, codes and archives it, and claims the content itself. Exactly once by <paramref name="Key"/>: the same key again with other
/// content is a new version of the same record, the same key with the same content is nothing new.
/// </summary>
/// <param name="Key">Yours, stable for the paper, e.g. the public id of the fee note.</param>
/// <param name="Class">One of <see cref="RecordClasses"/>.</param>
/// <param name="Paper">What paper it is within its class, one of <see cref="Papers"/>; rules about complete papers count by it.</param>
/// <param name="TitleZh">Title for Chinese readers.</param>
/// <param name="TitleEn">Title for English readers.</param>
/// <param name="Sha256">Content as kept.</param>
/// <param name="FileName">Name under which it is given out, extension included.</param>
/// <param name="MadeAt">UTC; its local day decides the year of the code.</param>
/// <param name="Links">The records that it belongs to.</param>
public sealed record RecordToFile(
    Guid Key, string Class, string Paper, string TitleZh, string TitleEn, string Sha256, string FileName, string MediaType, DateTime MadeAt, IReadOnlyList<RecordLink> Links);

/// <summary>A record that a paper belongs to.</summary>
/// <param name="Kind">One of <see cref="LinkKinds"/>.</param>
/// <param name="Key">Public id of the record, <c>D</c> format, or its code where it has no id.</param>
/// <param name="Label">What people call it, e.g. <c>SO-2026-000123</c>; no phone number, no address.</param>
public sealed record RecordLink(string Kind, string Key, string Label);

/// <summary>Kinds of records that papers are linked to.</summary>
public static class LinkKinds
{
    public const string Order = "order";
    public const string Customer = "customer";
    public const string Appliance = "appliance";
    public const string Visit = "visit";
    public const string Complaint = "complaint";
    public const string Employee = "employee";
    public const string Session = "training_session";
    public const string Agreement = "agreement";
    public const string Dispute = "dispute";
    public const string Termination = "termination";
    public const string Action = "corrective_action";
    public const string Risk = "risk";
}

/// <summary>Classes of clause 8.1.2.</summary>
public static class RecordClasses
{
    public const string Customer = "customer";
    public const string Product = "product";
    public const string ServiceRecord = "service_record";
    public const string MaintenanceRecord = "maintenance_record";
    public const string Training = "training";
    public const string Complaint = "complaint";
    public const string QualityReport = "quality_report";
    public const string Agreement = "agreement";
    public const string Legal = "legal";
    public const string Brand = "brand";
    public const string Other = "other";

    public static readonly IReadOnlyList<string> All = [Customer, Product, ServiceRecord, MaintenanceRecord, Training, Complaint, QualityReport, Agreement, Legal, Brand, Other];
}

/// <summary>Papers that the rules know; others may be filed under any short snake_case code.</summary>
public static class Papers
{
    public const string FeeNote = "fee_note";
    public const string VisitReport = "visit_report";
    public const string VisitPhoto = "visit_photo";
    public const string FactoryCheck = "factory_check";
    public const string HazardNotice = "hazard_notice";
    public const string Quote = "quote";
    public const string Signature = "signature";
    public const string ReplyLetter = "reply_letter";
    public const string Certificate = "certificate";
    public const string AttendanceSheet = "attendance_sheet";
    public const string MonthlyReport = "monthly_report";
    public const string CheckReport = "check_report";
    public const string SignedCopy = "signed_copy";
    public const string Notice = "notice";
    public const string Other = "other";
}
