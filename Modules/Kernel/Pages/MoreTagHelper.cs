using System.Text.Encodings.Web;
using AfterSales.Kernel.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AfterSales.Kernel.Pages;

/// <summary>
/// The filters of a list that a phone has no room for: <c>&lt;more apply="..."&gt;fields&lt;/more&gt;</c> inside <c>form.filters</c>. On the desk the fields
/// stand in line with the others; on a phone a button opens them as a sheet from below, so that the page begins with what it lists.
/// </summary>
[HtmlTargetElement("more", Attributes = "apply")]
public sealed class MoreTagHelper(Texts text, HtmlEncoder encoder) : TagHelper
{
    /// <summary>Words of the button that sends the form.</summary>
    public string Apply { get; set; } = "";

    /// <summary>The list follows every change by itself: the sheet is only closed.</summary>
    public bool Live { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var fields = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "more");
        output.Attributes.SetAttribute("id", "more");
        output.Attributes.SetAttribute("popover", "");
        output.PreElement.SetHtmlContent($"""<button type="button" class="btn more-open" popovertarget="more">{encoder.Encode(text["Shell.Filters"])}</button>""");
        output.Content.SetHtmlContent(fields).AppendHtml($"""<button class="btn">{encoder.Encode(Apply)}</button>""");
        if (Live) output.Content.AppendHtml($"""<button type="button" class="btn btn-primary more-open" popovertarget="more" popovertargetaction="hide">{encoder.Encode(text["Shell.FiltersDone"])}</button>""");
    }
}
