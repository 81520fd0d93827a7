using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace AfterSales.Feedback.Data;

/// <summary>Tables of the Feedback module.</summary>
internal abstract class FeedbackDbContext(DbContextOptions options) : ModuleDbContext(SchemaName, options)
{
    public const string SchemaName = "feedback";

    protected override void Configure(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(FeedbackDbContext).Assembly);
}

internal sealed class SqliteFeedbackDbContext(DbContextOptions<SqliteFeedbackDbContext> options) : FeedbackDbContext(options);

internal sealed class PostgresFeedbackDbContext(DbContextOptions<PostgresFeedbackDbContext> options) : FeedbackDbContext(options);

/// <summary>For `make migration`: a model needs no living database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteFeedbackDbContext>, IDesignTimeDbContextFactory<PostgresFeedbackDbContext>
{
    SqliteFeedbackDbContext IDesignTimeDbContextFactory<SqliteFeedbackDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.SqliteAt<SqliteFeedbackDbContext>("Data Source=:memory:", FeedbackDbContext.SchemaName);

    PostgresFeedbackDbContext IDesignTimeDbContextFactory<PostgresFeedbackDbContext>.CreateDbContext(string[] args) =>
        ModuleDatabaseRegistration.PostgresAt<PostgresFeedbackDbContext>("Host=localhost", FeedbackDbContext.SchemaName);
}
