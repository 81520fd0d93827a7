using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Staff.Training;

namespace AfterSales.Staff.Assessments;

internal enum AssessmentState { Open, Measured, Rated, Signed }

internal enum AssessmentGrade { A, B, C, D }

/// <summary>
/// One person's assessment over a period (clause 2.5): the measured part is frozen with the load it came from, the rated part is the manager's, and the employee signs, agreeing or
/// not. A line without a number is missing, never 0: it drops out and the other weights are scaled up; with less than half of the weight there is no grade.
/// </summary>
internal sealed class Assessment : Aggregate, IInFeed
{
    /// <summary>Weight without which the rest says too little.</summary>
    const int LeastWeight = 50;

    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public long TemplateId { get; private init; }
    public string TemplateName { get; private init; } = "";
    public Guid EmployeeId { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";
    public DateOnly From { get; private init; }
    public DateOnly To { get; private init; }
    /// <summary>Last day on which the employee's signature is in time.</summary>
    public DateOnly Due { get; private init; }
    public int FromA { get; private init; }
    public int FromB { get; private init; }
    public int FromC { get; private init; }
    public AssessmentState State { get; private set; }
    public long? Run { get; private set; }
    public DateTime? MeasuredAt { get; private set; }
    public string? RatedBy { get; private set; }
    public DateTime? RatedAt { get; private set; }
    public string? Summary { get; private set; }
    public double? Total { get; private set; }
    public AssessmentGrade? Grade { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    public DateTime? SignedAt { get; private set; }
    public bool? Agrees { get; private set; }
    public string? Comment { get; private set; }
    public List<AssessmentLine> Lines { get; } = [];

    Assessment() { }

    public static Assessment Open(AssessmentTemplate template, TrainedPerson person, DateOnly from, DateOnly to, AssessmentPolicy policy, DateTime now, Guid? publicId = null)
    {
        Require(to > from, "Assessments.PeriodWrong", "Input.To");
        var assessment = new Assessment
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), TemplateId = template.Id, TemplateName = template.Name, EmployeeId = person.Id, Code = person.Code, Name = person.Name, From = from, To = to, Due = to.AddDays(policy.DueDays),
            FromA = template.FromA, FromB = template.FromB, FromC = template.FromC,
        };
        assessment.Lines.AddRange(template.Lines.OrderBy(l => l.Position).Select(l => new AssessmentLine { Position = l.Position, Indicator = l.Indicator, Words = l.Words, Weight = l.Weight, Floor = l.Floor, Goal = l.Goal }));
        return assessment;
    }

    /// <summary>Freezes the measured part. Later corrections of orders change the catalogue's number, not this one; both can be seen.</summary>
    /// <param name="values">By indicator.</param>
    public void Measure(IReadOnlyDictionary<string, MeasuredValue> values, long run, DateOnly today, DateTime now)
    {
        Require(State is AssessmentState.Open or AssessmentState.Measured, "Assessments.IsRated");
        Require(today > To, "Assessments.PeriodNotOver", null, To);
        foreach (var line in Lines.Where(l => l.Indicator is not null)) line.Measure(values.GetValueOrDefault(line.Indicator!));
        (Run, MeasuredAt, State) = (run, now, AssessmentState.Measured);
        Acted();
    }

    /// <summary>The manager's part, and the total and grade that come of both.</summary>
    /// <param name="ratings">1 to 5 by position of the line.</param>
    public void Rate(IReadOnlyDictionary<int, int?> ratings, string? summary, DateTime now, Actor who)
    {
        Require(State is AssessmentState.Measured or AssessmentState.Rated, State == AssessmentState.Signed ? "Assessments.IsSigned" : "Assessments.NotMeasured");
        foreach (var line in Lines.Where(l => l.Indicator is null))
        {
            Require(ratings.GetValueOrDefault(line.Position) is >= 1 and <= 5, "Assessments.RatingMissing", $"Ratings[{line.Position}]", line.Words);
            line.Rate(ratings[line.Position]!.Value);
        }
        (RatedBy, RatedAt, Summary, State) = (who.Name, now, summary.OrNull(), AssessmentState.Rated);
        (Total, Grade) = Judge();
        Acted();
    }

    (double? Total, AssessmentGrade? Grade) Judge()
    {
        var scored = Lines.Where(l => l.Score is not null).ToList();
        var weight = scored.Sum(l => l.Weight);
        if (weight < LeastWeight) return (null, null);
        var total = Math.Round(scored.Sum(l => l.Weight * l.Score!.Value) / weight, 1, MidpointRounding.AwayFromZero);
        return (total, total >= FromA ? AssessmentGrade.A : total >= FromB ? AssessmentGrade.B : total >= FromC ? AssessmentGrade.C : AssessmentGrade.D);
    }

    /// <summary>Weight of lines without a number, which the others carry.</summary>
    public int MissingWeight => Lines.Where(l => l.Score is null).Sum(l => l.Weight);

    /// <summary>The employee has seen it; agreeing is another matter, and who does not agree says why.</summary>
    public void Sign(bool agrees, string? comment, DateOnly on, DateTime now)
    {
        Require(State == AssessmentState.Rated, State == AssessmentState.Signed ? "Assessments.IsSigned" : "Assessments.NotRated");
        Require(agrees || comment.OrNull() is not null, "Assessments.CommentMissing", "Comment");
        (Agrees, Comment, SignedOn, SignedAt, State) = (agrees, comment.OrNull(), on, now, AssessmentState.Signed);
        Acted();
    }
}

internal sealed class AssessmentLine
{
    public long Id { get; private set; }
    public long AssessmentId { get; private set; }
    public int Position { get; init; }
    public string? Indicator { get; init; }
    public string? Words { get; init; }
    public int Weight { get; init; }
    public double? Floor { get; init; }
    public double? Goal { get; init; }
    /// <summary>Measured value; null without data.</summary>
    public double? Value { get; private set; }
    public double? N { get; private set; }
    /// <summary>Page with exactly the rows behind the value.</summary>
    public string? Rows { get; private set; }
    public int? Rating { get; private set; }
    /// <summary>0 to 100; null: missing.</summary>
    public double? Score { get; private set; }

    internal void Measure(MeasuredValue? measured)
    {
        (Value, N, Rows) = (measured?.Value, measured?.N, measured?.Rows);
        Score = Value is { } value ? Math.Clamp(100 * (value - Floor!.Value) / (Goal!.Value - Floor.Value), 0, 100) : null;
    }

    internal void Rate(int rating) => (Rating, Score) = (rating, (rating - 1) * 25);
}

internal sealed record MeasuredValue(double? Value, double N, string Rows);

/// <summary>Numbers of assessments. The default instance is the standard policy.</summary>
internal sealed record AssessmentPolicy
{
    public const string Key = "staff.assessments";

    /// <summary>Days after the end of the period by which the employee has signed.</summary>
    public int DueDays { get; init; } = 20;
    /// <summary>Numbers by which teams are compared on their scorecard.</summary>
    public IReadOnlyList<string> TeamIndicators { get; init; } = ["response_on_time_rate", "handling_on_time_rate", "on_time_arrival_rate", "first_time_fix_rate", "repeat_repair_rate", "factory_standard_pass_rate", "csat_top2", "complaint_rate"];
    /// <summary>Numbers with fewer rows than this are shown with a caution.</summary>
    public int FewRows { get; init; } = 20;
}
