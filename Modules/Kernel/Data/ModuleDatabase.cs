using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Kernel.Data;

/// <summary>One module's database part, as the Host needs it for migration, checks and delivery of events.</summary>
/// <param name="OpenAt">Opens a context of its own on any database of either provider.</param>
public sealed record ModuleDatabase(string Schema, Type ContextType, Func<DatabaseOptions, ModuleDbContext> OpenAt)
{
    /// <summary>The scope's own context.</summary>
    public ModuleDbContext Open(IServiceProvider scope) => (ModuleDbContext)scope.GetRequiredService(ContextType);
}

public static class ModuleDatabaseRegistration
{
    /// <summary>
    /// Registers a module's context for the provider in use. Two one-line subclasses exist because each provider has its own migrations.
    /// </summary>
    public static IServiceCollection AddModuleDatabase<TContext, TSqlite, TPostgres>(this IServiceCollection services, string schema, DatabaseOptions database)
        where TContext : ModuleDbContext where TSqlite : TContext where TPostgres : TContext
    {
        if (database.Provider == DatabaseProvider.Sqlite) services.AddDbContextPool<TContext, TSqlite>(o => o.UseModuleSqlite(database.ConnectionString, schema));
        else services.AddDbContextPool<TContext, TPostgres>(o => o.UseModulePostgres(database.ConnectionString, schema));
        return services.AddSingleton(new ModuleDatabase(schema, typeof(TContext), at => at.Provider == DatabaseProvider.Sqlite ? SqliteAt<TSqlite>(at.ConnectionString, schema) : PostgresAt<TPostgres>(at.ConnectionString, schema)));
    }

    /// <summary>A context of its own on any SQLite file: for migrating a copy, and for the tools that make migrations.</summary>
    public static T SqliteAt<T>(string connectionString, string schema) where T : ModuleDbContext =>
        Create<T>(new DbContextOptionsBuilder<T>().UseModuleSqlite(connectionString, schema));

    /// <inheritdoc cref="SqliteAt{T}"/>
    public static T PostgresAt<T>(string connectionString, string schema) where T : ModuleDbContext =>
        Create<T>(new DbContextOptionsBuilder<T>().UseModulePostgres(connectionString, schema));

    static T Create<T>(DbContextOptionsBuilder options) where T : ModuleDbContext => (T)Activator.CreateInstance(typeof(T), options.Options)!;

    public static DbContextOptionsBuilder UseModuleSqlite(this DbContextOptionsBuilder options, string connectionString, string schema) => options
        .UseSqlite(connectionString, o => o.MigrationsHistoryTable($"{schema}_migrations").CommandTimeout(30)
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)) // a list is one parameter: the same SQL whatever its length
        .UseMemoryCache(Compiled)
        .ConfigureWarnings(Strict)
        .AddInterceptors(SqlitePragmas.Instance);

    public static DbContextOptionsBuilder UseModulePostgres(this DbContextOptionsBuilder options, string connectionString, string schema) => options
        .UseNpgsql(connectionString, o => o.MigrationsHistoryTable("migrations", schema))
        .UseMemoryCache(Compiled)
        .ConfigureWarnings(Strict);

    /// <summary>Models and compiled queries of all modules. The provider's own cache ends at about a thousand queries, and we have more: what it drops is compiled again.</summary>
    static readonly MemoryCache Compiled = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    static void Strict(WarningsConfigurationBuilder warnings) => warnings
        .Throw(RelationalEventId.MultipleCollectionIncludeWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning, CoreEventId.RowLimitingOperationWithoutOrderByWarning);

    /// <summary>
    /// Connection string for a SQLite file: WAL is the file's own setting, pooled. Foreign keys are on by the build of SQLite that we ship and by
    /// <see cref="SqlitePragmas"/>; named here, they would be switched on again by a statement at every opening.
    /// </summary>
    public static string SqliteFile(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = 30,
        Pooling = true,
    }.ToString();
}
