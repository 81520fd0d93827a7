using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Agreements;

/// <summary>A new agreement from a template.</summary>
[Permission(DocumentsPermissions.EditAgreements)]
internal sealed class WriteModel(DocumentsDbContext db, ICustomerLookup customers, ICompany company, TimeProvider time) : ModulePage
{
    [BindProperty] public TermsForm Input { get; set; } = new();

    /// <summary>Name of the template that the form was filled from.</summary>
    public string Template { get; private set; } = AgreementTexts.Templates[0].Name;

    public void OnGet(string? template)
    {
        var (name, kind) = AgreementTexts.Templates.FirstOrDefault(t => t.Name == template, AgreementTexts.Templates[0]);
        Template = name;
        Input = new() { Title = T["Agreements.Template." + name], Kind = kind, TextZh = AgreementTexts.Template("zh", name), TextEn = AgreementTexts.Template("en", name) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = time.Now();
        var agreement = Agreement.Write(Input.Kind, Input.Title, Input.Party, await Input.TermsAsync(customers, ct), company.LocalDay(now), now, Actor);
        db.Add(agreement);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Documents/Agreements/Details/{agreement.PublicId}");
    }
}
