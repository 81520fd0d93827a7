using System.Text.Json;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Service;

/// <summary>Customers stored before there were several addresses and search keys: upgraded, nothing lost, and found like all others.</summary>
public sealed class CustomersOfAnEarlierVersion
{
    [Fact]
    public async Task keep_their_address_as_the_default_one_and_are_found_by_pinyin_and_last_digits_after_the_upgrade()
    {
        var folder = new DataFolder(Directory.CreateTempSubdirectory("aftersales-test-").FullName);
        await TestDatabase.PrepareEmptyAsync(folder);
        await StoreOldAsync(folder);
        await using (var services = AfterSalesHost.BuildServices(folder))
        {
            await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
            (await scope.ServiceProvider.GetRequiredService<CompleteKeys>().RunAsync(DateTime.UnixEpoch, CancellationToken.None)).Rows.ShouldBe(2);
            (await scope.ServiceProvider.GetRequiredService<CompleteKeys>().RunAsync(DateTime.UnixEpoch, CancellationToken.None)).Rows.ShouldBe(0);
            var find = scope.ServiceProvider.GetRequiredService<FindCustomers>();
            foreach (var typed in new[] { "8000", "13800138000", "曾小贤", "小贤", "zengxiaoxian", "zxx" })
                (await find.ReadAsync(new SearchWords(typed), 5, CancellationToken.None)).ShouldHaveSingleItem(typed).Name.ShouldBe("曾小贤");
            var customers = await db.Set<Customer>().AsNoTracking().Whole().OrderBy(c => c.Id).ToListAsync();
            customers[0].Addresses.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Text.ShouldBe("文一路1号"), a => a.Region.ShouldBe("330106"), a => a.IsDefault.ShouldBeTrue());
            customers[1].Addresses.ShouldBeEmpty();
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder.Root, recursive: true);
    }

    /// <summary>A database as the version before left it, with two customers in it.</summary>
    static async Task StoreOldAsync(DataFolder folder)
    {
        await using ServiceDbContext old = TestDatabase.IsPostgres
            ? ModuleDatabaseRegistration.PostgresAt<PostgresServiceDbContext>(JsonDocument.Parse(await File.ReadAllTextAsync(folder.In("appsettings.json"))).RootElement.GetProperty("ConnectionStrings").GetProperty("Default").GetString()!, ServiceDbContext.SchemaName)
            : ModuleDatabaseRegistration.SqliteAt<SqliteServiceDbContext>(new SqliteConnectionStringBuilder { DataSource = folder.Database, ForeignKeys = true, Pooling = false }.ToString(), ServiceDbContext.SchemaName);
        await old.GetService<IMigrator>().MigrateAsync("OpenOrdersIndex");
        var (table, bytes, at) = TestDatabase.IsPostgres ? ("service.customer", "uuid", "timestamptz") : ("service_customer", "blob", "text");
        foreach (var (id, name, address) in new[] { (1, "曾小贤", "'文一路1号', '330106'"), (2, "李强", "NULL, NULL") })
#pragma warning disable EF1002 // all values are this test's own
            await old.Database.ExecuteSqlRawAsync($"INSERT INTO {table}s (public_id, name, address, region, created_at, version) VALUES ({(bytes == "uuid" ? $"'00000000-0000-0000-0000-00000000000{id}'::uuid" : $"x'0000000000000000000000000000000{id}'")}, '{name}', {address}, {(at == "text" ? "'2026-03-01 08:00:00'" : "'2026-03-01 08:00:00+00'::timestamptz")}, 1)");
        await old.Database.ExecuteSqlRawAsync($"INSERT INTO {table}_phones (customer_id, number) SELECT id, '13800138000' FROM {table}s WHERE name = '曾小贤'");
#pragma warning restore EF1002
    }
}
