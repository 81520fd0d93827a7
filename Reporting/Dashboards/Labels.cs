using AfterSales.Kernel.Text;

namespace AfterSales.Reporting.Dashboards;

/// <summary>Codes as people read them: closed lists in their language, everything else (teams, persons, models) as the code it is.</summary>
internal static class Labels
{
    public static string Of(Texts text, string code) => text.Has($"Dashboards.Code.{code}") ? text[$"Dashboards.Code.{code}"] : code;
}
