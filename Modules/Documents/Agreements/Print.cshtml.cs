using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Documents.Agreements;

/// <summary>A version as a contract to be printed and signed, in both languages.</summary>
[Permission(DocumentsPermissions.ReadAgreements)]
internal sealed class PrintModel : AgreementPage
{
    [BindProperty(SupportsGet = true)] public int? Of { get; set; }
    public AgreementVersion Shown { get; private set; } = null!;
    public IReadOnlyList<(string Language, string Text)> Texts { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Shown = Of is { } number ? Agreement.Versions.Find(v => v.Number == number) ?? throw new NotThere() : Agreement.Newest;
        var company = Ask<ICompany>().Name;
        string Filled(string? own, string language) => AgreementTexts.Fill(string.IsNullOrWhiteSpace(own) ? AgreementTexts.Template(language) : own, company, Agreement, Shown.Terms);
        Texts = [("zh-CN", Filled(Shown.TextZh, "zh")), ("en", Filled(Shown.TextEn, "en"))];
    }
}
