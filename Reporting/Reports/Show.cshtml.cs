using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Scorecard;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Reports;

/// <summary>One report on screen, in the reader's language: to read, to print, to take away.</summary>
[Permission(ReportingPermissions.Company)]
internal sealed class ShowModel(ReadReport read, ICompany company) : ModulePage
{
    [BindProperty(SupportsGet = true, Name = "month")] public string? Month { get; set; }
    [BindProperty(SupportsGet = true, Name = "year")] public string? Year { get; set; }
    [BindProperty(SupportsGet = true, Name = "contract")] public string? Contract { get; set; }

    public string Heading { get; private set; } = "";
    public IHtmlContent? Body { get; private set; }
    public string? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is not { } data) return;
        var html = new ReportHtml(T, company);
        (Heading, Body) = (html.TitleOf(data), new HtmlString(html.Body(data)));
    }

    public async Task<IActionResult> OnGetFileAsync(string? format, CancellationToken ct)
    {
        if (await ReadAsync(ct) is not { } data) return Page();
        var name = $"report-{data.Name}-{data.Card.Contract}";
        return format == "xlsx" ? File(ReportXlsx.Write(data, T), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx")
            : File(Encoding.UTF8.GetBytes(new ReportHtml(T, company).Document(data)), "text/html; charset=utf-8", name + ".html");
    }

    async Task<ReportData?> ReadAsync(CancellationToken ct)
    {
        try
        {
            var contract = string.IsNullOrEmpty(Contract) ? null : Contract;
            return int.TryParse(Year, out var year) && year is > 1990 and < 2200 ? await read.YearAsync(year, contract, ct) : await read.MonthAsync(ReadScorecard.MonthOf(Month ?? ""), contract, ct);
        }
        catch (RuleViolation refusal)
        {
            (Refusal, Response.StatusCode) = (T.Of(refusal), 422);
            return null;
        }
    }

    public string Download(string format) => $"/Reporting/Reports/Show?month={Uri.EscapeDataString(Month ?? "")}&year={Uri.EscapeDataString(Year ?? "")}&contract={Uri.EscapeDataString(Contract ?? "")}&handler=File&format={format}";
}
