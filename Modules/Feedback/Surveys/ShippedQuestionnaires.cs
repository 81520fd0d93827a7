namespace AfterSales.Feedback.Surveys;

/// <summary>Questionnaires that come with the product, short enough for a customer at the door; ids lie below any generated one.</summary>
internal static class ShippedQuestionnaires
{
    public const string Overall = "overall", Recommend = "recommend", Effort = "effort", Comment = "comment", Settled = "settled", Yes = "yes";

    internal sealed record Shipped(long Id, SurveyKind Kind, string NameZh, string NameEn, IReadOnlyList<Question> Questions);

    static Question Why(string on, int atMost) => new("why", QuestionKind.Multiple, "哪些方面没有做好？", "What went wrong?")
    {
        Choices =
        [
            new("late", "来得太晚", "Came too late"), new("not_fixed", "没有修好", "Not fixed"), new("price", "收费不清楚或太贵", "Price unclear or too high"),
            new("manner", "服务态度", "Manner"), new("clean", "现场没有清理", "Left a mess"), new("other", "其他", "Something else"),
        ],
        OnlyIf = new Condition(on, AtMost: atMost),
    };

    public static readonly IReadOnlyList<Shipped> All =
    [
        new(-1, SurveyKind.Service, "服务满意度", "Service satisfaction",
        [
            new(Overall, QuestionKind.Rating, "您对这次服务满意吗？", "How satisfied are you with this service?"),
            Why(Overall, 3),
            new(Recommend, QuestionKind.Recommendation, "您愿意把我们推荐给亲友吗？", "Would you recommend us to friends and family?"),
            new(Effort, QuestionKind.Effort, "解决问题，您觉得省心吗？", "How easy was it to get your problem solved?"),
            new(Comment, QuestionKind.Text, "还有什么想告诉我们的？", "Anything else you would like to tell us?"),
        ]),
        new(-2, SurveyKind.Relationship, "客户关系调查", "Relationship survey",
        [
            new(Recommend, QuestionKind.Recommendation, "您愿意把我们推荐给亲友吗？", "Would you recommend us to friends and family?"),
            new("reason", QuestionKind.Text, "最主要的原因是什么？", "What is the main reason?"),
            new(Overall, QuestionKind.Rating, "总体来说，您对我们满意吗？", "Overall, how satisfied are you with us?"),
            new("wish", QuestionKind.Text, "您最希望我们改进什么？", "What should we improve first?"),
        ]),
        new(-3, SurveyKind.Complaint, "投诉处理满意度", "Settlement of a complaint",
        [
            new(Settled, QuestionKind.Single, "您的投诉解决了吗？", "Does this settle your complaint?") { Choices = [new(Yes, "解决了", "Yes"), new("no", "没有解决", "No")] },
            new(Overall, QuestionKind.Rating, "您对处理过程满意吗？", "How satisfied are you with how it was handled?"),
            new(Comment, QuestionKind.Text, "还有什么想告诉我们的？", "Anything else you would like to tell us?"),
        ]),
        new(-4, SurveyKind.Training, "培训反馈", "Reaction to a training",
        [
            new(Overall, QuestionKind.Rating, "您对这次培训满意吗？", "How satisfied are you with this training?"),
            new("useful", QuestionKind.Rating, "内容对您的工作有用吗？", "Is the content useful for your work?"),
            new("trainer", QuestionKind.Rating, "讲师讲得清楚吗？", "Was the trainer clear?"),
            new("pace", QuestionKind.Single, "进度如何？", "How was the pace?") { Choices = [new("slow", "太慢", "Too slow"), new("right", "合适", "Right"), new("fast", "太快", "Too fast")] },
            new(Comment, QuestionKind.Text, "您的建议", "Your suggestions"),
        ]),
    ];
}
