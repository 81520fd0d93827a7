using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>All words of a questionnaire as one table: taken away, translated elsewhere, and brought back into the draft; refused rows are named.</summary>
[Permission(FeedbackPermissions.DesignSurveys)]
internal sealed class TranslationsModel(FeedbackDbContext db, DataFolder folder, ICompany company, TimeProvider time) : ModulePage
{
    const int LongestWords = 200;
    static readonly string[] Columns = ["code", "zh", "en"];

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    public Questionnaire Questionnaire { get; private set; } = null!;
    public ImportReport? Report { get; private set; }

    /// <summary>Each question, followed by its choices.</summary>
    public IEnumerable<(string Code, string Zh, string En)> Words =>
        Questionnaire.Edited.SelectMany(q => q.Choices.Select(c => ($"{q.Code}/{c.Code}", c.Zh, c.En)).Prepend((q.Code, q.Zh, q.En)));

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => Questionnaire = await DesignModel.OneAsync(db.Set<Questionnaire>().AsNoTracking(), Id, ct);

    public async Task<IActionResult> OnGetFileAsync(string? format, CancellationToken ct)
    {
        await LoadAsync(ct);
        var (content, type, name) = new ExportTable(Code.Of(Questionnaire.Kind) + "-words", Columns, Words.Select(w => (IReadOnlyList<object?>)[w.Code, w.Zh, w.En])).Write(format);
        return File(content, type, name);
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken ct)
    {
        using var table = await UploadedTable.KeepAsync(file, folder, time.Now(), ct);
        var questionnaire = await DesignModel.OneAsync(db.Set<Questionnaire>(), Id, ct);
        Report = new ImportReport("translations", T, null);
        Read(table.Path, questionnaire, Report);
        await db.SaveChangesAsync(ct);
        await LoadAsync(ct);
        return Page();
    }

    void Read(string path, Questionnaire questionnaire, ImportReport report)
    {
        using var file = Kernel.Import.TableFile.Open(path, null, null);
        var reader = new RowReader(file.Headers, Columns, _ => false, new ImportMap(), company.Zone, T);
        reader.Require("code");
        foreach (var row in file.Rows())
        {
            report.Read++;
            reader.Take(row);
            var (code, zh, en, before) = (reader.Text("code") ?? "", Typed(reader, "zh"), Typed(reader, "en"), questionnaire.Version);
            if (reader.Problems.Count == 0 && !questionnaire.Translate(code, zh, en)) reader.Refuse("code", code, "Surveys.Translations.NoSuchCode");
            if (reader.Problems.Count > 0) report.Reject([.. reader.Problems]);
            else if (questionnaire.Version == before) report.Unchanged++;
            else report.Updated++;
        }
    }

    /// <summary>The file marks words that a spreadsheet could take for a formula by an apostrophe; back here it goes away.</summary>
    static string? Typed(RowReader reader, string column) => reader.Text(column, LongestWords) is { } words ? words.StartsWith('\'') ? words[1..] : words : null;
}
