using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;

namespace AfterSales.Staff.Assessments;

/// <summary>How often a role is assessed.</summary>
internal enum AssessmentRhythm { Quarter, HalfYear, Year, Month }

/// <summary>
/// What a role is assessed by: a measured part, each line a number of the catalogue between a floor (0 points) and a goal (100), and a rated part, 1 to 5; weights sum to 100
/// (clause 2.5). An assessment keeps the lines under which it was opened.
/// </summary>
internal sealed class AssessmentTemplate : Aggregate
{
    public Guid PublicId { get; private init; }
    public string Name { get; private set; } = "";
    public string Role { get; private set; } = "";
    public AssessmentRhythm Rhythm { get; private set; }
    /// <summary>Lowest totals of grades A, B and C; below the last it is D.</summary>
    public int FromA { get; private set; }
    public int FromB { get; private set; }
    public int FromC { get; private set; }
    public bool IsRetired { get; private set; }
    public List<TemplateLine> Lines { get; } = [];

    AssessmentTemplate() { }

    public static AssessmentTemplate Write(TemplateFacts facts, DateTime now, Guid? publicId = null)
    {
        var template = new AssessmentTemplate { PublicId = publicId ?? Kernel.PublicId.New(now) };
        template.Change(facts);
        return template;
    }

    public void Change(TemplateFacts facts)
    {
        Require(!string.IsNullOrWhiteSpace(facts.Name), "Assessments.Template.NameMissing", "Input.Name");
        Require(facts.Role is not null && Roles.All.Contains(facts.Role), "Training.Curriculum.RoleMissing", "Input.Role");
        Require(facts.FromA <= 100 && facts.FromA > facts.FromB && facts.FromB > facts.FromC && facts.FromC > 0, "Assessments.Template.BandsWrong", "Input.FromA");
        foreach (var line in facts.Lines) Check(line);
        var sum = facts.Lines.Sum(l => l.Weight);
        Require(facts.Lines.Count > 0 && sum == 100, "Assessments.Template.WeightsWrong", null, sum);
        (Name, Role, Rhythm, FromA, FromB, FromC) = (facts.Name!.Trim(), facts.Role!, facts.Rhythm, facts.FromA, facts.FromB, facts.FromC);
        Lines.Clear();
        Lines.AddRange(facts.Lines.Select((l, i) => new TemplateLine { Position = i + 1, Indicator = l.Indicator.OrNull(), Words = l.Words.OrNull(), Weight = l.Weight, Floor = l.Floor, Goal = l.Goal }));
        Acted();
    }

    static void Check(TemplateLineFacts line)
    {
        Require(line.Weight is > 0 and <= 100, "Assessments.Template.WeightWrong", null, line.Weight);
        if (line.Indicator.OrNull() is not null) Require(line is { Floor: not null, Goal: not null } && line.Floor != line.Goal, "Assessments.Template.ScaleWrong");
        else Require(line.Words.OrNull() is not null, "Assessments.Template.WordsMissing");
    }

    public void Retire()
    {
        IsRetired = true;
        Acted();
    }
}

internal sealed record TemplateFacts(string? Name, string? Role, AssessmentRhythm Rhythm, int FromA, int FromB, int FromC, IReadOnlyList<TemplateLineFacts> Lines);

/// <param name="Indicator">Code of the catalogue: a measured line; null: a rated one.</param>
internal sealed record TemplateLineFacts(string? Indicator, string? Words, int Weight, double? Floor, double? Goal);

internal sealed class TemplateLine
{
    public long Id { get; private set; }
    public long AssessmentTemplateId { get; private set; }
    public int Position { get; init; }
    public string? Indicator { get; init; }
    public string? Words { get; init; }
    public int Weight { get; init; }
    /// <summary>Value that earns nothing; above the goal where lower is better.</summary>
    public double? Floor { get; init; }
    public double? Goal { get; init; }
}
