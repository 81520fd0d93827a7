using AfterSales.Documents.Agreements;
using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Disputes;

/// <summary>Begins the termination of an agreement on one of its grounds, or another.</summary>
[Permission(DocumentsPermissions.SignAgreements)]
internal sealed class TerminateModel : AgreementPage
{
    internal sealed record Form
    {
        public TerminationSide Side { get; init; }
        /// <summary>One of the agreement's grounds; without one the words below.</summary>
        public Guid? Named { get; init; }
        public string? Ground { get; init; }
        public DateOnly EndsOn { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<Ground> Grounds { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { EndsOn = Today.AddDays(30), Named = Grounds.FirstOrDefault(g => g.IsMet)?.PublicId };
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Grounds = await Db.Set<Ground>().AsNoTracking().Include(g => g.Readings).Where(g => g.AgreementId == Agreement.Id && g.EndedOn == null).OrderBy(g => g.Id).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (await Db.Set<Termination>().AnyAsync(t => t.AgreementId == Agreement.Id && t.ClosedOn == null, ct)) throw new RuleViolation("Disputes.TerminationRuns");
        var now = Now;
        var ground = Grounds.FirstOrDefault(g => g.PublicId == Input.Named)?.For(T) ?? Input.Ground ?? "";
        var termination = Termination.Start(Agreement, Input.Side, ground, Input.EndsOn, Today, Ask<IPolicies>().At<DisputePolicy>(now).Value, Ask<ICompany>().CalendarAt(now), now, Actor);
        Db.Add(termination);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/Documents/Disputes/Termination/{termination.PublicId}");
    }
}
