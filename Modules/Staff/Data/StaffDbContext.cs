using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AfterSales.Staff.Data;

/// <summary>Tables of the Staff module.</summary>
internal abstract class StaffDbContext(DbContextOptions options) : ModuleDbContext(SchemaName, options)
{
    public const string SchemaName = "staff";

    protected override void Configure(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(StaffDbContext).Assembly);
}

internal sealed class SqliteStaffDbContext(DbContextOptions<SqliteStaffDbContext> options) : StaffDbContext(options);

internal sealed class PostgresStaffDbContext(DbContextOptions<PostgresStaffDbContext> options) : StaffDbContext(options);

/// <summary>For `make migration`: a model needs no living database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteStaffDbContext>, IDesignTimeDbContextFactory<PostgresStaffDbContext>
{
    SqliteStaffDbContext IDesignTimeDbContextFactory<SqliteStaffDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.SqliteAt<SqliteStaffDbContext>("Data Source=:memory:", StaffDbContext.SchemaName);

    PostgresStaffDbContext IDesignTimeDbContextFactory<PostgresStaffDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.PostgresAt<PostgresStaffDbContext>("Host=localhost", StaffDbContext.SchemaName);
}
