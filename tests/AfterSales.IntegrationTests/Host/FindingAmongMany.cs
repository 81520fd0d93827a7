using AfterSales.Documents.Data;
using AfterSales.Documents.Records;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Visits;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Host;

/// <summary>What every request asks is answered along an index: its cost does not grow with the company. Asked of the database's own plan, in which no table is read whole.</summary>
public sealed class FindingAmongMany(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public Task customers_are_found_by_their_number() => AlongAnIndexAsync<ServiceDbContext>(db => db.WithPhone("13800001111", "13800002222"));

    [Fact]
    public Task an_appliance_without_a_serial_number_is_found_by_its_place() =>
        AlongAnIndexAsync<ServiceDbContext>(db => db.Set<Appliance>().Where(a => a.Serial == null && a.Address == "文三路 9 号"));

    [Fact]
    public Task papers_are_found_by_their_order() => AlongAnIndexAsync<DocumentsDbContext>(db => db.OfOrder("SO-2026-000001"));

    [Fact]
    public Task invitations_are_found_by_their_order() =>
        AlongAnIndexAsync<FeedbackDbContext>(db => db.InvitationsAbout(o => o.Number == "SO-2026-000001"));

    [Fact]
    public Task where_people_were_on_a_day_is_found_by_the_time() =>
        AlongAnIndexAsync<ServiceDbContext>(db => db.Set<VisitStamp>().Where(s => s.Latitude != null && s.Longitude != null && s.At >= installation.Now.AddDays(-1) && s.At < installation.Now));

    [Fact]
    public async Task and_a_query_that_reads_every_customer_is_told_apart() =>
        (await PlanAsync<ServiceDbContext>(db => db.Set<Customer>().Where(c => c.Address == "文三路 9 号"))).ShouldContain(line => ReadsAll(line));

    async Task AlongAnIndexAsync<TDb>(Func<TDb, IQueryable<object>> query) where TDb : DbContext
    {
        var plan = await PlanAsync(query);
        plan.ShouldNotBeEmpty();
        plan.ShouldAllBe(line => !ReadsAll(line), string.Join('\n', plan));
    }

    static bool ReadsAll(string line) => line.Contains("Seq Scan") || (line.StartsWith("SCAN ") && !line.Contains("VIRTUAL TABLE")); // the virtual table is the list of what is asked for

    Task<List<string>> PlanAsync<TDb>(Func<TDb, IQueryable<object>> query) where TDb : DbContext => installation.WithAsync<TDb, List<string>>(async db =>
    {
        await db.Database.OpenConnectionAsync();
        if (TestDatabase.IsPostgres) await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off"); // the tables are small: only a plan that cannot do without reads them whole then
        await using var command = query(db).CreateDbCommand();
        command.CommandText = (TestDatabase.IsPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        List<string> plan = [];
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) plan.Add(reader.GetString(TestDatabase.IsPostgres ? 0 : 3));
        if (TestDatabase.IsPostgres) await db.Database.ExecuteSqlRawAsync("RESET enable_seqscan");
        return plan;
    });
}
