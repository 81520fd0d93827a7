using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;

namespace AfterSales.Staff.Training;

/// <summary>What a course is about (clause 7.2).</summary>
internal enum CourseContent { Theory, Practical, Safety, Manner }

/// <summary>How it is given (clause 7.2).</summary>
internal enum CourseMethod { Classroom, OnTheJob, Online, SelfStudy }

/// <summary>Which attempt stands when somebody sat a course more than once.</summary>
internal enum AttemptRule { Best, Last }

/// <summary>
/// A course: content, method, hours, what a pass is, and the certificate that a pass gives (clauses 7.1 to 7.4). A session keeps the marks under which it was held.
/// </summary>
internal sealed class Course : Aggregate
{
    public Guid PublicId { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private set; } = "";
    public string? Outline { get; private set; }
    public CourseContent Content { get; private set; }
    public CourseMethod Method { get; private set; }
    /// <summary>Training hours of somebody who attends all of it.</summary>
    public double Hours { get; private set; }
    public Marks Marks { get; private set; } = new();
    public AttemptRule Counts { get; private set; }
    /// <summary>Questions drawn for a test; null: all of the bank.</summary>
    public int? TestQuestions { get; private set; }
    /// <summary>Time for the test, minutes.</summary>
    public int TestMinutes { get; private set; }
    /// <summary>Number of the catalogue that the course is meant to move; null where none can be named.</summary>
    public string? Indicator { get; private set; }
    /// <summary>Name of the certificate that a pass gives; null: none.</summary>
    public string? CertificateName { get; private set; }
    public string? CertificateGrade { get; private set; }
    /// <summary>Months for which it is valid; null: it does not expire.</summary>
    public int? CertificateMonths { get; private set; }
    public bool IsRetired { get; private set; }
    public List<CourseType> CertificateTypes { get; } = [];
    public List<CourseMaterial> Materials { get; } = [];
    public List<SkillStep> Skills { get; } = [];

    Course() { }

    public static Course Create(string? code, CourseFacts facts, DateTime now, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(code), "Training.Course.CodeMissing", "Input.Code");
        var course = new Course { PublicId = publicId ?? Kernel.PublicId.New(now), Code = code!.Trim().ToUpperInvariant() };
        course.Change(facts);
        return course;
    }

    public void Change(CourseFacts facts)
    {
        Require(!string.IsNullOrWhiteSpace(facts.Name), "Training.Course.NameMissing", "Input.Name");
        Require(facts.Hours is > 0 and <= 400, "Training.Course.HoursWrong", "Input.Hours");
        facts.Marks.Check();
        Require(facts.TestQuestions is null or > 0, "Training.Course.TestQuestionsWrong", "Input.TestQuestions");
        Require(facts.TestMinutes is >= 5 and <= 300, "Training.Course.TestMinutesWrong", "Input.TestMinutes");
        var certificate = facts.CertificateName.OrNull();
        Require(certificate is null || facts.CertificateTypes.Count > 0, "Certificates.TypesMissing", "Input.CertificateTypes");
        Require(facts.CertificateMonths is null or > 0, "Training.Course.MonthsWrong", "Input.CertificateMonths");
        (Name, Outline, Content, Method, Hours, Marks, Counts) = (facts.Name!.Trim(), facts.Outline.OrNull(), facts.Content, facts.Method, facts.Hours, facts.Marks, facts.Counts);
        (TestQuestions, TestMinutes, Indicator) = (facts.TestQuestions, facts.TestMinutes, facts.Indicator.OrNull());
        (CertificateName, CertificateGrade, CertificateMonths) = certificate is null ? (null, null, null) : (certificate, facts.CertificateGrade.OrNull(), facts.CertificateMonths);
        var types = certificate is null ? [] : facts.CertificateTypes.Distinct().ToList();
        CertificateTypes.RemoveAll(t => !types.Contains(t.Code));
        CertificateTypes.AddRange(types.Where(t => !CertificateTypes.Exists(c => c.Code == t)).Select(t => new CourseType { Code = t }));
        Acted();
    }

    public void Retire(bool retired)
    {
        IsRetired = retired;
        Acted();
    }

    /// <summary>Something to learn from; its content is kept by Documents.</summary>
    public void AddMaterial(string? title, string sha256, string fileName, string mediaType, long size, DateTime now, Actor who, Guid? key = null)
    {
        Require(!string.IsNullOrWhiteSpace(title), "Training.Material.TitleMissing", "Material.Title");
        var material = new CourseMaterial { Key = key ?? Kernel.PublicId.New(now), Title = title!.Trim(), Sha256 = sha256, FileName = fileName, MediaType = mediaType, Size = size, AddedAt = now, AddedBy = who.Name };
        Materials.Add(material);
        Raise(new RecordToFile(material.Key, RecordClasses.Training, "training_material", $"{Name} {material.Title}", $"{Name} {material.Title}", sha256, fileName, mediaType, now, []));
        Acted();
    }

    /// <summary>One step of the practical test, as the trainer ticks it on the phone.</summary>
    public void AddSkill(string? text, int points, bool critical)
    {
        Require(Marks.PracticalMax is not null, "Training.Skill.NoPractical");
        Require(!string.IsNullOrWhiteSpace(text), "Training.Skill.TextMissing", "Skill.Text");
        Require(points is > 0 and <= 100, "Training.Skill.PointsWrong", "Skill.Points");
        Skills.Add(new SkillStep { Position = Skills.Count == 0 ? 1 : Skills.Max(s => s.Position) + 1, Text = text!.Trim(), Points = points, IsCritical = critical });
        Acted();
    }

    public void RemoveSkill(long id)
    {
        Skills.Find(s => s.Id == id)?.Retire();
        Acted();
    }

    public IEnumerable<SkillStep> SkillsInUse => Skills.Where(s => !s.IsRetired).OrderBy(s => s.Position);

    /// <summary>
    /// Score of a practical test: points earned of all points, scaled to the highest practical score and rounded to a tenth. A critical step not done gives less than a pass
    /// whatever the rest: the score is capped one point under the pass mark.
    /// </summary>
    public double? PracticalScore(IReadOnlyDictionary<long, int> points)
    {
        var steps = SkillsInUse.ToList();
        if (Marks.PracticalMax is not { } max || Marks.PracticalPass is not { } pass || steps.Count == 0 || steps.Exists(s => !points.ContainsKey(s.Id))) return null;
        var score = Math.Round((double)max * steps.Sum(s => points[s.Id]) / steps.Sum(s => s.Points), 1, MidpointRounding.AwayFromZero);
        return steps.Exists(s => s.IsCritical && points[s.Id] < s.Points) ? Math.Min(score, Math.Max(0, pass - 1)) : score;
    }
}

internal sealed record CourseFacts(string? Name, string? Outline, CourseContent Content, CourseMethod Method, double Hours, Marks Marks, AttemptRule Counts, int? TestQuestions, int TestMinutes, string? Indicator,
    string? CertificateName, string? CertificateGrade, int? CertificateMonths, IReadOnlyList<string> CertificateTypes);

/// <summary>Highest scores and pass marks; null where a course has no such test.</summary>
internal sealed record Marks
{
    public int? TheoryMax { get; init; }
    public int? TheoryPass { get; init; }
    public int? PracticalMax { get; init; }
    public int? PracticalPass { get; init; }

    public bool IsTested => TheoryMax is not null || PracticalMax is not null;

    /// <exception cref="RuleViolation">A highest score without pass mark, or a pass mark that nobody can reach.</exception>
    public void Check()
    {
        Check(TheoryMax, TheoryPass, "Theory");
        Check(PracticalMax, PracticalPass, "Practical");
    }

    static void Check(int? max, int? pass, string what)
    {
        if (max is null && pass is null) return;
        if (max is not (> 0 and <= 1000)) throw new RuleViolation("Training.Course.MaxWrong") { Field = $"Input.{what}Max" };
        if (pass is not > 0) throw new RuleViolation("Training.Course.PassMissing") { Field = $"Input.{what}Pass" };
        if (pass > max) throw new RuleViolation("Training.Course.PassAboveMax", pass, max) { Field = $"Input.{what}Pass" };
    }
}

/// <summary>A product type that the course's certificate covers.</summary>
internal sealed class CourseType
{
    public long Id { get; private set; }
    public long CourseId { get; private set; }
    public required string Code { get; init; }
}

internal sealed class CourseMaterial
{
    public long Id { get; private set; }
    public long CourseId { get; private set; }
    /// <summary>Under which Documents knows it.</summary>
    public Guid Key { get; init; }
    public required string Title { get; init; }
    public required string Sha256 { get; init; }
    public required string FileName { get; init; }
    public required string MediaType { get; init; }
    public long Size { get; init; }
    public DateTime AddedAt { get; init; }
    public required string AddedBy { get; init; }
}

/// <summary>A step of the practical test. A step no longer asked stays for the sheets that have it.</summary>
internal sealed class SkillStep
{
    public long Id { get; private set; }
    public long CourseId { get; private set; }
    public int Position { get; init; }
    public required string Text { get; init; }
    public int Points { get; init; }
    /// <summary>Without it nobody passes: gas off, leak test, power off.</summary>
    public bool IsCritical { get; init; }
    public bool IsRetired { get; private set; }

    internal void Retire() => IsRetired = true;
}
