using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using AfterSales.Risk.Contracts;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

/// <summary>One complaint: the step that comes next, the three clocks, everything that was done.</summary>
[Permission(FeedbackPermissions.ReadComplaints)]
internal sealed class DetailsModel(FeedbackDbContext db, ComplaintRulebook rulebook, ICompany company, TimeProvider time, IAskForActions actions, IOrderLookup orders, IPersonLooks looks) : ModulePage
{
    public sealed record Form
    {
        public string? Text { get; init; }
        public Severity Severity { get; init; }
        public ComplaintMatter Matter { get; init; }
        public Finding Finding { get; init; }
        public Remedy Remedy { get; init; }
        public string? Cause { get; init; }
        public string? Action { get; init; }
    }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }
    public sealed record ConcernForm
    {
        public string? Order { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty] public ConcernForm Concerns { get; set; } = new();
    public Complaint Complaint { get; private set; } = null!;
    public ComplaintRules Rules { get; private set; } = null!;
    /// <summary>A link for the customer that was just made; it is not kept.</summary>
    public string? Link { get; private set; }
    public bool MayHandle => May(FeedbackPermissions.HandleComplaints) && (!Complaint.NeedsOwner(Rules.Policy) || User.IsInRole(Roles.Administrator));
    public bool CanReopen => Complaint.ClosedDay is { } closed && !Complaint.IsOpen && time.Now() <= Rules.Calendar.EndOf(closed.AddDays(Rules.Policy.ReopenDays));

    public IEnumerable<(string Name, ClockShown Clock)> Clocks =>
        Complaint.Clocks.Select(c => (c.Name, ClockShown.Of(c.Clock, Rules.Calendar, time.Now(), Rules.Policy.WarnShare)));

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { Severity = Complaint.Severity, Matter = Complaint.Matter, Cause = Complaint.Cause };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Complaint = await db.Set<Complaint>().AsNoTracking().OneAsync(Id, ct);
        Rules = rulebook.KeptBy(Complaint);
        if (Complaint.ContactName is not null || Complaint.Phone is not null) await looks.NoteWorkAsync(Actor, await orders.PersonOfAsync(Complaint.OrderId, ct) ?? Complaint.PublicId, "Looks.Complaint", ct);
        ModelState.Remove(nameof(Version));
        Version = Complaint.Version;
    }

    public Task<IActionResult> OnPostAcknowledgeAsync(CancellationToken ct) => ActAsync((c, r, now) => c.Acknowledge(Input.Text ?? "", r, now, Actor), ct);
    public Task<IActionResult> OnPostAssessAsync(CancellationToken ct) => ActAsync((c, r, now) => c.Assess(Input.Severity, Input.Matter, Input.Text ?? "", r, now, Actor), ct);
    public Task<IActionResult> OnPostInvestigateAsync(CancellationToken ct) => ActAsync((c, r, now) => c.Investigate(Input.Text ?? "", Input.Finding, r, now, Actor), ct);
    public Task<IActionResult> OnPostDecideAsync(CancellationToken ct) => ActAsync((c, r, now) => c.Decide(Input.Remedy, Input.Text ?? "", Cause, r, now, Actor), ct);
    public Task<IActionResult> OnPostReplyAsync(CancellationToken ct) => ActAsync((c, _, now) => c.Reply(Input.Text ?? "", now, Actor), ct);
    public Task<IActionResult> OnPostCloseAsync(CancellationToken ct) => ActAsync((c, r, now) => c.Close(Cause, Input.Action, r, now, company.LocalDay(now), Actor), ct);
    public Task<IActionResult> OnPostReopenAsync(CancellationToken ct) => ActAsync((c, r, now) => c.Reopen(Input.Text ?? "", r, now, Actor), ct, reopening: true);

    public async Task<IActionResult> OnPostConcernAsync(CancellationToken ct)
    {
        var order = await orders.ByNumberAsync(Concerns.Order?.Trim() ?? "", ct) ?? throw new RuleViolation("Complaints.NoSuchOrder", Concerns.Order) { Field = "Concerns.Order" };
        return await ActAsync((c, _, now) => c.Concern(order, now, Actor), ct);
    }

    /// <summary>Asks for a corrective action under the complaint's own key: asked twice, it is one.</summary>
    public async Task<IActionResult> OnPostCorrectAsync(CancellationToken ct)
    {
        if (!May(FeedbackPermissions.HandleComplaints)) return Forbid();
        var complaint = await db.Set<Complaint>().OneAsync(Id, ct);
        if (!complaint.IsUpheld) throw new RuleViolation("Complaints.NotUpheld");
        var problem = string.Join('\n', new[] { complaint.Text, complaint.Investigation }.OfType<string>());
        var answer = await actions.AskAsync(new ActionRequest($"complaint:{complaint.PublicId:N}", ActionSources.Complaint, problem, complaint.PublicId, complaint.Number, $"/Feedback/Complaints/Details/{Id}"), ct);
        complaint.LedTo(answer.Number, time.Now(), Actor);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Complaints/Details/{Id}");
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken ct)
    {
        var complaint = await db.Set<Complaint>().OneAsync(Id, ct);
        var token = complaint.GiveLink();
        await db.SaveChangesAsync(ct);
        Link = new Uri(company.PublicUrl ?? new Uri($"{Request.Scheme}://{Request.Host}"), "/c/" + token).AbsoluteUri;
        await LoadAsync(ct);
        return Page();
    }

    string? Cause => string.IsNullOrEmpty(Input.Cause) ? null : Input.Cause;

    async Task<IActionResult> ActAsync(Action<Complaint, ComplaintRules, DateTime> act, CancellationToken ct, bool reopening = false)
    {
        if (!May(FeedbackPermissions.HandleComplaints)) return Forbid();
        var complaint = await db.Set<Complaint>().OneAsync(Id, ct);
        if (complaint.Version != Version) throw new ChangedMeanwhile(await WhatChangedAsync(ct));
        var rules = rulebook.KeptBy(complaint);
        if (!reopening && complaint.NeedsOwner(rules.Policy) && !User.IsInRole(Roles.Administrator)) throw new RuleViolation("Complaints.OwnersMatter");
        act(complaint, rules, time.Now());
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Complaints/Details/{Id}");
    }

    public override async Task<IReadOnlyList<Change>> WhatChangedAsync(CancellationToken ct) =>
        [.. (await db.Set<Complaint>().AsNoTracking().OneAsync(Id, ct)).Events.Where(e => e.Version > Version).OrderBy(e => e.Version).Select(e => new Change(e.ActorName, e.At, Sentence(e)))];

    public string Sentence(ComplaintEvent e) => T["Complaints.Act." + e.Act, [.. e.Args.Split('\u001f').Select(v => T.Has(v) ? T[v] : v), "", "", ""]].TrimEnd(' ', ':', '：');
}
