using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Charts;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Warehouse;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Reporting.Money;

/// <summary>One month of money, CNY.</summary>
/// <param name="Billed">Payable lines of fee notes issued in the month.</param>
/// <param name="Covered">Lines that warranty or agreement covered: work done that nobody paid at the door.</param>
internal sealed record MoneyMonth(DateOnly Month, long Orders, double Billed, double Covered, double Paid, double Refunded)
{
    public double Net => Paid - Refunded;
    public double? PerOrder => Orders == 0 ? null : Net / Orders;
}

/// <summary>A part of what was billed or covered: kind of line, team, method.</summary>
internal sealed record MoneyPart(string Dimension, string Code, double Payable, double Covered);

/// <summary>What was earned and what it cost, month by month, and where it came from.</summary>
[Permission(ReportingPermissions.Money)]
internal sealed class IndexModel(IWarehouse warehouse, ICompany company) : ModulePage
{
    const int MonthsShown = 24;

    public IReadOnlyList<MoneyMonth> Months { get; private set; } = [];
    public IReadOnlyList<MoneyPart> Parts { get; private set; } = [];
    public IReadOnlyList<(string Method, double Amount, long Count)> Methods { get; private set; } = [];
    public DateTime? AsOf { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => await ReadAsync(ct);

    async Task ReadAsync(CancellationToken ct)
    {
        if (!warehouse.IsUsable) return;
        await warehouse.ReadAsync(c =>
        {
            if (Ledger.AsOf(c).Instant is not { } asOf) return false;
            var today = company.LocalDay(asOf);
            var from = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MonthsShown);
            AsOf = asOf;
            Dictionary<DateOnly, double> Sums(string sql) => c.Rows(sql, [from], r => (Month: r.Day(0)!.Value, Amount: r.GetDouble(1))).ToDictionary(r => r.Month, r => r.Amount);
            string ByMonth(string day, string amount, string from, string where) => $"SELECT CAST(date_trunc('month', {day}) AS date), CAST(sum({amount}) AS double precision) FROM {from} WHERE {day} >= $1 AND {where} GROUP BY 1";
            var (billed, covered) = (Sums(ByMonth("issued_day", "amount", "fact_fee_line", "NOT covered")), Sums(ByMonth("issued_day", "amount", "fact_fee_line", "covered")));
            var (paid, refunded) = (Sums(ByMonth("paid_day", "amount", "fact_payment", "true")), Sums(ByMonth("executed_day", "amount", "fact_refund", "true")));
            var orders = Sums(ByMonth("completed_day", "1", "fact_order", "true"));
            Months = [.. Enumerable.Range(0, MonthsShown).Select(i => from.AddMonths(i)).Select(m => new MoneyMonth(m, (long)orders.GetValueOrDefault(m), billed.GetValueOrDefault(m), covered.GetValueOrDefault(m), paid.GetValueOrDefault(m), refunded.GetValueOrDefault(m)))];
            const string Split = "CAST(sum(CASE WHEN covered THEN 0 ELSE amount END) AS double precision), CAST(sum(CASE WHEN covered THEN amount ELSE 0 END) AS double precision)";
            Parts =
            [
                .. c.Rows($"SELECT kind, {Split} FROM fact_fee_line WHERE issued_day >= $1 GROUP BY 1 ORDER BY 2 DESC", [from], r => new MoneyPart("kind", r.GetString(0), r.GetDouble(1), r.GetDouble(2))),
                .. c.Rows($"SELECT t.code, {Split} FROM fact_fee_line f JOIN dim_team t ON t.team_id = f.team_id WHERE issued_day >= $1 GROUP BY 1 ORDER BY 2 DESC", [from], r => new MoneyPart("team", r.GetString(0), r.GetDouble(1), r.GetDouble(2))),
            ];
            Methods = c.Rows("SELECT method, CAST(sum(amount) AS double precision), CAST(count(*) AS bigint) FROM fact_payment WHERE paid_day >= $1 GROUP BY 1 ORDER BY 2 DESC", [from], r => (r.GetString(0), r.GetDouble(1), r.GetInt64(2)));
            return true;
        }, ct);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await ReadAsync(ct);
        return TakeAway(new ExportTable("money", [T["Reports.Month"], T["Money.Orders"], T["Money.Billed"], T["Money.Covered"], T["Money.Paid"], T["Money.Refunded"], T["Money.Net"], T["Money.PerOrder"]],
            Months.Select(m => (IReadOnlyList<object?>)[m.Month.ToString("yyyy-MM"), m.Orders, m.Billed, m.Covered, m.Paid, m.Refunded, m.Net, m.PerOrder])), format);
    }

    public IHtmlContent Chart(ChartSize size) => new HtmlString(OtherCharts.Distribution([.. Months.Select(m => new Bar(m.Month.ToString("yyyy-MM"), Math.Max(0, m.Net)))], T["Money.Net"], T["Charts.ValueAxis.money"], size, T));

    public static string Yuan(double amount) => amount.ToString("N2", System.Globalization.CultureInfo.InvariantCulture);
}
