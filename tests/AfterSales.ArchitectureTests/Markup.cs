using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Razor.Language;
using Microsoft.AspNetCore.Razor.Language.Extensions;
using Microsoft.AspNetCore.Razor.Language.Intermediate;

namespace AfterSales.ArchitectureTests;

/// <summary>Markup holds no sentences (they live in the resources), no script, no styles, no raw output: the content policy would refuse to run them.</summary>
public sealed partial class Markup
{
    [Fact]
    public void holds_no_sentences_scripts_or_styles() => House.Sources(".cshtml").SelectMany(f => Check(f.Path, f.Text)).ShouldBeNone();

    [Theory]
    [InlineData("<p>关闭</p>", "'关闭'")]
    [InlineData("@if (Model.Open) { <p>Close this order</p> }", "'Close this order'")]
    [InlineData("""<input placeholder="Your name" />""", "'Your name'")]
    [InlineData("""<button aria-label="Close">@T["A.B"]</button>""", "'Close'")]
    [InlineData("""<p title="@T["A.B"] today">x</p>""", "today")]
    [InlineData("<script>alert(1)</script>", "inline script")]
    [InlineData("""<script src="https://cdn.example/x.js"></script>""", "from elsewhere")]
    [InlineData("<style>p { color: red }</style>", "style element")]
    [InlineData("""<p style="color: @Model.Colour">@T["A.B"]</p>""", "style attribute")]
    [InlineData("""<button onclick="go()">@T["A.B"]</button>""", "onclick")]
    [InlineData("""<button hx-on:click="go()">@T["A.B"]</button>""", "hx-on:click")]
    [InlineData("""<a href="javascript:go()">@T["A.B"]</a>""", "javascript:")]
    [InlineData("@Html.Raw(Model.Text)", "Html.Raw")]
    [InlineData("""<form method="get" action="/x"><input type="hidden" name="__RequestVerificationToken" /></form>""", "GET form")]
    [InlineData("""<form method="post" action="/x"></form>""", "POST form that names its address")]
    public void that_breaks_a_rule_is_refused(string markup, string named) => Check("Sample.cshtml", markup).ShouldName(named);

    [Theory]
    [InlineData("""
        @page "{id:long}"
        @model AfterSales.Service.Requests.DetailsModel
        @using AfterSales.Kernel
        @{ var open = Model.Rows.Where(r => r.Open).ToList(); }
        @* 注释 may say anything *@
        <h1 class="page-title">@T["Requests.Details.Title", Model.Number]</h1>
        @foreach (var row in open) { <tr><td>@row.Number</td><td>@(row.Late ? T["A.B"] : T["A.C"]) · @row.Km km</td></tr> }
        <script src="~/lib/htmx/htmx.min.js" defer></script>
        <a lang="en" href="?culture=en">English</a> <a lang="zh-CN" href="?culture=zh-CN">中文</a>
        <input type="hidden" name="kind" value="technical_support" /> <kbd>Ctrl</kbd>
        <form method="post"></form> <form method="post" action="/x" asp-antiforgery="true"></form>
        <svg class="icon"><use href="~/icons.svg#tabler-plus"></use></svg>
        """)]
    public void that_keeps_the_rules_is_accepted(string markup) => Check("Sample.cshtml", markup).ShouldBeNone();

    static readonly string[] SpokenAttributes = ["title", "placeholder", "alt", "aria-label", "aria-description", "aria-roledescription", "label", "hx-confirm", "hx-prompt"];
    /// <summary>What stands for an expression while the literal markup is looked at.</summary>
    const char Expression = '\uFFFC';

    static List<string> Check(string path, string source)
    {
        List<string> found = [];
        if (source.Contains("Html.Raw", StringComparison.Ordinal)) found.Add($"{path}: Html.Raw writes what nobody encoded.");
        using var parsed = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(Literal(path, source));
        foreach (var element in parsed.All)
        {
            CheckCode(path, element, found);
            if (SpeaksForItself(element)) continue;
            foreach (var attribute in element.Attributes.Where(a => SpokenAttributes.Contains(a.Name) || (a.Name == "value" && IsButton(element)))) CheckWords(path, attribute.Value, found);
            foreach (var text in element.ChildNodes.OfType<IText>()) CheckWords(path, text.Data, found);
        }
        return found;
    }

    static void CheckCode(string path, IElement element, List<string> found)
    {
        if (element.LocalName == "style") found.Add($"{path}: a style element; the content policy refuses it.");
        if (element.LocalName == "script")
        {
            var from = element.GetAttribute("src");
            if (from is null && element.GetAttribute("type") is not "application/json") found.Add($"{path}: an inline script; the content policy refuses it.");
            else if (from is not null && (from.StartsWith("//", StringComparison.Ordinal) || from.Contains("://", StringComparison.Ordinal))) found.Add($"{path}: a script from elsewhere: {from}");
        }
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name == "style") found.Add($"{path}: a style attribute; the content policy refuses it.");
            if (Handler().IsMatch(attribute.Name)) found.Add($"{path}: {attribute.Name} is inline script; the content policy refuses it.");
            if (attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)) found.Add($"{path}: {attribute.Value} is inline script.");
        }
        if (element.LocalName == "form" && (element.GetAttribute("method") ?? "get").Equals("get", StringComparison.OrdinalIgnoreCase) && element.QuerySelector("[name=__RequestVerificationToken]") is not null)
            found.Add($"{path}: a GET form carries the antiforgery token.");
        // The framework adds the token only to forms that leave their address to it.
        if (element.LocalName == "form" && "post".Equals(element.GetAttribute("method"), StringComparison.OrdinalIgnoreCase) && element.HasAttribute("action") && element.GetAttribute("asp-antiforgery") != "true")
            found.Add($"{path}: a POST form that names its address has no asp-antiforgery=\"true\" and is refused.");
    }

    static void CheckWords(string path, string text, List<string> found)
    {
        if (Words.HasChinese(text) || Word().Matches(text).Any(w => !Names.Contains(w.Value))) found.Add($"{path}: '{Regex.Replace(text, @"\s+", " ").Trim().Replace(Expression, '…')}' belongs into the resources.");
    }

    /// <summary>A word that is the same in both languages: names, units, what a keyboard shows.</summary>
    static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "AfterSales", "SQLite", "PostgreSQL", "MIT", "CSV", "XLSX", "PDF", "QR", "SVG", "km", "kg", "mm", "UTF", "GB", "https", "http", "yyyy", "MM", "dd", "HH", "ss" };

    /// <summary>Text that names its own language (the language switch), code, and what a keyboard shows.</summary>
    static bool SpeaksForItself(IElement element) => element.LocalName is "code" or "kbd" or "pre" or "script" or "style" or "svg" or "use" or "samp"
        || (element.HasAttribute("lang") && element.LocalName != "html");

    static bool IsButton(IElement element) => element.LocalName == "input" && element.GetAttribute("type") is "submit" or "button" or "reset";

    /// <summary>The markup as written, with a mark in place of each expression; code is left out.</summary>
    static string Literal(string path, string source)
    {
        var withoutDirectives = Directive().Replace(source, "");
        var engine = RazorProjectEngine.Create(RazorConfiguration.Default, RazorProjectFileSystem.Create(House.Root), b =>
        {
            SectionDirective.Register(b);
            FunctionsDirective.Register(b);
        });
        var document = engine.Process(RazorSourceDocument.Create(withoutDirectives, path), FileKinds.Legacy, [], []);
        var markup = new StringBuilder();
        Write(document.GetDocumentIntermediateNode(), markup);
        return markup.ToString();
    }

    static void Write(IntermediateNode node, StringBuilder markup)
    {
        switch (node)
        {
            case IntermediateToken { IsHtml: true } token:
                markup.Append(token.Content);
                break;
            case IntermediateToken:
                break;
            case CSharpExpressionIntermediateNode:
                markup.Append(Expression);
                break;
            case HtmlAttributeIntermediateNode attribute:
                markup.Append(attribute.Prefix);
                foreach (var child in node.Children) Write(child, markup);
                markup.Append(attribute.Suffix);
                break;
            case HtmlAttributeValueIntermediateNode value:
                markup.Append(value.Prefix);
                foreach (var child in node.Children) Write(child, markup);
                break;
            case CSharpExpressionAttributeValueIntermediateNode value:
                markup.Append(value.Prefix).Append(Expression);
                break;
            default:
                foreach (var child in node.Children) Write(child, markup);
                break;
        }
    }

    [GeneratedRegex(@"^\s*@(?:page|model|inject|namespace|using(?!\s*\()|addTagHelper|removeTagHelper|tagHelperPrefix|inherits|attribute|layout|implements)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex("^on[a-z]+$|^hx-on")]
    private static partial Regex Handler();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Word();
}
