using AfterSales.Kernel.Clocks;

namespace AfterSales.Feedback.Brand;

/// <summary>Numbers and words of the brand's upkeep (clauses 12.1 to 12.4). The default instance is the standard policy.</summary>
internal sealed record BrandPolicy
{
    public const string Key = "feedback.brand";

    /// <summary>A mention that needs a reply is answered within this, counted from its publication.</summary>
    public TimeLimit Reply { get; init; } = TimeLimit.Hours(24);
    public double WarnShare { get; init; } = 0.8;
    /// <summary>Stars up to which a review needs a reply, whatever it says.</summary>
    public int LowStars { get; init; } = 3;
    /// <summary>Analyses of a month are to be signed by this day of the next month.</summary>
    public int ReviewDay { get; init; } = 10;
    /// <summary>Words that speak well of the service; a suggestion counts them, a person decides.</summary>
    public IReadOnlyList<string> GoodWords { get; init; } =
    [
        "满意", "好评", "专业", "准时", "及时", "耐心", "热情", "细心", "负责", "干净", "推荐", "靠谱", "点赞", "给力", "周到", "实惠", "透明", "很快", "不错", "谢谢", "感谢",
        "good", "great", "excellent", "professional", "punctual", "on time", "friendly", "polite", "clean", "recommend", "satisfied", "happy", "thanks", "thank you", "fast", "helpful", "fair price", "reliable",
    ];
    /// <summary>Words that speak ill of it.</summary>
    public IReadOnlyList<string> BadWords { get; init; } =
    [
        "差评", "投诉", "不满意", "失望", "态度差", "敷衍", "推诿", "乱收费", "太贵", "坑", "骗", "漏水", "没修好", "又坏", "拖延", "迟到", "没人管", "垃圾", "后悔", "不耐烦", "爽约",
        "bad", "terrible", "awful", "rude", "late", "overcharged", "expensive", "scam", "leak", "not fixed", "broken again", "waste", "disappointed", "unhappy", "never came", "no show", "worst", "complaint",
    ];
    /// <summary>Words that turn the next one round.</summary>
    public IReadOnlyList<string> Turns { get; init; } = ["不", "没", "没有", "未", "毫无", "not", "no", "never", "hardly"];
}
