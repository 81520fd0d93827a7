using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using AfterSales.Host.Composition;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;

namespace AfterSales.Host.CommandLine;

/// <summary><c>serve</c>: takes the data folder, migrates it, answers people on its address and verbs on a second loopback listener.</summary>
internal sealed class ServeVerb
{
    public const string Name = "serve";

    readonly Option<string> _urls = new("--urls") { Description = "Addresses to listen on, separated by semicolons.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    public static Command Command() => new ServeVerb().Build();

    Command Build()
    {
        var serve = new Command(Name, "Migrate, start the web server and the jobs.") { _urls };
        serve.SetAction(RunAsync);
        return serve;
    }

    async Task<int> RunAsync(ParseResult parse, CancellationToken ct)
    {
        var folder = Verbs.DataFolderOf(parse);
        Verbs.Create(folder);
        using var mine = FolderLock.TryTake(folder.Root) ?? throw new RuleViolation("CommandLine.FolderInUse", folder.Root);
        var urls = parse.GetValue(_urls)!;
        while (await ServeAsync(folder, urls, ct) is { } again) urls = again;
        return ExitCode.Done;
    }

    /// <returns>Where to serve again, on what was restored meanwhile; null when the server was asked to end.</returns>
    static async Task<string?> ServeAsync(DataFolder folder, string urls, CancellationToken ct)
    {
        await Backup.RestoredState.PutInPlaceAsync(folder, ct);
        Demo.UnfinishedDemo.RefuseIn(folder);
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        await using var app = AfterSalesHost.BuildWeb(folder, urls, key);
        await app.Services.GetRequiredService<Data.DatabaseUpgrade>().RunAsync(ct);
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new RuleViolation("CommandLine.AddressInUse", urls);
        }
        var control = app.Services.GetRequiredService<ControlAddress>();
        var addresses = control.PublicAddresses;
        new ServeFile(control.Port, key, Environment.ProcessId).Write(folder.Root);
        Console.Out.WriteLine(AfterSalesModules.Texts["CommandLine.Serving", string.Join(", ", control.PublicAddresses)]);
        if (app.Services.GetRequiredService<Shell.FirstRun>() is { IsNeeded: true } first) Console.Out.WriteLine(AfterSalesModules.Texts["CommandLine.FirstRun", control.PublicAddresses[0], first.Code]);
        try
        {
            await app.WaitForShutdownAsync(ct);
        }
        finally
        {
            File.Delete(folder.In(ServeFile.Name));
        }
        return !app.Services.GetRequiredService<Backup.RestoreWork>().IsReady || ct.IsCancellationRequested ? null
            : urls.EndsWith(":0", StringComparison.Ordinal) ? string.Join(';', addresses) : urls; // people find it where it was
    }
}

/// <summary>Executes verbs that the command line sends to the running server.</summary>
internal static class VerbListener
{
    public static async Task HandleAsync(HttpContext http, string key)
    {
        var given = http.Request.Headers.Authorization.ToString();
        if (!CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(given), System.Text.Encoding.ASCII.GetBytes("Bearer " + key)))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var request = (await http.Request.ReadFromJsonAsync<VerbRequest>(http.RequestAborted))!;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = request.Language.StartsWith("zh", StringComparison.Ordinal) ? Texts.Chinese : Texts.English;
        http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpBodyControlFeature>()!.AllowSynchronousIO = true; // frames are lines, written as they come
        var sending = new Lock();
        await using FrameWriter output = new(http.Response.Body, 'o', sending), progress = new(http.Response.Body, 'e', sending);
        var folder = http.RequestServices.GetRequiredService<DataFolder>();
        var root = RootVerbs.Build(AfterSalesModules.All, (command, body, _) => command.SetAction((parse, cancel) => body(parse, new VerbContext(
            http.RequestServices, output, progress, new StringReader(request.Input ?? ""), RootVerbs.Json(parse), folder.Root, request.Directory, cancel))), ServeVerb.Command());
        var exit = await Verbs.InvokeAsync(root, request.Args, output, progress, http.RequestAborted, folder);
        output.Flush();
        progress.Flush();
        FrameWriter.Send(http.Response.Body, 'x', exit.ToString(CultureInfo.InvariantCulture), sending);
    }
}
