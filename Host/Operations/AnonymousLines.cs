using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace AfterSales.Host.Operations;

/// <summary>
/// A log that holds nobody's name by construction: of every event the constant sentence of the code, numbers, and the names in <see cref="Harmless"/>; of
/// failures their types and where they happened, never what they say. It goes into support bundles; the log beside it, for the owner's eyes, says everything.
/// </summary>
internal sealed class AnonymousLines : ITextFormatter
{
    /// <summary>Properties with values from a closed list: jobs, routes of pages, methods, references of requests, modules' schemas, types of events.</summary>
    static readonly HashSet<string> Harmless = ["Job", "Page", "Method", "Reference", "Schema", "Type", "Stamp"];

    public void Format(LogEvent logEvent, TextWriter output)
    {
        output.Write(logEvent.Timestamp.ToString("yyyy-MM-dd HH:mm:ss.fff zzz", CultureInfo.InvariantCulture));
        output.Write($" [{logEvent.Level}] {Plain(logEvent, "SourceContext")} {logEvent.MessageTemplate.Text}");
        foreach (var (name, value) in logEvent.Properties.OrderBy(p => p.Key, StringComparer.Ordinal))
            if (value is ScalarValue { Value: { } scalar } && (Harmless.Contains(name) || scalar is int or long or double or bool or TimeSpan)) output.Write(string.Create(CultureInfo.InvariantCulture, $" {name}={scalar}"));
        output.WriteLine();
        for (var failure = logEvent.Exception; failure is not null; failure = failure.InnerException)
        {
            output.WriteLine("  " + failure.GetType().FullName);
            foreach (var frame in (failure.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) output.WriteLine("    " + WithoutFolder(frame));
        }
    }

    static string Plain(LogEvent logEvent, string property) => logEvent.Properties.TryGetValue(property, out var value) && value is ScalarValue { Value: string text } ? text : "-";

    /// <summary>Of a source file its name and line: the folders are those of whoever built it.</summary>
    static string WithoutFolder(string frame) => frame.IndexOf(" in ", StringComparison.Ordinal) is var at and > 0 ? frame[..at] + " in " + frame[(frame.LastIndexOfAny(['/', '\\']) + 1)..] : frame;
}
