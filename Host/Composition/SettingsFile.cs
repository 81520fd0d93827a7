using System.Data.Common;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Npgsql;

namespace AfterSales.Host.Composition;

/// <summary>
/// Settings outside the database: <c>appsettings.json</c> in the data folder, over it the environment (<c>AFTERSALES__Section__Key</c>). All of them are
/// looked at before anything starts: a misspelt key is as wrong as a wrong value.
/// </summary>
internal static class SettingsFile
{
    const string Name = "appsettings.json";

    /// <summary>Every key there is; a section with a star takes any key.</summary>
    static readonly string[] Known =
    [
        "Database:Provider", "ConnectionStrings:Default", "Files:Folder", "PublicUrl", "Disk:ReadOnlyBelow", "Http:Allow", "Http:Proxies", "Https:Certificate", "Https:Key", "Https:Password", "Logs:Days", "Logs:Level", "Logs:TotalMegabytes", "Metrics:Token", "OpenApi:Token", "Smtp:*", "Sms:*", "Robots:*", "Company:*", "Backup:*", "Webhooks:Inner", "Webhooks:Authority", "Retention:*",
    ];

    /// <exception cref="WrongSetting">The file cannot be read, or a key in it is unknown or has a wrong value.</exception>
    public static IConfigurationRoot Read(DataFolder folder)
    {
        try
        {
            var settings = new ConfigurationBuilder().AddJsonFile(folder.In(Name), optional: true).AddEnvironmentVariables("AFTERSALES__").Build();
            foreach (var (key, value) in settings.AsEnumerable().Where(s => s.Value is not null)) Check(key, value!);
            return settings;
        }
        catch (Exception broken) when (broken is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new WrongSetting(folder.In(Name), $"cannot be read: {broken.GetBaseException().Message}");
        }
    }

    static void Check(string key, string value)
    {
        if (!Known.Any(k => k.EndsWith('*') ? key.StartsWith(k[..^1], StringComparison.OrdinalIgnoreCase) : key.Equals(k, StringComparison.OrdinalIgnoreCase)))
            throw new WrongSetting(key, $"is no setting. There are: {string.Join(", ", Known)}.");
        if (key.Equals("Http:Allow", StringComparison.OrdinalIgnoreCase) && !bool.TryParse(value, out _)) throw new WrongSetting("Http:Allow", $"is '{value}'; it must be true or false.");
        if (key.ToUpperInvariant() is "PUBLICURL" or "SMS:WEBHOOK" or "ROBOTS:WECOM:WEBHOOK" or "ROBOTS:DINGTALK:WEBHOOK" or "ROBOTS:FEISHU:WEBHOOK" && !(Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            throw new WrongSetting(key, $"is '{value}'; it must be an address such as https://service.example.com.");
    }

    /// <exception cref="WrongSetting">The provider is unknown, or its connection string is missing or malformed.</exception>
    public static DatabaseOptions DatabaseOf(DataFolder folder, IConfiguration settings) => (settings["Database:Provider"] ?? "sqlite") switch
    {
        "sqlite" => new DatabaseOptions(DatabaseProvider.Sqlite, ModuleDatabaseRegistration.SqliteFile(folder.Database)),
        "postgres" => new DatabaseOptions(DatabaseProvider.Postgres, WellFormed(settings.GetConnectionString("Default")
            ?? throw new WrongSetting("ConnectionStrings:Default", "is missing; Database:Provider is postgres and needs it."))),
        var other => throw new WrongSetting("Database:Provider", $"is '{other}'; it must be sqlite or postgres."),
    };

    /// <summary>The data folder with what the settings say about it. A shared folder is never made: where it is missing, it is not mounted, and documents would go to the wrong disk.</summary>
    /// <exception cref="WrongSetting">The shared folder is not there.</exception>
    public static DataFolder FolderOf(DataFolder folder, IConfiguration settings) => settings["Files:Folder"] switch
    {
        null or "" => folder,
        var shared when Path.IsPathFullyQualified(shared) && Directory.Exists(shared) => folder with { Shared = Path.GetFullPath(shared) },
        var missing => throw new WrongSetting("Files:Folder", $"is '{missing}'; it must be the full path of a folder that is there."),
    };

    static string WellFormed(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection) is { Host.Length: > 0 } ? connection : throw new WrongSetting("ConnectionStrings:Default", "names no Host.");
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException)
        {
            throw new WrongSetting("ConnectionStrings:Default", $"is no connection string of PostgreSQL: {malformed.Message}");
        }
    }

    /// <summary>Asks the server once, so that a wrong address or password is told as what it is.</summary>
    /// <exception cref="WrongSetting">Nobody answers there, or the server refuses.</exception>
    public static async Task TryAsync(DatabaseOptions database, CancellationToken ct)
    {
        if (database.Provider == DatabaseProvider.Sqlite) return;
        try
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            await connection.OpenAsync(ct);
        }
        catch (DbException unreachable)
        {
            throw new WrongSetting("ConnectionStrings:Default", $"leads to no database: {unreachable.GetBaseException().Message}");
        }
    }
}
