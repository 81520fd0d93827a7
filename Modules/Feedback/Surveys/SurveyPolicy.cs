using AfterSales.Kernel.Clocks;

namespace AfterSales.Feedback.Surveys;

/// <summary>How often customers are asked and what their answers set off (clauses 1.4.4, 3.3, 3.5). The default instance is the standard policy.</summary>
internal sealed record SurveyPolicy
{
    public const string Key = "feedback.surveys";

    /// <summary>Orders of one contact completed within so many local days share one invitation.</summary>
    public int ShareDays { get; init; } = 7;
    /// <summary>At most one relationship survey or reminder in so many local days.</summary>
    public int CapDays { get; init; } = 30;
    /// <summary>An invitation can be answered until 24:00 of this day after it was sent.</summary>
    public int ExpiryDays { get; init; } = 14;
    /// <summary>Local days after which an invitation without answer is reminded of, once.</summary>
    public int ReminderAfterDays { get; init; } = 2;
    /// <summary>An answer can be changed for so long after its first save.</summary>
    public TimeLimit Changeable { get; init; } = TimeLimit.Hours(24);
    /// <summary>A rating up to this opens a call-back.</summary>
    public int LowRating { get; init; } = 2;
    /// <summary>A recommendation up to this opens a call-back.</summary>
    public int LowRecommendation { get; init; } = 6;
    public TimeLimit CallBack { get; init; } = TimeLimit.Hours(24);
    /// <summary>Answers for so many customers from one device are held for review.</summary>
    public int CustomersPerDevice { get; init; } = 3;
    /// <summary>Fewer answers than this are shown as few answers.</summary>
    public int FewAnswers { get; init; } = 30;
    /// <summary>Customers asked each quarter how they see the company as a whole.</summary>
    public int RelationshipSample { get; init; } = 120;
    /// <summary>They are drawn from everybody served in so many months.</summary>
    public int RelationshipMonths { get; init; } = 12;
    /// <summary>Contacts of an agreement are asked about so many orders of a calendar month; of those after that about a share.</summary>
    public int AgreementOrders { get; init; } = 4;
    /// <summary>That share in percent, where the agreement says nothing of its own.</summary>
    public int AgreementPercent { get; init; } = 25;
    /// <summary>What comments speak of: a code, a colon, the words that tell it.</summary>
    public IReadOnlyList<string> Themes { get; init; } =
    [
        "time: 准时, 迟到, 等了, 两天, 及时, 拖, late, wait, punctual, on time", "result: 修好, 没修好, 又坏, 打火, 漏, 不热, 缺件, fixed, broken, leak, works", "price: 收费, 价格, 太贵, 透明, 实惠, price, expensive, charge, fee",
        "manner: 态度, 耐心, 热情, 讲解, 礼貌, rude, friendly, polite, explain", "clean: 干净, 地面, 一地水, 清理, clean, mess",
    ];
    /// <summary>Technicians see who gave which answer.</summary>
    public bool TechnicianSeesWho { get; init; }
}
