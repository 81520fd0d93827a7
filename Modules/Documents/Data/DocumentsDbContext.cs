using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AfterSales.Documents.Data;

/// <summary>Tables of the Documents module.</summary>
internal abstract class DocumentsDbContext(DbContextOptions options) : ModuleDbContext(SchemaName, options)
{
    public const string SchemaName = "documents";

    protected override void Configure(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(DocumentsDbContext).Assembly);
}

internal sealed class SqliteDocumentsDbContext(DbContextOptions<SqliteDocumentsDbContext> options) : DocumentsDbContext(options);

internal sealed class PostgresDocumentsDbContext(DbContextOptions<PostgresDocumentsDbContext> options) : DocumentsDbContext(options);

/// <summary>For `make migration`: a model needs no living database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteDocumentsDbContext>, IDesignTimeDbContextFactory<PostgresDocumentsDbContext>
{
    SqliteDocumentsDbContext IDesignTimeDbContextFactory<SqliteDocumentsDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.SqliteAt<SqliteDocumentsDbContext>("Data Source=:memory:", DocumentsDbContext.SchemaName);

    PostgresDocumentsDbContext IDesignTimeDbContextFactory<PostgresDocumentsDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.PostgresAt<PostgresDocumentsDbContext>("Host=localhost", DocumentsDbContext.SchemaName);
}
