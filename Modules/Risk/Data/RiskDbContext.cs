using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AfterSales.Risk.Data;

/// <summary>Tables of the Risk module.</summary>
internal abstract class RiskDbContext(DbContextOptions options) : ModuleDbContext(SchemaName, options)
{
    public const string SchemaName = "risk";

    protected override void Configure(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(RiskDbContext).Assembly);
}

internal sealed class SqliteRiskDbContext(DbContextOptions<SqliteRiskDbContext> options) : RiskDbContext(options);

internal sealed class PostgresRiskDbContext(DbContextOptions<PostgresRiskDbContext> options) : RiskDbContext(options);

/// <summary>For `make migration`: a model needs no living database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteRiskDbContext>, IDesignTimeDbContextFactory<PostgresRiskDbContext>
{
    SqliteRiskDbContext IDesignTimeDbContextFactory<SqliteRiskDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.SqliteAt<SqliteRiskDbContext>("Data Source=:memory:", RiskDbContext.SchemaName);

    PostgresRiskDbContext IDesignTimeDbContextFactory<PostgresRiskDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.PostgresAt<PostgresRiskDbContext>("Host=localhost", RiskDbContext.SchemaName);
}
