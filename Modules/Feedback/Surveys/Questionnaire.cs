using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Feedback.Surveys;

/// <summary>What a questionnaire is about.</summary>
internal enum SurveyKind { Service, Relationship, Complaint, Training }

/// <summary>
/// Questions to customers or participants, in versions. What is published never changes; edits go to a draft, and publishing it makes the next
/// version. The one of a kind is what invitations of that kind use.
/// </summary>
internal sealed class Questionnaire : Aggregate
{
    public Guid PublicId { get; private init; }
    public SurveyKind Kind { get; private init; }
    public string NameZh { get; private init; } = "";
    public string NameEn { get; private init; } = "";
    /// <summary>Questions being edited; null when there are no changes since the last version.</summary>
    public string? Draft { get; private set; }
    public List<QuestionnaireVersion> Versions { get; } = [];

    public QuestionnaireVersion Current => Versions.MaxBy(v => v.Number)!;

    /// <summary>What the designer shows: the draft, or the published questions.</summary>
    public IReadOnlyList<Question> Edited => QuestionList.Read(Draft ?? Current.Document);

    public void Put(Question question, string? instead)
    {
        List<Question> list = [.. Edited];
        Require(!string.IsNullOrWhiteSpace(question.Zh) && !string.IsNullOrWhiteSpace(question.En), "Surveys.BothLanguages", "Input.Zh");
        Require(question.Kind is not (QuestionKind.Single or QuestionKind.Multiple) || question.Choices.Count >= 2, "Surveys.TwoChoices", "Input.Choices");
        var at = instead is null ? list.Count : list.FindIndex(q => q.Code == instead);
        Require(at >= 0, "Surveys.QuestionGone");
        Require(!list.Where((_, i) => i != at).Any(q => q.Code == question.Code), "Surveys.CodeTaken", "Input.Code");
        if (question.OnlyIf is { } condition) Require(list.Take(at).Any(q => q.Code == condition.Question && (condition.Choice is not { } c || q.Choices.Any(x => x.Code == c))), "Surveys.ConditionNotEarlier", "Input.If");
        Require(!list.Skip(at).Any(q => q.OnlyIf is { Choice: { } needed } rests && rests.Question == question.Code && !question.Choices.Any(c => c.Code == needed)), "Surveys.OthersRestOnIt", "Input.Choices");
        if (at == list.Count) list.Add(question);
        else list[at] = question;
        Keep(list);
    }

    public void Remove(string code)
    {
        Require(!Edited.Any(q => q.OnlyIf?.Question == code), "Surveys.OthersRestOnIt");
        Keep([.. Edited.Where(q => q.Code != code)]);
    }

    /// <summary>Moves a question by one place; a condition must stay behind the question it rests on.</summary>
    public void Move(string code, bool up)
    {
        List<Question> list = [.. Edited];
        var at = list.FindIndex(q => q.Code == code);
        var to = up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= list.Count) return;
        (list[at], list[to]) = (list[to], list[at]);
        for (var i = 0; i < list.Count; i++)
            if (list[i].OnlyIf is { } condition) Require(list.FindIndex(q => q.Code == condition.Question) < i, "Surveys.ConditionNotEarlier");
        Keep(list);
    }

    /// <summary>Words of a question or of one of its choices in both languages; what is empty stays as it was.</summary>
    /// <param name="code">Code of the question, or of question and choice as <c>why/late</c>.</param>
    /// <returns>False where nothing has this code.</returns>
    public bool Translate(string code, string? zh, string? en)
    {
        List<Question> list = [.. Edited];
        var (at, choice) = code.Split('/') is [var q, var c] ? (list.FindIndex(x => x.Code == q), c) : (list.FindIndex(x => x.Code == code), null);
        if (at < 0) return false;
        var question = list[at];
        if (choice is null) list[at] = question with { Zh = zh ?? question.Zh, En = en ?? question.En };
        else
        {
            if (!question.Choices.Any(x => x.Code == choice)) return false;
            list[at] = question with { Choices = [.. question.Choices.Select(x => x.Code == choice ? x with { Zh = zh ?? x.Zh, En = en ?? x.En } : x)] };
        }
        if (QuestionList.Write(list) != QuestionList.Write(Edited)) Keep(list);
        return true;
    }

    void Keep(List<Question> list)
    {
        Draft = QuestionList.Write(list);
        Acted();
    }

    public void DropDraft()
    {
        Draft = null;
        Acted();
    }

    public void Publish(DateTime now, Actor who)
    {
        Require(Draft is not null, "Surveys.NothingToPublish");
        Require(Edited.Count > 0, "Surveys.NoQuestions");
        Versions.Add(new QuestionnaireVersion { Number = Current.Number + 1, Document = Draft!, PublishedAt = now, PublishedBy = who.Name });
        Draft = null;
        Acted();
    }
}

/// <summary>Published questions; they never change.</summary>
internal sealed class QuestionnaireVersion
{
    public long Id { get; private set; }
    public long QuestionnaireId { get; private set; }
    public int Number { get; init; }
    public required string Document { get; init; }
    public DateTime PublishedAt { get; init; }
    public required string PublishedBy { get; init; }

    public IReadOnlyList<Question> Questions => QuestionList.Read(Document);
}

internal sealed class QuestionnaireMap : IEntityTypeConfiguration<Questionnaire>, IEntityTypeConfiguration<QuestionnaireVersion>
{
    public void Configure(EntityTypeBuilder<Questionnaire> builder)
    {
        builder.ToTable("questionnaires");
        builder.HasIndex(q => q.PublicId).IsUnique();
        builder.HasIndex(q => q.Kind).IsUnique();
        builder.Ignore(q => q.Current).Ignore(q => q.Edited);
        builder.HasMany(q => q.Versions).WithOne().HasForeignKey(v => v.QuestionnaireId);
        builder.HasData(ShippedQuestionnaires.All.Select(s => new { s.Id, Version = 0, PublicId = new Guid((int)-s.Id, 0, 0, new byte[8]), s.Kind, s.NameZh, s.NameEn }));
    }

    public void Configure(EntityTypeBuilder<QuestionnaireVersion> builder)
    {
        builder.ToTable("questionnaire_versions");
        builder.HasIndex(v => new { v.QuestionnaireId, v.Number }).IsUnique();
        builder.Ignore(v => v.Questions);
        builder.HasData(ShippedQuestionnaires.All.Select(s => new { s.Id, QuestionnaireId = s.Id, Number = 1, Document = QuestionList.Write(s.Questions), PublishedAt = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), PublishedBy = "AfterSales" }));
    }
}
