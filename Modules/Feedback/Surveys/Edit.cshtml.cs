using System.Globalization;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>One question: a new one at the end, or changes to one that is there.</summary>
[Permission(FeedbackPermissions.DesignSurveys)]
internal sealed class EditModel(FeedbackDbContext db) : ModulePage
{
    public sealed record Form
    {
        public QuestionKind Kind { get; init; }
        public string Zh { get; init; } = "";
        public string En { get; init; } = "";
        /// <summary>One choice a line: Chinese | English.</summary>
        public string? Choices { get; init; }
        /// <summary>Code of an earlier question; with <c>=choice</c> one of its choices.</summary>
        public string? If { get; init; }
        public int? AtMost { get; init; }
        public int? AtLeast { get; init; }
    }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public Questionnaire Questionnaire { get; private set; } = null!;
    /// <summary>Earlier questions that a condition can rest on.</summary>
    public IEnumerable<Question> Earlier => Questionnaire.Edited.TakeWhile(q => q.Code != Code).Where(q => q.Kind != QuestionKind.Text);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Code is null) return;
        var q = Questionnaire.Edited.FirstOrDefault(x => x.Code == Code) ?? throw new NotThere();
        Input = new() { Kind = q.Kind, Zh = q.Zh, En = q.En, Choices = string.Join('\n', q.Choices.Select(x => $"{x.Zh} | {x.En}")), If = q.OnlyIf is { } c ? c.Choice is null ? c.Question : $"{c.Question}={c.Choice}" : null, AtMost = q.OnlyIf?.AtMost, AtLeast = q.OnlyIf?.AtLeast };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Questionnaire = await DesignModel.OneAsync(db.Set<Questionnaire>().AsNoTracking(), Id, ct);
        ModelState.Remove(nameof(Version));
        Version = Questionnaire.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var questionnaire = await DesignModel.OneAsync(db.Set<Questionnaire>(), Id, ct);
        if (questionnaire.Version != Version) throw new ChangedMeanwhile([]);
        var code = string.IsNullOrEmpty(Code) ? null : Code;
        var old = questionnaire.Edited.FirstOrDefault(q => q.Code == code);
        questionnaire.Put(new Question(code ?? FreshCode(questionnaire), Input.Kind, Input.Zh.Trim(), Input.En.Trim())
        {
            Choices = Input.Kind is QuestionKind.Single or QuestionKind.Multiple ? ReadChoices(old) : [], OnlyIf = ReadCondition(),
        }, code);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Surveys/Design/{Id}");
    }

    Condition? ReadCondition() => (Input.If ?? "").Split('=') switch
    {
        [{ Length: > 0 } question, var choice] => new Condition(question, Choice: choice),
        [{ Length: > 0 } question] => new Condition(question, Input.AtLeast, Input.AtMost),
        _ => null,
    };

    static string FreshCode(Questionnaire questionnaire)
    {
        var taken = questionnaire.Versions.SelectMany(v => v.Questions).Concat(questionnaire.Edited).Select(q => q.Code).ToHashSet();
        return Enumerable.Range(1, int.MaxValue).Select(n => "q" + n.ToString(CultureInfo.InvariantCulture)).First(c => !taken.Contains(c)); // never a code that meant another question once
    }

    /// <summary>A choice whose words are there already keeps its code, so that answers of both versions compare.</summary>
    List<Choice> ReadChoices(Question? old)
    {
        List<Choice> choices = [];
        foreach (var line in (Input.Choices ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split(['|', '｜'], StringSplitOptions.TrimEntries) is not [{ Length: > 0 } zh, { Length: > 0 } en]) throw new RuleViolation("Surveys.ChoiceLine", line) { Field = "Input.Choices" };
            var same = old?.Choices.FirstOrDefault(c => c.Zh == zh || c.En == en)?.Code;
            var n = 1;
            while (same is null && (choices.Exists(c => c.Code == "c" + n) || old?.Choices.Any(c => c.Code == "c" + n) == true)) n++;
            choices.Add(new Choice(same ?? "c" + n, zh, en));
        }
        return choices;
    }
}
