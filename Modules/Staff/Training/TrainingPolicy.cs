namespace AfterSales.Staff.Training;

/// <summary>Numbers of training (clauses 2.4 and 7.1 to 7.4). The default instance is the standard policy.</summary>
internal sealed record TrainingPolicy
{
    public const string Key = "staff.training";

    /// <summary>The sign-in code works from so many minutes before the session begins until it ends.</summary>
    public int SignInMinutes { get; init; } = 30;
    /// <summary>Days after the end of a session from which behaviour at work can be judged.</summary>
    public int BehaviourFromDays { get; init; } = 30;
    /// <summary>Last day on which it counts, and by which the session is to be evaluated.</summary>
    public int BehaviourToDays { get; init; } = 90;
    /// <summary>Length of the windows before and after a session in which its effect is looked for, days.</summary>
    public int EffectDays { get; init; } = 90;
    /// <summary>People on each side without whom there is no answer, only <em>too few</em>.</summary>
    public int EffectPeople { get; init; } = 5;
    /// <summary>Rows that a person's number needs in each window to take part.</summary>
    public int EffectRows { get; init; } = 5;
    /// <summary>Sat tests without which item analysis shows nothing.</summary>
    public int ItemSittings { get; init; } = 10;
    /// <summary>Answers to the form after a session without which its means are shown as few.</summary>
    public int FewReactions { get; init; } = 5;
}
