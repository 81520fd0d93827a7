using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Risk.Actions;

/// <summary>A corrective action that a person asks for: from an audit, a survey, or anything else that was seen.</summary>
[Permission(RiskPermissions.LeadActions)]
internal sealed class OpenModel(RiskDbContext db, IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public ActionSource Source { get; init; } = ActionSource.Audit;
        public string? Problem { get; init; }
        public string? About { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    /// <summary>Filled in by the page that it is opened from.</summary>
    public void OnGet(ActionSource? source, string? about, string? problem) => Input = new Form { Source = source ?? ActionSource.Audit, About = about, Problem = problem };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = time.Now();
        var trigger = new Trigger($"person:{PublicId.New(now):N}", Input.Source, null, string.IsNullOrWhiteSpace(Input.About) ? null : Input.About.Trim(), null);
        var action = CorrectiveAction.Open(trigger, Input.Problem, null, policies.At<ActionPolicy>(now).Value, company.LocalDay(now), now, Actor);
        db.Add(action);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(OpenAction.Page(action));
    }
}
