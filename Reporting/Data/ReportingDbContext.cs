using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AfterSales.Reporting.Data;

/// <summary>What Reporting must keep when the warehouse is thrown away: frozen baselines and the signals it has told of.</summary>
internal abstract class ReportingDbContext(DbContextOptions options) : ModuleDbContext(SchemaName, options)
{
    public const string SchemaName = "reporting";

    protected override void Configure(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(ReportingDbContext).Assembly);
}

internal sealed class SqliteReportingDbContext(DbContextOptions<SqliteReportingDbContext> options) : ReportingDbContext(options);

internal sealed class PostgresReportingDbContext(DbContextOptions<PostgresReportingDbContext> options) : ReportingDbContext(options);

/// <summary>For `make migration`: a model needs no living database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteReportingDbContext>, IDesignTimeDbContextFactory<PostgresReportingDbContext>
{
    SqliteReportingDbContext IDesignTimeDbContextFactory<SqliteReportingDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.SqliteAt<SqliteReportingDbContext>("Data Source=:memory:", ReportingDbContext.SchemaName);

    PostgresReportingDbContext IDesignTimeDbContextFactory<PostgresReportingDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.PostgresAt<PostgresReportingDbContext>("Host=localhost", ReportingDbContext.SchemaName);
}
