using System.Security.Cryptography;
using System.Text;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql;

namespace AfterSales.Host.Data;

/// <summary>Gives a database the tables of this version, or of an earlier one.</summary>
internal sealed class SchemaMigrator(IEnumerable<ModuleDatabase> modules)
{
    public IReadOnlyList<ModuleDatabase> Modules { get; } = [.. modules.OrderBy(m => m.Schema, StringComparer.Ordinal)];

    /// <summary>Names the schema that this executable works with; the database carries the same one once it was upgraded.</summary>
    public string Stamp => field ??= HashOfMigrations();

    /// <summary>Every module's last step that a database has taken, by the name that it bears on both providers; modules without one are left out.</summary>
    /// <exception cref="NewerDatabase">It has taken a step that this executable does not know.</exception>
    public async Task<IReadOnlyDictionary<string, string>> StepsAsync(DatabaseOptions database, CancellationToken ct)
    {
        Dictionary<string, string> steps = [];
        foreach (var module in Modules)
        {
            await using var context = module.OpenAt(database);
            if (!await context.Database.CanConnectAsync(ct)) continue;
            var (known, taken) = (context.Database.GetMigrations().ToHashSet(), (await context.Database.GetAppliedMigrationsAsync(ct)).ToList());
            if (taken.FirstOrDefault(m => !known.Contains(m)) is { } newer) throw new NewerDatabase(module.Schema, newer);
            if (taken.Count > 0) steps[module.Schema] = NameOf(taken[^1]);
        }
        return steps;
    }

    /// <summary>Takes every step that is left. On PostgreSQL all of them are one transaction; on SQLite whoever calls works on a copy.</summary>
    /// <exception cref="NewerDatabase">The data was written by a later version of the product.</exception>
    public async Task MigrateAsync(DatabaseOptions database, CancellationToken ct)
    {
        await StepsAsync(database, ct);
        if (database.Provider == DatabaseProvider.Postgres) await MigrateServerAsync(database, ct);
        else
        {
            foreach (var module in Modules)
            {
                await using var context = module.OpenAt(database);
                await context.Database.MigrateAsync(ct);
            }
            await using var host = Modules[0].OpenAt(database);
            foreach (var statement in StampStatements) await host.Database.ExecuteSqlRawAsync(statement, ct);
        }
    }

    async Task MigrateServerAsync(DatabaseOptions database, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(ct);
        await using var all = await connection.BeginTransactionAsync(ct);
        foreach (var module in Modules)
        {
            await using var context = module.OpenAt(database);
            var taken = (await context.Database.GetAppliedMigrationsAsync(ct)).ToHashSet();
            var history = context.GetService<IHistoryRepository>();
            if (taken.Count == 0) await ExecuteAsync(history.GetCreateIfNotExistsScript());
            foreach (var id in context.Database.GetMigrations().Where(id => !taken.Contains(id)))
            {
                var (operations, model) = StepAt(context, id);
                foreach (var command in context.GetService<IMigrationsSqlGenerator>().Generate(operations, model)) await ExecuteAsync(command.CommandText);
                await ExecuteAsync(history.GetInsertScript(new HistoryRow(id, ProductInfo.GetVersion())));
            }
        }
        foreach (var statement in StampStatements) await ExecuteAsync(statement);
        await all.CommitAsync(ct);

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, all) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>The stamp is made of hexadecimal digits.</summary>
    string[] StampStatements => ["CREATE TABLE IF NOT EXISTS schema_stamp (stamp text NOT NULL)", "DELETE FROM schema_stamp", $"INSERT INTO schema_stamp (stamp) VALUES ('{Stamp}')"];

    /// <summary>Gives an empty database the tables as they were after these steps.</summary>
    public async Task CreateAsync(DatabaseOptions database, IReadOnlyDictionary<string, string> steps, CancellationToken ct)
    {
        foreach (var module in Modules.Where(m => steps.ContainsKey(m.Schema)))
        {
            await using var context = module.OpenAt(database);
            await context.GetService<IMigrator>().MigrateAsync(StepOf(context, steps[module.Schema]), ct);
        }
    }

    /// <summary>A module's tables as they were after a step.</summary>
    public static IRelationalModel ModelAfter(ModuleDbContext context, string step)
    {
        var id = StepOf(context, step);
        if (id == context.Database.GetMigrations().Last()) return context.Model.GetRelationalModel();
        return StepAt(context, id).Model.GetRelationalModel();
    }

    static (IReadOnlyList<MigrationOperation> Operations, IModel Model) StepAt(ModuleDbContext context, string id)
    {
        var migrations = context.GetService<IMigrationsAssembly>();
        var migration = migrations.CreateMigration(migrations.Migrations[id], context.Database.ProviderName!);
        var model = migration.TargetModel;
        return (migration.UpOperations, context.GetService<IModelRuntimeInitializer>().Initialize(model is IMutableModel open ? open.FinalizeModel() : model, designTime: true, validationLogger: null));
    }

    static string StepOf(ModuleDbContext context, string name) => context.Database.GetMigrations().Single(id => NameOf(id) == name);

    /// <summary>An id is a time, an underscore and the name; the two providers' times differ.</summary>
    static string NameOf(string id) => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..];

    /// <summary>Hash over the ids of all migrations that this executable carries; read from the assemblies, without building a model.</summary>
    string HashOfMigrations()
    {
        var ids = Modules.Select(m => m.ContextType.Assembly).Distinct().SelectMany(a => a.GetTypes())
            .Select(t => t.GetCustomAttributes(typeof(MigrationAttribute), false).Cast<MigrationAttribute>().FirstOrDefault()?.Id)
            .Where(id => id is not null).Distinct().Order(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ids))))[..16];
    }
}

/// <summary>The data folder belongs to a later version of the product; this one must not touch it.</summary>
internal sealed class NewerDatabase(string schema, string migration)
    : Exception($"The data was written by a newer version (schema {schema} has {migration}). Install that version or a later one; nothing was changed.");
