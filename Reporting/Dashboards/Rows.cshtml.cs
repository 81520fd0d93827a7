using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Audits;
using AfterSales.Reporting.Indicators;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Dashboards;

/// <summary>Exactly the rows behind one number, with a way to each.</summary>
[Permission(ReportingPermissions.Read)]
internal sealed class RowsModel(RowsBehind rows, Sight sight, ICompany company) : ModulePage
{
    const int PageSize = 50;
    /// <summary>What a spreadsheet holds in comfort.</summary>
    const int MostExported = 200_000;

    [BindProperty(SupportsGet = true, Name = "indicator")] public string Indicator { get; set; } = "";
    [BindProperty(SupportsGet = true, Name = "from")] public string From { get; set; } = "";
    [BindProperty(SupportsGet = true, Name = "to")] public string To { get; set; } = "";
    [BindProperty(SupportsGet = true, Name = "where")] public string[] Where { get; set; } = [];
    [BindProperty(SupportsGet = true, Name = "part")] public string PartCode { get; set; } = "counted";
    [BindProperty(SupportsGet = true, Name = "p")] public int PageNumber { get; set; } = 1;

    public Question? Asked { get; private set; }
    public Part Part { get; private set; }
    public RowsAnswer? Answer { get; private set; }
    public string? Refusal { get; private set; }
    public int Pages => (int)((Answer!.Count + PageSize - 1) / PageSize);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        PageNumber = Math.Clamp(PageNumber, 1, 1_000_000);
        await AskAsync(PageSize, (PageNumber - 1) * PageSize, ct);
        if (Refusal is not null) Response.StatusCode = 422;
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await AskAsync(MostExported, 0, ct);
        if (Answer is null) return Page();
        return TakeAway(new ExportTable($"{Asked!.Indicator.Code}-{PartCode}-{Asked.From:yyyyMMdd}-{Asked.To:yyyyMMdd}",
            [T["Dashboards.Rows.Day"], T[Asked.Indicator.Amount is not null ? "Dashboards.Rows.Value" : "Dashboards.Rows.Hit"], .. Asked.Indicator.Source.Shown.Select(c => T[$"Dashboards.Column.{c.Name}"])],
            Answer.Rows.Select(r => (IReadOnlyList<object?>)[r.Day, Measure(r), .. Cells(r)])), format);
    }

    async Task AskAsync(int take, int skip, CancellationToken ct)
    {
        try
        {
            Asked = await sight.NarrowAsync(Question.Parse(Indicator, From, To, Grain.Month.Code, null, Where), User, rows: true, ct);
            Part = Code.TryParse<Part>(PartCode, out var part) ? part : throw new RuleViolation("Indicators.Usage.Part", PartCode, string.Join(" ", Code.All<Part>()));
            Answer = await rows.ReadAsync(Asked, Part, take, skip, ct);
        }
        catch (RuleViolation refusal)
        {
            Refusal = T.Of(refusal);
        }
    }

    public object? Measure(RowBehind row) => Asked!.Indicator.Amount is not null ? row.Value : T[row.Hit ? "Dashboards.Rows.Yes" : "Dashboards.Rows.No"];

    /// <summary>Cells of a row as this person may read them: for a brand's auditor persons are masked.</summary>
    public IEnumerable<object?> Cells(RowBehind row) => row.Shown.Select((value, i) =>
        value is string code && Asked!.Indicator.Source.Shown[i].Name == "technician" && !sight.SeesAll(User) ? Sight.Masked(code) : Cell(value));

    /// <summary>A cell as people read it: local time, labels for codes.</summary>
    object? Cell(object? value) => value switch
    {
        DateTime utc => company.ToLocal(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToString("yyyy-MM-dd HH:mm"),
        string code => Labels.Of(T, code),
        _ => value,
    };

    public string At(int page) => ExplorerLinks.Rows(Asked!, Part) + $"&p={page}";

    public string Export(string format) => ExplorerLinks.Rows(Asked!, Part) + $"&handler=Export&format={format}";
}
