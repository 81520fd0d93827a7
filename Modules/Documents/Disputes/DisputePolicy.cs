using AfterSales.Kernel.Clocks;

namespace AfterSales.Documents.Disputes;

/// <summary>
/// Steps of a dispute and of a termination with their days, what is left to settle after an end, and the grounds that a contract with a brand begins
/// with (clauses 6.4, 13.3, 14.2 to 14.4). A period in days whose last day is not worked ends on the next working day.
/// </summary>
internal sealed record DisputePolicy
{
    public const string Key = "documents.disputes";

    /// <summary>Steps that come with each stage. Defence and appeal: 15 days, Civil Procedure Law articles 128 and 171.</summary>
    public IReadOnlyList<StepRule> Steps { get; init; } =
    [
        new("negotiation", "our_position", TimeLimit.Days(5)), new("negotiation", "meeting", TimeLimit.Days(15)), new("negotiation", "result", TimeLimit.Days(30)),
        new("mediation", "application", TimeLimit.Days(7)), new("mediation", "session", TimeLimit.Days(30)), new("mediation", "result", TimeLimit.Days(45)),
        new("arbitration", "statement", TimeLimit.Days(15)), new("arbitration", "evidence", TimeLimit.Days(30)), new("arbitration", "hearing", TimeLimit.Days(60)), new("arbitration", "award", TimeLimit.Days(120)),
        new("court", "statement", TimeLimit.Days(15)), new("court", "evidence", TimeLimit.Days(30)), new("court", "hearing", TimeLimit.Days(90)), new("court", "judgment", TimeLimit.Months(6)), new("court", "appeal_decided", TimeLimit.Days(195)),
    ];

    /// <summary>Days before the day of an open step on which the bell rings; after it, once more.</summary>
    public IReadOnlyList<int> RemindDays { get; init; } = [7, 1];

    public TimeLimit NoticeWithin { get; init; } = TimeLimit.Days(3);
    /// <summary>How long the other side may object, from the day of the notice.</summary>
    public TimeLimit ObjectionPeriod { get; init; } = TimeLimit.Days(15);
    public TimeLimit SettleWithin { get; init; } = TimeLimit.Days(15);
    public TimeLimit ConfirmWithin { get; init; } = TimeLimit.Days(7);

    /// <summary>What must be settled after a termination before it can be closed (clause 14.4).</summary>
    public IReadOnlyList<ItemRule> AfterTermination { get; init; } =
    [
        new("open_orders", TimeLimit.Days(15)), new("refunds", TimeLimit.Days(15)), new("warranties", TimeLimit.Days(30)), new("return_papers", TimeLimit.Days(30)), new("return_data", TimeLimit.Days(30)),
    ];

    /// <summary>Grounds with which the contract begins; each can be ended and others added.</summary>
    public IReadOnlyList<GroundRule> Grounds { get; init; } =
    [
        new("连续三个月响应及时率低于 90%", "Response on time below 90 % for three months", "response_on_time_rate", true, 0.90, 3),
        new("连续三个月处理及时率低于 80%", "Handling on time below 80 % for three months", "handling_on_time_rate", true, 0.80, 3),
        new("连续三个月每百单投诉超过 5 件", "More than 5 complaints per 100 orders for three months", "complaint_rate", false, 5, 3),
        new("一方严重违约，经书面通知后三十日内未改正", "A material breach not mended within thirty days of a written notice", null, true, null, 1),
        new("一方破产、解散或被吊销营业执照", "Insolvency, dissolution or loss of the business licence of one side", null, true, null, 1),
    ];
}

/// <param name="Stage">negotiation, mediation, arbitration, court.</param>
/// <param name="Step">Code; its words are text.</param>
internal sealed record StepRule(string Stage, string Step, TimeLimit Within);

internal sealed record ItemRule(string Item, TimeLimit Within);

/// <param name="Indicator">Code of the catalogue, where the ground can be measured.</param>
/// <param name="Below">True: met below the limit; false: above it.</param>
/// <param name="Months">Months in a row.</param>
internal sealed record GroundRule(string Zh, string En, string? Indicator, bool Below, double? Limit, int Months);
