using AfterSales.Host.CommandLine;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Fixtures;

/// <summary>Runs verbs in this process: on the services of a running server, or on a folder that nobody serves.</summary>
internal static class CommandLine
{
    public static async Task<Ran> RunAsync(IServiceProvider services, DataFolder folder, string[] args, string? input = null)
    {
        await using var scope = services.CreateAsyncScope();
        using StringWriter output = new(), error = new();
        var root = RootVerbs.Build(AfterSalesModules.All, (command, body, _) => command.SetAction((parse, cancel) => body(parse, new VerbContext(
            scope.ServiceProvider, output, error, new StringReader(input ?? ""), RootVerbs.Json(parse), folder.Root, Directory.GetCurrentDirectory(), cancel))), ServeVerb.Command());
        var exit = await Verbs.InvokeAsync(root, args, output, error, CancellationToken.None, folder);
        return new Ran(exit, output.ToString(), error.ToString());
    }

    /// <summary>Restores a backup to a folder that is not there yet.</summary>
    public static async Task<DataFolder> RestoreAsync(string backup, string to)
    {
        DataFolder restored = new(to);
        (await OnNothingAsync(["restore", backup, "--data", restored.Root])).ShouldSucceed();
        return restored;
    }

    /// <summary>A verb that needs no data folder.</summary>
    public static async Task<Ran> OnNothingAsync(string[] args, string input = "")
    {
        using StringWriter output = new(), error = new();
        var root = RootVerbs.Build(AfterSalesModules.All, (_, _, _) => { }, ServeVerb.Command(), new StringReader(input));
        return new Ran(await Verbs.InvokeAsync(root, args, output, error, CancellationToken.None), output.ToString(), error.ToString());
    }

    /// <summary>On a folder without a server; it is migrated first, as the command line does.</summary>
    public static async Task<Ran> RunAsync(DataFolder folder, TimeProvider time, string[] args, string? input = null)
    {
        await using var services = AfterSalesHost.BuildServices(folder, time);
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
        return await RunAsync(services, folder, args, input);
    }
}
