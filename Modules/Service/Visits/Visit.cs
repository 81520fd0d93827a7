using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;

namespace AfterSales.Service.Visits;

/// <summary>
/// One trip to a customer: who came, certified or not, when by both clocks, what was found, done, built in and measured, and what it ended with.
/// The order's own transitions stay in <see cref="ServiceOrder"/>; this calls them, so both are saved together or not at all. Acts are in
/// <c>Visit.Acts.cs</c>.
/// </summary>
internal sealed partial class Visit : Aggregate, IInFeed
{
    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public long OrderId { get; private set; }
    public ServiceOrder Order { get; private init; } = null!;
    /// <summary>First, second ... trip of the order.</summary>
    public int Trip { get; private init; }
    public long TechnicianId { get; private init; }
    public int PolicyVersion { get; private init; }

    /// <summary>The window that was first agreed for this trip, or the one to which the customer moved it.</summary>
    public DateTime? WindowStart { get; private init; }
    public DateTime? WindowEnd { get; private init; }
    /// <summary>The company moved the first agreed window: not on time, whatever the arrival.</summary>
    public bool MovedByCompany { get; private init; }
    /// <summary>The customer agreed to an arrival before the window.</summary>
    public bool EarlyConsent { get; private set; }
    /// <summary>Arrived inside the window; null before arrival and where no window was agreed.</summary>
    public bool? OnTime { get; private set; }
    /// <summary>Held a valid certificate for the product type on the day of arrival, as Staff answered then.</summary>
    public bool? Certified { get; private set; }
    public string? CertificateNumber { get; private set; }

    public DateTime? DepartedAt { get; private set; }
    public DateTime? ArrivedAt { get; private set; }
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Edition of the check list in force at arrival; null where the model has none.</summary>
    public long? CheckListId { get; private set; }
    public string? FaultCode { get; private set; }
    public string? Cause { get; private set; }
    public bool Misuse { get; private set; }
    public string? MisuseEvidence { get; private set; }

    public VisitOutcome? Outcome { get; private set; }
    public string? Report { get; private set; }
    /// <summary>Why the visit did not end as <see cref="VisitOutcome.Fixed"/>.</summary>
    public string? Reason { get; private set; }
    public string? NextStep { get; private set; }
    /// <summary>Every required value there and within its limits; written down at the finish. False without a list: no check list is not passed.</summary>
    public bool? CheckPassed { get; private set; }
    public string? ReleasedBy { get; private set; }
    public string? ReleaseReason { get; private set; }

    public string? SignedBy { get; private set; }
    public string? SignedAs { get; private set; }
    public string? SignatureSha256 { get; private set; }
    public string? RefusedToSign { get; private set; }
    public DateTime? SignedAt { get; private set; }
    /// <summary>The hazard that the customer was told of in writing.</summary>
    public string? Hazard { get; private set; }
    public string? HazardSignedBy { get; private set; }
    public DateTime? HazardAt { get; private set; }
    /// <summary>Entered by the office because the technician could not; its rules are lighter and it is seen in the numbers.</summary>
    public bool ClosedByOffice { get; private set; }
    /// <summary>Version of the last act by somebody else than the technician: an entry made on an older page meets a conflict.</summary>
    public int OthersVersion { get; private set; }

    public List<VisitStamp> Stamps { get; } = [];
    public List<VisitWork> Work { get; } = [];
    public List<UsedPart> Parts { get; } = [];
    public List<MeasuredValue> Values { get; } = [];
    public List<VisitPhoto> Photos { get; } = [];

    Visit() { }

    public bool IsOpen => FinishedAt is null;
    public bool IsOnSite => ArrivedAt is not null && IsOpen;
    /// <summary>Owner of its files, for Documents.</summary>
    public string FileOwner => $"service.visit:{PublicId:N}";

    public MeasuredValue? ValueOf(string item) => Values.FirstOrDefault(v => v.Item == item);

    /// <summary>Required lines of the list without a value yet.</summary>
    public IReadOnlyList<CheckItem> MissingValues(CheckList? list) => list is null ? [] : [.. list.Items.Where(i => i.Required && ValueOf(i.Code) is null).OrderBy(i => i.Position)];

    /// <summary>Shots that this job needs and that are neither taken nor excused.</summary>
    public IReadOnlyList<string> MissingShots(VisitRules rules) =>
        [.. NeededShots(rules).Where(s => Photos.All(p => p.Shot != s))];

    public IReadOnlyList<string> NeededShots(VisitRules rules)
    {
        var (type, kind) = (rules.Type is { } known ? Kernel.Code.Of(known) : "", Kernel.Code.Of(Order.Kind));
        return [.. rules.Policy.Shots.Where(s => (s.Types.Count == 0 || s.Types.Contains(type)) && (s.Kinds.Count == 0 || s.Kinds.Contains(kind)) && (!s.WhenPartsReplaced || Parts.Count > 0)).Select(s => s.Code)];
    }

    /// <summary>Every act ends with it.</summary>
    void Done(Moment when)
    {
        Acted();
        if (!when.ByDoer) OthersVersion = Version;
    }
}

/// <summary>What a visit is judged by: the policy of its beginning, the order's rules, the model's type and check list.</summary>
internal sealed record VisitRules(VisitPolicy Policy, OrderRules Order, ProductType? Type, CheckList? List);

/// <summary>Whether whoever arrives holds a valid certificate for the type that day.</summary>
internal readonly record struct Qualification(bool IsCertified, string? CertificateNumber);
