using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Charts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Briefs;

/// <summary>The owner's brief: what came in, what was done, what is overdue and whose, takings against bills, low scores, tomorrow's holes.</summary>
[Permission(ReportingPermissions.Money)]
internal sealed class IndexModel(ReadBrief read) : ModulePage
{
    [BindProperty(SupportsGet = true, Name = "day")] public DateOnly? Day { get; set; }

    public Brief? Brief { get; private set; }
    public string? Refusal { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        try
        {
            Brief = await read.ReadAsync(Day, ct);
        }
        catch (RuleViolation refusal)
        {
            Refusal = T.Of(refusal);
            if (refusal.Key != "Warehouse.NotLoaded") Response.StatusCode = 422;
        }
    }

    public IHtmlContent Backlog(ChartSize size) => new HtmlString(OtherCharts.Distribution([.. Brief!.Backlog.Select(b => new Bar(b.Day.ToString("MM-dd"), b.Open))], T["Briefs.Backlog"], T["Briefs.Open"], size, T));

    public static string Order(string number) => Indicators.FactSource.OrderPage(number);
}
