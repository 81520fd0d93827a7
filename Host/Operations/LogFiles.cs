using System.Globalization;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using Serilog;
using Serilog.Events;

namespace AfterSales.Host.Operations;

/// <summary>
/// Two logs in the data folder: one for the owner, with everything but secrets, and one that holds nobody's name, for support. Both turn over by day and by size and
/// together never take more than <c>Logs:TotalMegabytes</c>. A folder that cannot be written stops nothing: the product runs without a log and says so once.
/// </summary>
internal static class LogFiles
{
    public const string Full = "aftersales-", Anonymous = "anonymous-";
    const string DaysKey = "Logs:Days", TotalKey = "Logs:TotalMegabytes", LevelKey = "Logs:Level";
    const int Files = 40, AnonymousFiles = 10;
    /// <summary>Of ten bytes one is for the anonymous log.</summary>
    const int AnonymousShare = 10;
    const int LeastMegabytes = 20;

    const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} [{Level:u3}] {Reference} {SourceContext} {Message:lj}{NewLine}{Exception}";

    /// <exception cref="WrongSetting">A setting of the logs is wrong.</exception>
    public static Serilog.Core.Logger Open(DataFolder folder, IConfiguration settings)
    {
        var (days, total, level) = (Number(settings, DaysKey, 31, 1), Number(settings, TotalKey, 500, LeastMegabytes) * 1_000_000L, Level(settings));
        var logging = new LoggerConfiguration().MinimumLevel.Is(level).MinimumLevel.Override("Microsoft", LogEventLevel.Warning).MinimumLevel.Override("Quartz", LogEventLevel.Warning).Enrich.FromLogContext();
        try
        {
            Directory.CreateDirectory(folder.Logs);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(Composition.AfterSalesModules.Texts["CommandLine.NoLog", folder.Logs, unusable.Message]);
            return logging.CreateLogger();
        }
        var (age, ours) = (TimeSpan.FromDays(days), total / AnonymousShare);
        return logging
            .WriteTo.File(new MaskedLines(Line), Path.Combine(folder.Logs, Full + ".log"), rollingInterval: RollingInterval.Day, rollOnFileSizeLimit: true, shared: true,
                retainedFileCountLimit: Files, retainedFileTimeLimit: age, fileSizeLimitBytes: (total - ours) / Files)
            .WriteTo.File(new AnonymousLines(), Path.Combine(folder.Logs, Anonymous + ".log"), rollingInterval: RollingInterval.Day, rollOnFileSizeLimit: true, shared: true,
                retainedFileCountLimit: AnonymousFiles, retainedFileTimeLimit: age, fileSizeLimitBytes: ours / AnonymousFiles)
            .CreateLogger();
    }

    static int Number(IConfiguration settings, string key, int otherwise, int least) => settings[key] is not { } given ? otherwise
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : throw new WrongSetting(key, $"is '{given}'; it must be a whole number, {least} or more.");

    static LogEventLevel Level(IConfiguration settings) => settings[LevelKey] is not { } given ? LogEventLevel.Information
        : Enum.TryParse<LogEventLevel>(given, ignoreCase: true, out var level) && Enum.IsDefined(level) && !int.TryParse(given, out _) ? level : throw new WrongSetting(LevelKey, $"is '{given}'; it must be Debug, Information, Warning or Error.");
}
