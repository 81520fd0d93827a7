using AfterSales.Documents.Contracts;

namespace AfterSales.Documents.Records;

/// <summary>Classes with their codes, how long each is kept and in which forms (clauses 8.1 to 8.4); a document keeps the version under which it was archived.</summary>
internal sealed record RecordsPolicy
{
    public const string Key = "documents.records";

    public IReadOnlyList<ClassRule> Classes { get; init; } =
    [
        new(RecordClasses.Customer, "CU", 10, true, ["客户登记", "用户登记", "客户资料", "customer"]),
        new(RecordClasses.Product, "PR", 15, true, ["说明书", "产品", "铭牌", "合格证", "manual", "product"]),
        new(RecordClasses.ServiceRecord, "SR", 5, true, ["维修", "收费单", "服务单", "工单", "报修", "repair", "fee note", "service order"]),
        new(RecordClasses.MaintenanceRecord, "MR", 5, true, ["保养", "清洗", "巡检", "maintenance"]),
        new(RecordClasses.Training, "TR", 5, false, ["培训", "考核", "签到", "资格证书", "training", "certificate"]),
        new(RecordClasses.Complaint, "CP", 5, false, ["投诉", "答复函", "12315", "complaint"]),
        new(RecordClasses.QualityReport, "QR", 10, false, ["质量报告", "月报", "抽查", "统计分析", "quality report", "monthly report"]),
        new(RecordClasses.Agreement, "AG", 10, true, ["协议", "合同", "agreement", "contract"]),
        new(RecordClasses.Legal, "LG", null, true, ["律师", "法院", "仲裁", "判决", "court", "lawyer"]),
        new(RecordClasses.Brand, "BR", 5, false, ["品牌", "宣传", "活动方案", "brand", "campaign"]),
        new(RecordClasses.Other, "OT", 3, false, []),
    ];

    /// <summary>Papers that an order of a kind must have on file when it is closed (clause 8.2). A kind that is not listed needs none.</summary>
    public IReadOnlyList<PaperRule> OrderPapers { get; init; } =
    [
        new("repair", [Papers.VisitReport, Papers.FeeNote]), new("maintenance", [Papers.VisitReport, Papers.FeeNote]), new("troubleshooting", [Papers.VisitReport]),
        new("installation", [Papers.VisitReport, Papers.FeeNote]), new("removal", [Papers.VisitReport]),
    ];

    /// <summary>Days after archiving within which a class that is kept in both forms must have its paper in place.</summary>
    public int BothFormsDays { get; init; } = 30;
    /// <summary>Days for which paper is lent unless told otherwise.</summary>
    public int LoanDays { get; init; } = 14;

    public ClassRule Of(RecordClass @class) => Classes.FirstOrDefault(c => c.Class == Kernel.Code.Of(@class)) ?? new ClassRule(Kernel.Code.Of(@class), "OT", null, false, []);
}

/// <param name="Prefix">Beginning of the code, e.g. <c>SR</c> of <c>SR-2026-000123</c>; each class has its own.</param>
/// <param name="KeepYears">Years from the day it was made; null: for good.</param>
/// <param name="BothForms">Kept electronically and on paper.</param>
/// <param name="Words">Words in a name or text that suggest the class.</param>
internal sealed record ClassRule(string Class, string Prefix, int? KeepYears, bool BothForms, IReadOnlyList<string> Words);

internal sealed record PaperRule(string Kind, IReadOnlyList<string> Papers);
