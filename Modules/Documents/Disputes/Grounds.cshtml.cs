using AfterSales.Documents.Agreements;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Disputes;

/// <summary>The grounds on which an agreement may be terminated; for those that can be measured, what was measured month by month.</summary>
[Permission(DocumentsPermissions.ReadDisputes)]
internal sealed class GroundsModel : AgreementPage
{
    /// <summary>Months shown.</summary>
    public const int Shown = 12;

    internal sealed record Form
    {
        public string? Zh { get; init; }
        public string? En { get; init; }
        public string? Indicator { get; init; }
        public bool Below { get; init; } = true;
        public double? Limit { get; init; }
        public int Months { get; init; } = 3;
    }

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<Ground> Grounds { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Grounds = await Db.Set<Ground>().AsNoTracking().Include(g => g.Readings).Where(g => g.AgreementId == Agreement.Id).OrderBy(g => g.EndedOn != null).ThenBy(g => g.Id).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!May(DocumentsPermissions.EditAgreements)) return Forbid();
        var indicator = Input.Indicator.OrNull();
        if (indicator is not null && !T.Has($"Indicators.{indicator}.Name")) throw new RuleViolation("Disputes.IndicatorUnknown", indicator) { Field = "Input.Indicator" };
        Db.Add(Ground.Name(Agreement.Id, new GroundRule(Input.Zh ?? "", Input.En ?? "", indicator, Input.Below, Input.Limit, Input.Months), Agreement.StartsOn ?? Today, Now));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/Documents/Disputes/Grounds/{Id}");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid ground, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!May(DocumentsPermissions.EditAgreements)) return Forbid();
        var found = await Db.Set<Ground>().Include(g => g.Readings).FirstOrDefaultAsync(g => g.PublicId == ground && g.AgreementId == Agreement.Id, ct) ?? throw new NotThere();
        found.End(Today);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/Documents/Disputes/Grounds/{Id}");
    }
}
