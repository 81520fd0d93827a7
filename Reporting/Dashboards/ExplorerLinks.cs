using System.Text;
using AfterSales.Kernel;
using AfterSales.Reporting.Indicators;

namespace AfterSales.Reporting.Dashboards;

/// <summary>Addresses of the explorer and its rows: the question lives in the URL.</summary>
internal static class ExplorerLinks
{
    public const string ExplorerPath = "/Reporting/Dashboards/Explorer", RowsPath = "/Reporting/Dashboards/Rows";

    public static string Explorer(Question question) => Of(ExplorerPath, question) + $"&by={question.Grain.Code}{(question.Slice is null ? "" : "&slice=" + question.Slice.Code)}";

    public static string Rows(Question question, Part part) => Of(RowsPath, question) + $"&part={Code.Of(part)}";

    static string Of(string path, Question question)
    {
        var url = new StringBuilder($"{path}?indicator={question.Indicator.Code}&from={question.From:yyyy-MM-dd}&to={question.To:yyyy-MM-dd}");
        foreach (var filter in question.Where) url.Append("&where=").Append(Uri.EscapeDataString($"{filter.Slice.Code}={filter.Code}"));
        return url.ToString();
    }
}
