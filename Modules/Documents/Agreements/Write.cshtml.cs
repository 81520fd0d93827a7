using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Agreements;

/// <summary>A new agreement from the template.</summary>
[Permission(DocumentsPermissions.EditAgreements)]
internal sealed class WriteModel(DocumentsDbContext db, ICustomerLookup customers, ICompany company, TimeProvider time) : ModulePage
{
    [BindProperty] public TermsForm Input { get; set; } = new();

    public void OnGet() => Input = new() { Title = T["Agreements.Write.Title"], TextZh = AgreementTexts.Template("zh"), TextEn = AgreementTexts.Template("en") };

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = time.Now();
        var agreement = Agreement.Write(Input.Kind, Input.Title, Input.Party, await Input.TermsAsync(customers, ct), company.LocalDay(now), now, Actor);
        db.Add(agreement);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Documents/Agreements/Details/{agreement.PublicId}");
    }
}
