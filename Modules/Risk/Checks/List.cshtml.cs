using AfterSales.Kernel.Pages;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Checks;

/// <summary>The questions of one check list. Checks that were drawn keep the questions as they were.</summary>
[Permission(RiskPermissions.ReadChecks)]
internal sealed class ListModel(RiskDbContext db) : RiskPage<CheckList>(db)
{
    public sealed record Form
    {
        public string? Name { get; init; }
        public int? PassScore { get; init; }
    }

    public sealed record QuestionForm
    {
        public string? Zh { get; init; }
        public string? En { get; init; }
        public int? Weight { get; init; } = 10;
        public bool IsCritical { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty] public QuestionForm Question { get; set; } = new();
    [BindProperty] public long QuestionId { get; set; }
    public CheckList List => Record;
    public bool MayPlan => May(RiskPermissions.PlanChecks);
    protected override string Home => $"/Risk/Checks/List/{Id}";

    protected override IQueryable<CheckList> Whole(IQueryable<CheckList> lists) => lists.Include(l => l.Questions);

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        if (Input.Name is null) Input = new Form { Name = List.Name, PassScore = List.PassScore };
    }

    public Task<IActionResult> OnPostRenameAsync(CancellationToken ct) => PlanAsync(l => l.Rename(Input.Name, Input.PassScore), ct);

    public Task<IActionResult> OnPostAskAsync(CancellationToken ct) => PlanAsync(l => l.Ask(Question.Zh, Question.En, Question.Weight, Question.IsCritical), ct);

    public Task<IActionResult> OnPostDropAsync(CancellationToken ct) => PlanAsync(l => l.Drop(QuestionId), ct);

    async Task<IActionResult> PlanAsync(Action<CheckList> act, CancellationToken ct) => MayPlan ? await ActAsync((l, _) => act(l), ct) : Forbid();
}
