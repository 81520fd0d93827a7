using AfterSales.Kernel.Data;
using AfterSales.Service.Customers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AfterSales.Service.Data;

/// <summary>Tables of the Service module.</summary>
internal abstract class ServiceDbContext(DbContextOptions options) : ModuleDbContext(SchemaName, options)
{
    public const string SchemaName = "service";

    protected override void Configure(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(ServiceDbContext).Assembly);
        if (!Database.IsSqlite()) Beginnings.CompareByBytes(model);
    }
}

internal sealed class SqliteServiceDbContext(DbContextOptions<SqliteServiceDbContext> options) : ServiceDbContext(options);

internal sealed class PostgresServiceDbContext(DbContextOptions<PostgresServiceDbContext> options) : ServiceDbContext(options);

/// <summary>For `make migration`: a model needs no living database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteServiceDbContext>, IDesignTimeDbContextFactory<PostgresServiceDbContext>
{
    SqliteServiceDbContext IDesignTimeDbContextFactory<SqliteServiceDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.SqliteAt<SqliteServiceDbContext>("Data Source=:memory:", ServiceDbContext.SchemaName);

    PostgresServiceDbContext IDesignTimeDbContextFactory<PostgresServiceDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.PostgresAt<PostgresServiceDbContext>("Host=localhost", ServiceDbContext.SchemaName);
}
