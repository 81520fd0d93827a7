using System.Data.Common;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>One row behind a number.</summary>
/// <param name="Day">Local day to which it is dated.</param>
/// <param name="Hit">In the numerator.</param>
/// <param name="Value">Its measured value, where a median is asked.</param>
/// <param name="Shown">Values of <see cref="FactSource.Shown"/>, in order; instants are UTC.</param>
internal sealed record RowBehind(DateOnly Day, bool Hit, double? Value, object?[] Shown);

/// <param name="Count">All of them; <paramref name="Rows"/> may be one page.</param>
internal sealed record RowsAnswer(long Count, IReadOnlyList<RowBehind> Rows, DateTime AsOf);

/// <summary>Exactly the rows that a number counts.</summary>
internal sealed class RowsBehind(IWarehouse warehouse, ICompany company)
{
    public async Task<RowsAnswer> ReadAsync(Question question, Part part, int take, int skip, CancellationToken ct) => await warehouse.ReadAsync(connection =>
    {
        var asOf = Ledger.AsOf(connection).Instant ?? throw new RuleViolation("Warehouse.NotLoaded");
        Binding counting = new(asOf, company.LocalDay(asOf)), listing = new(asOf, company.LocalDay(asOf));
        var count = IndicatorSql.Count(question, part, counting);
        var list = IndicatorSql.Rows(question, part, listing, take, skip);
        return new RowsAnswer(connection.Scalar<long>(count, [.. counting.Values]), connection.Rows(list, listing.Values, r => Row(r, question.Indicator.Source.Shown.Count)), asOf);
    }, ct);

    static RowBehind Row(DbDataReader row, int shown) =>
        new(row.Day(0)!.Value, !row.IsDBNull(1) && row.GetBoolean(1), row.Real(2), [.. Enumerable.Range(3, shown).Select(i => row.IsDBNull(i) ? null : row.GetValue(i))]);
}
