using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Disputes;

/// <summary>The step of the procedure that waits: notice, objection period, settlement, confirmation.</summary>
[Permission(DocumentsPermissions.EditDisputes)]
internal sealed class ProceedModel : TerminationPage
{
    internal sealed record Form
    {
        public DateOnly On { get; init; }
        public string Words { get; init; } = "";
        public bool Objected { get; init; }
        public decimal? Amount { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { On = Today };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(async (termination, now) =>
    {
        if (termination.Stage == TerminationStage.Confirmation && !May(DocumentsPermissions.SignAgreements)) throw new RuleViolation("Disputes.ManagerConfirms");
        var paper = await FileAsync(termination, Input.On, ct);
        switch (termination.Stage)
        {
            case TerminationStage.Notice: termination.GiveNotice(Input.On, Input.Words, paper, Today, Policy, Calendar, now, Actor); break;
            case TerminationStage.Objection: termination.EndObjection(Input.On, Input.Objected, Input.Words, paper, Today, Policy, Calendar, now, Actor); break;
            case TerminationStage.Settlement: termination.Settle(Input.On, Input.Amount is { } amount ? Money.From(amount) : null, Input.Words, paper, Today, Policy, Calendar, now, Actor); break;
            case TerminationStage.Confirmation: termination.Confirm(Agreement, Input.On, Input.Words, paper, Today, Policy, Calendar, now, Actor); break;
            default: throw new RuleViolation("Disputes.OtherStage", termination.Stage);
        }
    }, ct);
}
