using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Import;

/// <summary>Which column is which; the first twenty rows with what is wrong in them; then the run.</summary>
[Permission(ServicePermissions.Import)]
internal sealed class MapModel(ImportDesk desk, OrderRulebook rulebook, ICompany company, TimeProvider time) : ModulePage
{
    const int PreviewRows = 20;
    public const string ExampleOfDates = "yyyy-MM-dd HH:mm:ss";
    public static readonly string[] Encodings = ["utf-8", "gb18030"];

    internal sealed record PreviewRow(int Line, IReadOnlyList<string> Cells, IReadOnlyList<string> Problems);

    [BindProperty(SupportsGet = true)] public string Id { get; set; } = "";
    [BindProperty] public string? Dates { get; set; }
    [BindProperty] public string? Encoding { get; set; }
    [BindProperty] public string Unknown { get; set; } = "create";
    [BindProperty] public List<string?> Targets { get; set; } = [];
    public UploadedImport Upload { get; private set; } = null!;
    public IReadOnlyList<string> Headers { get; private set; } = [];
    public IReadOnlyList<PreviewRow> Preview { get; private set; } = [];
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Upload.IsRunning || Upload.IsDone) return LocalRedirect("/Service/Import/Progress/" + Id);
        var reader = new RowReader(Headers, [.. OrderColumns.All], OrderColumns.IsPause, new ImportMap(), company.Zone, T);
        Targets = [.. Headers.Select(h => OrderColumns.All.FirstOrDefault(c => reader.Has(c) && (h.Equals(c, StringComparison.OrdinalIgnoreCase) || h == T.Of("Import.Column." + c, Kernel.Text.Texts.Chinese) || h.Equals(T.Of("Import.Column." + c, Kernel.Text.Texts.English), StringComparison.OrdinalIgnoreCase))))];
        Look();
        return Page();
    }

    public override Task LoadAsync(CancellationToken ct)
    {
        Upload = desk.Find(Id) ?? throw new NotThere();
        if (Upload.IsRunning || Upload.IsDone) return Task.CompletedTask;
        try
        {
            using var file = TableFile.Open(Upload.Path, null, Encoding);
            Headers = file.Headers;
        }
        catch (RuleViolation refusal)
        {
            Problem = T.Of(refusal);
        }
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken ct)
    {
        await LoadAsync(ct);
        Look();
        if (act != "run" || Problem is not null) return Page();
        desk.Start(Upload, Map());
        return LocalRedirect("/Service/Import/Progress/" + Id);
    }

    ImportMap Map() => new()
    {
        Columns = Headers.Select((h, i) => (Header: h, Target: Targets.ElementAtOrDefault(i))).Where(c => !string.IsNullOrEmpty(c.Target)).GroupBy(c => c.Header).ToDictionary(g => g.Key, g => g.Select(c => c.Target!).Distinct().ToArray()),
        Dates = string.IsNullOrWhiteSpace(Dates) ? [] : [.. Dates.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        Encoding = string.IsNullOrEmpty(Encoding) ? null : Encoding, Unknown = Unknown == "reject" ? "reject" : "create",
    };

    void Look()
    {
        if (Problem is not null) return;
        try
        {
            using var file = TableFile.Open(Upload.Path, null, string.IsNullOrEmpty(Encoding) ? null : Encoding);
            var reader = new RowReader(file.Headers, [.. OrderColumns.All], OrderColumns.IsPause, Map(), company.Zone, T);
            if (OrderColumns.Required.FirstOrDefault(c => !reader.Has(c)) is { } missing) Problem = T["Import.ColumnMissing", T["Import.Column." + missing], string.Join(", ", file.Headers)];
            var now = time.Now();
            var parser = new OrderRowParser(reader, rulebook.InForceAt(now).Sla, now);
            List<PreviewRow> rows = [];
            foreach (var row in file.Rows().Take(PreviewRows))
            {
                parser.Parse(row);
                rows.Add(new PreviewRow(row.Line, row.Cells, [.. reader.Problems.Select(p => $"{T["Import.Column." + p.Column]}: {T.Of(p.Reason)}")]));
            }
            Preview = rows;
        }
        catch (RuleViolation refusal)
        {
            Problem = T.Of(refusal);
        }
    }
}
