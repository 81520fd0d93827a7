using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AfterSales.Host.Data;

/// <summary>Tables of the Host: accounts, settings, policies, calendars, audit log, jobs, messages to staff.</summary>
internal abstract class HostDbContext(DbContextOptions options) : ModuleDbContext(SchemaName, options)
{
    public const string SchemaName = "host";

    /// <summary>Sign-in, audit log, ledger of jobs: without them nobody could see why nothing else is written.</summary>
    protected override bool WritesFromReserve => true;

    protected override void Configure(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(HostDbContext).Assembly);
}

internal sealed class SqliteHostDbContext(DbContextOptions<SqliteHostDbContext> options) : HostDbContext(options);

internal sealed class PostgresHostDbContext(DbContextOptions<PostgresHostDbContext> options) : HostDbContext(options);

/// <summary>For `make migration`: a model needs no living database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteHostDbContext>, IDesignTimeDbContextFactory<PostgresHostDbContext>
{
    SqliteHostDbContext IDesignTimeDbContextFactory<SqliteHostDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.SqliteAt<SqliteHostDbContext>("Data Source=:memory:", HostDbContext.SchemaName);

    PostgresHostDbContext IDesignTimeDbContextFactory<PostgresHostDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.PostgresAt<PostgresHostDbContext>("Host=localhost", HostDbContext.SchemaName);
}
