using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AfterSales.Host.CommandLine;
using AfterSales.Host.Operations;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Outbox;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Quartz;
using Serilog;

namespace AfterSales.Host.Composition;

/// <summary>Puts the product together: the same services for a verb and for the server, plus pages and jobs for the server.</summary>
internal static class AfterSalesHost
{
#pragma warning disable RS0030 // the composition root is where the real clock comes from
    static readonly TimeProvider RealTime = TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>Services for one verb, without a web server.</summary>
    /// <param name="database">Another database than the settings name.</param>
    /// <exception cref="WrongSetting">A setting is wrong.</exception>
    public static ServiceProvider BuildServices(DataFolder folder, TimeProvider? time = null, DatabaseOptions? database = null)
    {
        var services = new ServiceCollection();
        var configuration = SettingsFile.Read(folder);
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging().AddSerilog(LogFiles.Open(folder, configuration), dispose: true);
        Register(services, SettingsFile.FolderOf(folder, configuration), configuration, time ?? RealTime, database);
        return services.BuildServiceProvider();
    }

    /// <summary>The web server, ready to start; the database is to be upgraded first.</summary>
    /// <param name="urls">Addresses for people, separated by semicolons.</param>
    /// <param name="controlKey">Key that the command line must show on the second loopback listener.</param>
    /// <param name="also">Further registrations: handlers and jobs that tests bring along.</param>
    public static WebApplication BuildWeb(DataFolder folder, string urls, string controlKey, TimeProvider? time = null, Action<IServiceCollection>? also = null)
    {
        var configuration = SettingsFile.Read(folder);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "aftersales", ContentRootPath = folder.Root });
        builder.Configuration.AddConfiguration(configuration);
        builder.Services.AddSerilog(LogFiles.Open(folder, configuration), dispose: true);
        builder.Host.UseSystemd().UseWindowsService();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Addresses.Listen(kestrel, urls, configuration, () => kestrel.ApplicationServices.GetRequiredService<Https.LocalAuthority>());
            kestrel.Listen(IPAddress.Loopback, 0); // for verbs; free port, told in serve.json
        });
        builder.Services.AddRoutingCore();
        Register(builder.Services, SettingsFile.FolderOf(folder, configuration), configuration, time ?? RealTime);
        WebPart.AddServices(builder.Services, secure: !urls.Contains("http://", StringComparison.OrdinalIgnoreCase));
        builder.Services.AddSingleton<ControlAddress>().AddSingleton<Https.LocalAuthority>().AddSingleton<Https.PhoneTrials>();
        builder.Services.AddHostedService<Privacy.ApplyErasures>(); // first: nobody works on a database that still knows the erased
        builder.Services.AddHostedService(s => s.GetRequiredService<Hosts.HostPresence>()).AddHostedService(s => s.GetRequiredService<OutboxDelivery>());
        builder.Services.AddQuartz(q => KeepSchedule(q, SettingsFile.DatabaseOf(folder, configuration))).AddSingleton<JobSchedule>().AddHostedService(s => s.GetRequiredService<JobSchedule>()).AddQuartzHostedService(q => q.WaitForJobsToComplete = true);
        also?.Invoke(builder.Services);
        var app = builder.Build();
        app.Use((http, next) => http.Connection.LocalPort == app.Services.GetRequiredService<ControlAddress>().Port ? VerbListener.HandleAsync(http, controlKey) : next(http));
        WebPart.Use(app);
        return app;
    }

    /// <summary>In memory beside SQLite; hosts that share a PostgreSQL share the schedule there, so that a job runs on one of them at a time.</summary>
    static void KeepSchedule(IQuartzBuilder quartz, DatabaseOptions database)
    {
        if (database.Provider == DatabaseProvider.Sqlite) return;
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(Npgsql.NpgsqlFactory.Instance, database.ConnectionString);
            store.UseSystemTextJsonSerializer();
            store.ConfigureStore(o => (o.TablePrefix, o.StoreJobDataAsStrings) = ("host.qrtz_", true));
            store.ProvisionSchema();
            store.UseClustering();
        });
    }

    static void Register(IServiceCollection services, DataFolder folder, IConfiguration configuration, TimeProvider time, DatabaseOptions? other = null)
    {
        var database = other ?? SettingsFile.DatabaseOf(folder, configuration);
        services.AddSingleton(folder).AddSingleton(database).AddSingleton(time);
        services.AddSingleton(FreeSpace.Watched(folder, configuration, time)).AddSingleton<WriteGate>().AddSingleton<OutboxSignal>().AddSingleton<OutboxDelivery>().AddSingleton<Kernel.Jobs.FirstAnswer>().AddSingleton<Kernel.Pages.PublicDoor>();
        services.AddSingleton(AfterSalesModules.Texts);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        Directory.CreateDirectory(folder.Keys);
        var protection = services.AddDataProtection().SetApplicationName("AfterSales").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        if (database.Provider == DatabaseProvider.Postgres) protection.Services.AddSingleton<Hosts.SharedKeys>().AddOptions<KeyManagementOptions>().Configure<Hosts.SharedKeys>((o, shared) => o.XmlRepository = shared);
        foreach (var module in AfterSalesModules.All)
        {
            services.AddSingleton(module);
            module.Register(services, database);
        }
    }
}

/// <summary>Ports the server listens on once started.</summary>
internal sealed class ControlAddress(IServer server)
{
    IReadOnlyList<string> All => [.. server.Features.Get<IServerAddressesFeature>()!.Addresses];
    /// <summary>The listener for verbs is the last that Kestrel was given.</summary>
    public int Port => new Uri(All[^1]).Port;
    public IReadOnlyList<string> PublicAddresses => [.. All.SkipLast(1)];
}
