using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using AfterSales.Risk.Actions;
using AfterSales.Risk.Data;
using AfterSales.Risk.Register;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Checks;

/// <summary>One check, on a phone: the list with what was found, pictures, the score, what follows from it.</summary>
[Permission(RiskPermissions.ReadChecks)]
internal sealed class DetailsModel(RiskDbContext db, Owners owners, IKeepPictures pictures, OpenAction open, IOrderLookup orders, IPersonLooks looks) : RiskPage<SpotCheck>(db)
{
    public sealed record AnswerForm
    {
        public int Ordinal { get; init; }
        public CheckFinding? Finding { get; init; }
        public string? Note { get; init; }
    }

    [BindProperty] public List<AnswerForm> Answers { get; set; } = [];
    [BindProperty] public string? Remark { get; set; }
    [BindProperty] public int? Question { get; set; }
    [BindProperty] public string? Checker { get; set; }
    public SpotCheck Check => Record;
    public IReadOnlyList<AccountName> People { get; private set; } = [];
    public CorrectiveAction? Action { get; private set; }
    public bool MayDo => May(RiskPermissions.DoChecks) && !Check.IsDone && Check.TechnicianAccount != Actor.Id;
    protected override string Home => $"/Risk/Checks/Details/{Id}";

    protected override IQueryable<SpotCheck> Whole(IQueryable<SpotCheck> checks) => checks.Whole();

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        if (Check.Method != CheckMethod.Records) await looks.NoteWorkAsync(Actor, await orders.PersonOfAsync(Check.OrderId, ct) ?? Check.PublicId, "Looks.Check", ct);
        if (Answers.Count == 0) (Answers, Remark) = ([.. Check.Answers.OrderBy(a => a.Ordinal).Select(a => new AnswerForm { Ordinal = a.Ordinal, Finding = a.Finding, Note = a.Note })], Check.Remark);
        if (!Check.IsDone && May(RiskPermissions.PlanChecks)) People = [.. (await owners.AllAsync(ct)).Where(p => p.Id != Check.TechnicianAccount)];
        var key = ActOnFailedCheck.KeyOf(Check);
        Action = await Db.Set<CorrectiveAction>().AsNoTracking().FirstOrDefaultAsync(a => a.Triggers.Any(t => t.Key == key), ct);
    }

    /// <summary>What was answered for a question, as typed or as kept.</summary>
    public AnswerForm Given(int ordinal) => Answers.Find(a => a.Ordinal == ordinal) ?? new AnswerForm { Ordinal = ordinal };

    public Task<IActionResult> OnPostNoteAsync(CancellationToken ct) => DoAsync((c, _) => c.Note(Typed, Remark, Actor), ct);

    public Task<IActionResult> OnPostFinishAsync(CancellationToken ct) => DoAsync((c, now) =>
    {
        c.Note(Typed, Remark, Actor);
        c.Finish(Today, now, Actor);
    }, ct);

    IEnumerable<GivenAnswer> Typed => Answers.Select(a => new GivenAnswer(a.Ordinal, a.Finding, a.Note));

    /// <summary>Keeps a picture, and what was answered so far.</summary>
    public async Task<IActionResult> OnPostPhotoAsync(IFormFile? picture, CancellationToken ct)
    {
        if (!May(RiskPermissions.DoChecks)) return Forbid();
        if (picture is null) throw new RuleViolation("Shell.ValueMissing") { Field = "Picture" };
        await using var sent = picture.OpenReadStream();
        var sha256 = await pictures.KeepAsync(sent, ct); // content first: the row that names it is saved after
        return await ActAsync((c, now) => c.Photograph(sha256, Question, now, Actor), ct);
    }

    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken ct)
    {
        if (!May(RiskPermissions.PlanChecks)) return Forbid();
        var account = (await owners.AllAsync(ct)).FirstOrDefault(p => p.Id == Checker) ?? throw new RuleViolation("Register.OwnerMissing") { Field = "Checker" };
        return await ActAsync((c, _) => c.HandOver(new Checker(account.Id, account.DisplayName)), ct);
    }

    /// <summary>Findings of a check that passed can lead to an action too; asked twice, it is one.</summary>
    public async Task<IActionResult> OnPostActAsync(CancellationToken ct)
    {
        if (!May(RiskPermissions.LeadActions)) return Forbid();
        var check = await FindAsync(toChange: false, ct);
        if (!check.IsDone || !check.Findings.Any()) throw new RuleViolation("Checks.NoFindings");
        var (action, _) = await open.OpenAsync(ActOnFailedCheck.RequestOf(check), Actor, ct);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect(OpenAction.Page(action));
    }

    async Task<IActionResult> DoAsync(Action<SpotCheck, DateTime> act, CancellationToken ct) => May(RiskPermissions.DoChecks) ? await ActAsync(act, ct) : Forbid();
}
