namespace AfterSales.Kernel.Data;

public enum DatabaseProvider { Sqlite, Postgres }

/// <summary>Which database the installation uses. SQLite is one file in the data folder; PostgreSQL is for several hosts.</summary>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString);
