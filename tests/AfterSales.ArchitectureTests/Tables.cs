using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace AfterSales.ArchitectureTests;

/// <summary>Every table belongs to the module that wrote it, on both databases, and the migrations are up to date on both.</summary>
public sealed class Tables
{
    [Fact]
    public void of_the_model_belong_to_their_module() => Contexts().SelectMany(c => Foreign(c.GetType().Name, c.Schema, c.Model.GetRelationalModel().Tables.Select(t => (t.Schema, t.Name)), IsSqlite(c))).ShouldBeNone();

    [Fact]
    public void of_the_migrations_belong_to_their_module() => Contexts().SelectMany(c => Foreign(c.GetType().Name, c.Schema, Migrated(c), IsSqlite(c))).ShouldBeNone();

    [Fact]
    public void of_another_module_are_refused()
    {
        using var sample = new StaffTableInServiceContext();
        var tables = sample.Model.GetRelationalModel().Tables.Select(t => (t.Schema, t.Name)).ToList();
        Foreign("Sample", "service", tables, sqlite: true).ShouldName("staff_people");
        Foreign("Sample", "service", [("staff", "people"), (null, "service_people"), ("service", "orders")], sqlite: false).Count().ShouldBe(2);
        Foreign("Sample", "service", [(null, "service_orders")], sqlite: true).ShouldBeNone();
    }

    [Fact]
    public void have_no_change_that_lacks_a_migration() =>
        Contexts().Where(c => c.Database.HasPendingModelChanges()).Select(c => $"{c.GetType().Name}: the model changed; make migration M={c.GetType().Name[..^"DbContext".Length].Replace("Sqlite", "").Replace("Postgres", "")} N=...").ShouldBeNone();

    [Fact]
    public void without_a_migration_are_noticed()
    {
        using var sample = new StaffTableInServiceContext();
        sample.Database.HasPendingModelChanges().ShouldBeTrue();
    }

    [Fact]
    public void have_the_same_migrations_on_both_databases() => Contexts().GroupBy(c => c.Schema)
        .SelectMany(m => Unpaired(m.Key, m.Select(c => c.Database.GetMigrations().Select(NameOf).ToList()).ToList())).ShouldBeNone();

    [Fact]
    public void migrated_on_one_database_only_are_refused() => Unpaired("service", [["Start", "AddFeeNote"], ["Start"]]).ShouldName("AddFeeNote");

    static IEnumerable<string> Unpaired(string schema, List<List<string>> migrations) => migrations.SelectMany(one => migrations.SelectMany(one.Except)).Distinct()
        .Select(name => $"{schema}: migration {name} exists for one database only.");

    static string NameOf(string migrationId) => migrationId[(migrationId.IndexOf('_', StringComparison.Ordinal) + 1)..];

    static IEnumerable<string> Foreign(string context, string schema, IEnumerable<(string? Schema, string Name)> tables, bool sqlite) =>
        from table in tables
        where sqlite ? table.Schema is not null || !table.Name.StartsWith(schema + "_", StringComparison.Ordinal) : table.Schema != schema || table.Name.StartsWith(schema + "_", StringComparison.Ordinal)
        select $"{context}: table {table.Schema}{(table.Schema is null ? "" : ".")}{table.Name} is not of the schema '{schema}'.";

    static IEnumerable<(string?, string)> Migrated(ModuleDbContext context)
    {
        var migrations = context.GetService<IMigrationsAssembly>();
        foreach (var migration in migrations.Migrations.Values.Select(type => migrations.CreateMigration(type, context.Database.ProviderName!)))
            foreach (var operation in migration.UpOperations)
                if (operation is ITableMigrationOperation table) yield return (table.Schema, table.Table);
    }

    static bool IsSqlite(DbContext context) => context.Database.IsSqlite();

    /// <summary>Every module's context on both databases; none is connected.</summary>
    static IEnumerable<ModuleDbContext> Contexts() =>
        from assembly in House.ModuleAssemblies
        from type in assembly.GetTypes()
        where typeof(ModuleDbContext).IsAssignableFrom(type) && !type.IsAbstract
        let sqlite = type.Name.StartsWith("Sqlite", StringComparison.Ordinal)
        select (ModuleDbContext)typeof(ModuleDatabaseRegistration).GetMethod(sqlite ? nameof(ModuleDatabaseRegistration.SqliteAt) : nameof(ModuleDatabaseRegistration.PostgresAt))!
            .MakeGenericMethod(type).Invoke(null, [sqlite ? "Data Source=:memory:" : "Host=localhost", type.BaseType!.GetField("SchemaName")!.GetRawConstantValue()])!;

    sealed class StaffTableInServiceContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Person>().ToTable("staff_people");
        sealed class Person { public long Id { get; set; } }
    }
}
