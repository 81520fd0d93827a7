using System.Linq.Expressions;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

/// <summary>
/// Looking up by the beginning of a text as a range of an index, the same way on both databases. <c>LIKE 'x%'</c> reads the whole table on SQLite
/// (it folds case) and, under most collations, on PostgreSQL.
/// </summary>
internal static class Beginnings
{
    /// <summary>Sorts behind everything that follows a beginning.</summary>
    const string Last = "\U0010FFFF";

    /// <summary>Rows whose text begins so; <paramref name="start"/> is taken as it is, case included.</summary>
    public static IQueryable<T> Beginning<T>(this IQueryable<T> rows, Expression<Func<T, string?>> text, string start)
    {
        Expression<Func<string, bool>> within = t => string.Compare(t, start) >= 0 && string.Compare(t, start + Last) < 0;
        var body = new Put(within.Parameters[0], text.Body).Visit(within.Body);
        return rows.Where(Expression.Lambda<Func<T, bool>>(body, text.Parameters));
    }

    /// <summary>On PostgreSQL the order of an index is that of the collation; a range is a beginning only in the order of bytes, which SQLite has anyway.</summary>
    public static void CompareByBytes(ModelBuilder model)
    {
        void Bytes<T>(params Expression<Func<T, string?>>[] texts) where T : class
        {
            foreach (var text in texts) model.Entity<T>().Property(text).UseCollation("C");
        }
        Bytes<Customer>(c => c.Name, c => c.NamePinyin, c => c.NameInitials, c => c.NearKey);
        Bytes<CustomerPhone>(p => p.Number, p => p.Reversed);
        Bytes<NameTail>(t => t.Text);
        Bytes<ServiceOrder>(o => o.Number, o => o.BrandOrderNumber, o => o.ContactPhone);
        Bytes<Appliance>(a => a.Serial);
    }

    sealed class Put(ParameterExpression place, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == place ? value : base.VisitParameter(node);
    }
}
