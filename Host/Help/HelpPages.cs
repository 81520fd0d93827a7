using System.Collections.Concurrent;
using System.Globalization;
using AfterSales.Kernel.Text;
using Markdig;
using Microsoft.AspNetCore.Html;

namespace AfterSales.Host.Help;

/// <summary>The help in the executable: one short text for each role and language, written as Markdown beside this class.</summary>
internal static class HelpPages
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseGenericAttributes().UsePipeTables().Build();
    static readonly ConcurrentDictionary<string, IHtmlContent?> Made = [];

    /// <returns>The page in the reader's language; null when there is none of that name.</returns>
    public static IHtmlContent? Find(string name) => Made.GetOrAdd($"help/{name}.{Language}.md", Make);

    static string Language => CultureInfo.CurrentUICulture.Name.StartsWith("en", StringComparison.Ordinal) ? Texts.English.Name : Texts.Chinese.Name;

    static IHtmlContent? Make(string resource)
    {
        using var stream = typeof(HelpPages).Assembly.GetManifestResourceStream(resource);
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return new HtmlString(Markdown.ToHtml(reader.ReadToEnd(), Pipeline));
    }
}
