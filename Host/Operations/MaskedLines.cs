using System.Text.RegularExpressions;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace AfterSales.Host.Operations;

/// <summary>Lines of the log file. A mobile number never stands in it in full, whoever wrote it: a library's exception, an address with a search in it.</summary>
internal sealed partial class MaskedLines(string template) : ITextFormatter
{
    readonly MessageTemplateTextFormatter _plain = new(template, System.Globalization.CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        _plain.Format(logEvent, line);
        output.Write(Mobile().Replace(line.ToString(), "$1****$2"));
    }

    [GeneratedRegex(@"(?<!\d)((?:86)?1[3-9]\d)\d{4}(\d{4})(?!\d)")]
    private static partial Regex Mobile();
}
