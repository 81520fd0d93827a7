using AfterSales.Kernel;
using AfterSales.Kernel.Data;

namespace AfterSales.Risk.Checks;

/// <summary>What is looked at in a check, with weights, and the score from which it passes. A check keeps the questions as they were when it was drawn.</summary>
internal sealed class CheckList : Aggregate
{
    const int HeaviestWeight = 100;

    public Guid PublicId { get; private init; }
    public string Name { get; private set; } = "";
    /// <summary>0 to 100.</summary>
    public int PassScore { get; private set; }
    public List<CheckQuestion> Questions { get; } = [];

    CheckList() { }

    public static CheckList Write(string? name, int? passScore, DateTime now, Guid? publicId = null)
    {
        var list = new CheckList { PublicId = publicId ?? Kernel.PublicId.New(now) };
        list.Rename(name, passScore);
        return list;
    }

    public void Rename(string? name, int? passScore)
    {
        Require(!string.IsNullOrWhiteSpace(name), "Checks.List.NameMissing", "Input.Name");
        Require(passScore is >= 1 and <= 100, "Checks.List.PassOutside", "Input.PassScore");
        (Name, PassScore) = (name!.Trim(), passScore!.Value);
        Acted();
    }

    /// <param name="isCritical">A no fails the check, whatever the score.</param>
    public void Ask(string? zh, string? en, int? weight, bool isCritical)
    {
        Require(!string.IsNullOrWhiteSpace(zh), "Checks.List.QuestionMissing", "Question.Zh");
        Require(!string.IsNullOrWhiteSpace(en), "Checks.List.QuestionMissing", "Question.En");
        Require(weight is >= 1 and <= HeaviestWeight, "Checks.List.WeightOutside", "Question.Weight", HeaviestWeight);
        Questions.Add(new CheckQuestion { Ordinal = Questions.Count == 0 ? 1 : Questions.Max(q => q.Ordinal) + 1, Zh = zh!.Trim(), En = en!.Trim(), Weight = weight!.Value, IsCritical = isCritical });
        Acted();
    }

    public void Drop(long question)
    {
        Require(Questions.RemoveAll(q => q.Id == question) == 1, "Checks.List.NoSuchQuestion");
        Acted();
    }
}

internal sealed class CheckQuestion
{
    public long Id { get; private set; }
    public long ListId { get; private set; }
    public int Ordinal { get; init; }
    public required string Zh { get; init; }
    public required string En { get; init; }
    public int Weight { get; init; }
    public bool IsCritical { get; init; }
}
