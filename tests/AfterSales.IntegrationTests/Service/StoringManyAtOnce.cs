using System.Data.Common;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Text;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Service;

/// <summary>Rows of an import go in by statements of their own, past the tracked way: what lies in the tables must be the same, value and type.</summary>
public sealed class StoringManyAtOnce(Installation installation) : IClassFixture<Installation>
{
    static readonly DateTime Now = new(2026, 3, 2, 8, 10, 0, 123, DateTimeKind.Utc);
    static readonly string[] OwnToEach = ["id", "public_id", "number", "change", "order_id", "customer_id", "appliance_id"];

    [Fact]
    public async Task writes_the_same_rows_as_saving_one_by_one()
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var rules = scope.ServiceProvider.GetRequiredService<OrderRulebook>().InForceAt(Now);
        Customer[] people = [Person(), Person()];
        Appliance[] things = [Thing(), Thing()];
        ServiceOrder[] orders = [Order("SAME-1", rules), Order("SAME-2", rules)];
        await using (var write = await db.BeginWriteAsync())
        {
            db.AddRange(people[0], things[0], orders[0]);
            await db.SaveChangesAsync();
            await db.InsertAsync([people[1]], CancellationToken.None);
            await db.InsertAsync([things[1]], CancellationToken.None);
            await db.InsertAsync([orders[1]], CancellationToken.None);
            await write.CommitAsync();
        }

        await SameAsync(db, "customers", "id", people[0].Id, people[1].Id);
        foreach (var part in new[] { "customer_phones", "customer_addresses", "customer_name_tails" }) await SameAsync(db, part, "customer_id", people[0].Id, people[1].Id);
        await SameAsync(db, "appliances", "id", things[0].Id, things[1].Id);
        await SameAsync(db, "orders", "id", orders[0].Id, orders[1].Id);
        foreach (var part in new[] { "order_events", "pauses" }) await SameAsync(db, part, "order_id", orders[0].Id, orders[1].Id);
    }

    static Customer Person() => Customer.Register("欧阳若曦", "13800001111", "文三路 9 号 \"2\" 单元", "330106", Now);

    static Appliance Thing() => Appliance.Register(null, null, "SN-SAME", "文三路 9 号", new DateOnly(2021, 12, 31), Now);

    static ServiceOrder Order(string number, OrderRules rules) => ServiceOrder.FromHistory(new OrderHistory
    {
        Intake = new Intake { Number = number, ReceivedAt = Now.AddDays(-9), Kind = OrderKind.Repair, Channel = OrderChannel.Phone, ContactPhone = "13800001111", Address = "文三路 9 号", Description = "漏水 'x'" },
        ResponseIsRecorded = true, RespondedAt = Now.AddDays(-9).AddHours(2), WindowStart = Now.AddDays(-8), WindowEnd = Now.AddDays(-8).AddHours(2), ArrivedAt = Now.AddDays(-8).AddMinutes(5),
        CompletedAt = Now.AddDays(-8).AddMinutes(50), ClosedAt = Now.AddDays(-7).AddTicks(1), Team = "一组", Visits = 2, Fingerprint = "f", Extras = """{"csat":"5"}""",
        Pauses = [new Pause { Reason = "parts", From = Now.AddDays(-9).AddHours(3), To = Now.AddDays(-9).AddHours(5), StopsHandling = true, LongestDays = 3, Note = "等件", StartedBy = "导入" }],
    }, rules, Now);

    static async Task SameAsync(ServiceDbContext db, string table, string column, long saved, long inserted)
    {
        var (one, other) = (await RowsAsync(db, table, column, saved), await RowsAsync(db, table, column, inserted));
        one.ShouldNotBeEmpty(table);
        other.ShouldBe(one, table);
    }

    static async Task<List<string>> RowsAsync(ServiceDbContext db, string table, string column, long id)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM {(TestDatabase.IsPostgres ? "service." : "service_")}{table} WHERE {column} = {id} ORDER BY id";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
            rows.Add(string.Join('\n', Enumerable.Range(0, reader.FieldCount).Where(i => !OwnToEach.Contains(reader.GetName(i))).Select(i => $"{reader.GetName(i)} {Shown(reader, i)}")));
        return rows;
    }

    /// <summary>The storage class beside the value: SQLite would keep a number as text and show the same.</summary>
    static string Shown(DbDataReader reader, int i) => reader.GetValue(i) switch
    {
        byte[] bytes => "byte[] " + Convert.ToHexString(bytes),
        DateTime instant => "instant " + instant.ToString("O"),
        var value => FormattableString.Invariant($"{value.GetType().Name} {value}"),
    };
}
