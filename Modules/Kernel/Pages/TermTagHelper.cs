using AfterSales.Kernel.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AfterSales.Kernel.Pages;

/// <summary>
/// A word of the trade where a page uses it: <c>&lt;term code="repeat"&gt;...&lt;/term&gt;</c> says on hover what it means, and leads to the list of
/// words, for whoever has no mouse. Texts <c>Help.Word.CODE.Is</c>.
/// </summary>
[HtmlTargetElement("term", Attributes = "code")]
public sealed class TermTagHelper(Texts text) : TagHelper
{
    public string Code { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.Attributes.SetAttribute("class", "term");
        output.Attributes.SetAttribute("href", $"/Help/Words#{Code}");
        output.Attributes.SetAttribute("title", text[$"Help.Word.{Code}.Is"]);
    }
}
