using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using AfterSales.Risk.Data;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Risk.Register;

/// <summary>Anybody of the company tells what happened, or nearly did.</summary>
[Permission(RiskPermissions.Report)]
internal sealed class ReportModel(RiskDbContext db, IBell bell, ICompany company, Shown show, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public string? What { get; init; }
        public DateTime? At { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public bool Told { get; set; }

    public void OnGet() => Input = new Form { At = company.ToLocal(time.Now()) };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = time.Now();
        var at = show.FromField(Input.At) ?? now;
        var id = PublicId.New(now);
        db.Add(RiskEvent.Happened($"reported:{id:N}", RiskEventSource.Reported, Input.What, at, company.LocalDay(at), now, Actor, publicId: id));
        await db.SaveChangesAsync(ct);
        await bell.RingAsync([Roles.QualityOfficer], $"risk-event:{id:N}", "Register.Bell.Event", [Input.What!.Trim()], $"/Risk/Register/Happening/{id}", ct);
        return LocalRedirect(May(RiskPermissions.Read) ? $"/Risk/Register/Happening/{id}" : "/Risk/Register/Report?told=true");
    }
}
