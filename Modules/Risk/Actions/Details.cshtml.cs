using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Contracts;
using AfterSales.Risk.Data;
using AfterSales.Risk.Register;
using AfterSales.Staff.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Risk.Actions;

/// <summary>One corrective action, from the problem to the proven effect.</summary>
[Permission(RiskPermissions.ReadActions)]
internal sealed class DetailsModel(RiskDbContext db, Owners owners, VerifyActions verify, IIndicatorReadings readings, IWarehouseFreshness warehouse, ICourses courses, IPolicies policies, ICompany company) : RiskPage<CorrectiveAction>(db)
{
    /// <summary>Dimensions of which one member can be watched.</summary>
    public static readonly string[] Dimensions = ["team", "technician", "product", "type", "region", "contract"];

    public sealed record Form
    {
        public string? Containment { get; init; }
        public string? Proof { get; init; }
        public string? Why { get; init; }
    }

    public sealed record PlanForm
    {
        public string? Measure { get; init; }
        public string? Owner { get; init; }
        public DateOnly? Due { get; init; }
        public string? Indicator { get; init; }
        public string? Dimension { get; init; }
        public string? Member { get; init; }
        public bool ExpectsMore { get; init; } = true;
        public DateOnly? From { get; init; }
        /// <summary>Fault codes, separated by commas or blanks.</summary>
        public string? Faults { get; init; }
        public string? Course { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty] public PlanForm Plan { get; set; } = new();
    [BindProperty] public List<string?> Why { get; set; } = [];
    public CorrectiveAction Action => Record;
    public IReadOnlyList<AccountName> People { get; private set; } = [];
    public IReadOnlyList<CourseInBrief> Courses { get; private set; } = [];
    public IReadOnlyList<string> Indicators => readings.Codes;
    public bool MayLead => May(RiskPermissions.LeadActions) && Action.IsOpen;
    public bool MayFinish => Action.Stage == ActionStage.Do && (May(RiskPermissions.LeadActions) || Action.OwnerId == Actor.Id);
    public bool IsTime => Action.Stage == ActionStage.Check && Action.NextDue <= Today && Action.Round!.Indicator is not null;
    public ActionPolicy Policy => PolicyOf(Action);
    protected override string Home => $"/Risk/Actions/Details/{Id}";

    ActionPolicy PolicyOf(CorrectiveAction action) => policies.At<ActionPolicy>(action.OpenedAt).Value;

    protected override IQueryable<CorrectiveAction> Whole(IQueryable<CorrectiveAction> actions) => actions.Whole();

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        if (MayLead) (People, Courses) = (await owners.AllAsync(ct), await courses.OfferedAsync(ct));
        if (Why.Count == 0) Why = [.. Action.WhyList];
        if (Plan.Measure is not null) return;
        var indicator = Plan.Indicator ?? Action.Indicator ?? Action.Round?.Indicator;
        Plan = Plan with { Indicator = indicator, ExpectsMore = Action.Round?.ExpectsMore ?? Plan.ExpectsMore, Dimension = Plan.Dimension ?? Action.Dimension, Member = Plan.Member ?? Action.Member, Faults = Plan.Faults ?? Action.Faults, Course = Plan.Course ?? Courses.FirstOrDefault(c => indicator is not null && c.Indicator == indicator)?.Code };
    }

    public override async Task<IReadOnlyList<Change>> WhatChangedAsync(CancellationToken ct) =>
        [.. (await FindAsync(toChange: false, ct)).Events.Where(e => e.Version > Version).OrderBy(e => e.Version).Select(e => new Change(e.Who, e.At, Sentence(e)))];

    public string Sentence(ActionEvent e) => T["Actions.Act." + e.Act, [.. e.Args.Split('\u001f'), "", ""]].TrimEnd(' ', ':', '：');

    public Task<IActionResult> OnPostContainAsync(CancellationToken ct) => LeadAsync((a, now) => a.Contain(Input.Containment, now, Actor), ct);

    public Task<IActionResult> OnPostAnalyseAsync(CancellationToken ct) => LeadAsync((a, now) => a.Analyse(Why, now, Actor), ct);

    public async Task<IActionResult> OnPostAgreeAsync(CancellationToken ct)
    {
        var owner = await owners.OfAsync(Plan.Owner, ct);
        var expected = new Expectation(Typed(Plan.Indicator), Typed(Plan.Dimension), Typed(Plan.Member), Plan.ExpectsMore, Plan.From);
        await RefuseUnknownAsync(expected, ct);
        var about = await AboutAsync(ct);
        return await LeadAsync((a, now) => a.Agree(Plan.Measure, owner, Plan.Due, expected, Today, now, Actor, about), ct);
    }

    async Task<Remedy> AboutAsync(CancellationToken ct)
    {
        var faults = (Plan.Faults ?? "").Split([',', '，', '、', ' ', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (Typed(Plan.Course) is not { } code) return new Remedy(faults, null, null);
        var course = (await courses.OfferedAsync(ct)).FirstOrDefault(c => c.Code == code) ?? throw new RuleViolation("Actions.CourseUnknown", code) { Field = "Plan.Course" };
        return new Remedy(faults, course.Code, course.Name);
    }

    /// <summary>A number that cannot be read later is refused now, in the words of whoever reads it.</summary>
    async Task RefuseUnknownAsync(Expectation expected, CancellationToken ct)
    {
        if (expected.Indicator is not { } indicator) return;
        if (!readings.Codes.Contains(indicator)) throw new RuleViolation("Actions.IndicatorMissing") { Field = "Plan.Indicator" };
        if (expected.Dimension is not { } dimension || expected.Member is not { } member || await warehouse.AsOfAsync(ct) is not { } asOf) return;
        var day = company.LocalDay(asOf);
        await readings.ReadAsync(indicator, day, day, new Dictionary<string, string> { [dimension] = member }, ct);
    }

    static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public async Task<IActionResult> OnPostFinishAsync(CancellationToken ct)
    {
        var action = await FindAsync(toChange: false, ct);
        return May(RiskPermissions.LeadActions) || action.OwnerId == Actor.Id ? await ActAsync((a, now) => a.Finish(Input.Proof, PolicyOf(a), Today, now, Actor), ct) : Forbid();
    }

    /// <summary>Reads the numbers now, as the night would.</summary>
    public async Task<IActionResult> OnPostVerifyAsync(CancellationToken ct)
    {
        if (!May(RiskPermissions.LeadActions)) return Forbid();
        var action = await FindAsync(toChange: true, ct);
        if (action.Stage != ActionStage.Check || action.Round!.Indicator is null || action.NextDue > company.LocalDay(Now)) throw new RuleViolation("Actions.NotYetTime", action.NextDue);
        if (await warehouse.AsOfAsync(ct) is null || !await verify.VerifyAsync(action, ct)) throw new RuleViolation("Actions.NotSettled");
        return LocalRedirect(Home);
    }

    public Task<IActionResult> OnPostNotEffectiveAsync(CancellationToken ct) => LeadAsync((a, now) => a.Judge(false, Input.Why, PolicyOf(a), Today, now, Actor), ct);

    public Task<IActionResult> OnPostEffectiveAsync(CancellationToken ct) => LeadAsync((a, now) => a.Judge(true, Input.Why, PolicyOf(a), Today, now, Actor), ct);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) => LeadAsync((a, now) => a.Withdraw(Input.Why, Today, now, Actor), ct);

    async Task<IActionResult> LeadAsync(Action<CorrectiveAction, DateTime> act, CancellationToken ct) => May(RiskPermissions.LeadActions) ? await ActAsync(act, ct) : Forbid();
}
