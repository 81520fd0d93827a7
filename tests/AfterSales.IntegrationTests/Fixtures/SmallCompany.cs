using AfterSales.Host.Composition;
using AfterSales.Kernel.Composition;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace AfterSales.IntegrationTests.Fixtures;

/// <summary>A demo company of a few hundred orders, made once; whoever wants to break one takes a copy.</summary>
internal static class SmallCompany
{
    public static readonly string[] Arguments = ["demo", "--orders", "300", "--months", "12", "--seed", "42", "--until", "2026-03-10"];

    static readonly Lazy<Task<DataFolder>> Made = new(MakeAsync);

    public static FakeTimeProvider Time => new(Installation.Start);

    /// <summary>A copy in a folder of its own. Nobody gets the company itself: whoever left something in its folder, even for a moment, left it in the copies of others.</summary>
    public static async Task<DataFolder> CopyAsync()
    {
        var copy = NewFolder();
        await CopyToAsync(copy);
        return copy;
    }

    public static async Task CopyToAsync(DataFolder copy) => await TestDatabase.CopyAsync(await Made.Value, copy);

    public static DataFolder NewFolder() => new(Directory.CreateTempSubdirectory("aftersales-small-").FullName);

    static async Task<DataFolder> MakeAsync()
    {
        var folder = NewFolder();
        await TestDatabase.PrepareAsync(folder);
        (await CommandLine.RunAsync(folder, Time, Arguments)).ShouldSucceed();
        SqliteConnection.ClearAllPools();
        Npgsql.NpgsqlConnection.ClearAllPools();
        return folder;
    }
}
