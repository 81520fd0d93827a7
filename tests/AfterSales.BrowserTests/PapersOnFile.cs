using System.Text;
using AfterSales.BrowserTests.Fixtures;
using Microsoft.Playwright;

namespace AfterSales.BrowserTests;

/// <summary>The records clerk's work in a browser: a paper filed, labelled, lent and found; an agreement from the template to its signed copy; a dispute step by step.</summary>
public sealed class PapersOnFile(YoungCompany company) : IClassFixture<YoungCompany>
{
    static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) };

    [Theory]
    [InlineData("en", 1440)]
    [InlineData("zh-CN", 360)]
    public async Task a_paper_is_filed_labelled_lent_and_found(string language, int width)
    {
        await using var clerk = await company.ClerkAsync(new Eyes(language, width));
        await clerk.OpenAsync("/Documents/Records/Upload");
        await clerk.Page.Locator("#files").SetInputFilesAsync(File($"产品说明书 {language}.txt", $"冷凝水中和装置 {language} 安装与更换"));
        await clerk.Page.Locator("main form[enctype] button.btn-primary").ClickAsync();
        await clerk.Page.WaitForURLAsync("**/Documents/Records/Classify/**");
        (await clerk.Page.Locator("[name='Input.Class']").InputValueAsync()).ShouldBe("Product"); // suggested from name and text
        await clerk.Page.Locator("button[value=file]").ClickAsync();
        await clerk.Page.WaitForURLAsync("**/Documents/Records/Details/**");
        var details = new Uri(clerk.Page.Url).AbsolutePath;
        var code = (await clerk.Page.Locator("main .page-head").InnerTextAsync()).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).First(w => w.StartsWith("PR-", StringComparison.Ordinal));

        await ActAsync(clerk, details, "PutAway", ("Room", "档案室"), ("Cabinet", "3"), ("Box", "12"));
        await clerk.OpenAsync(details.Replace("/Details/", "/Label/", StringComparison.Ordinal));
        (await clerk.Page.Locator(".paper-label").InnerTextAsync()).ShouldContain(code);
        (await clerk.Page.Locator(".paper-label svg.qr path").CountAsync()).ShouldBe(1);
        await ActAsync(clerk, details, "Lend", ("Borrower", "质量部 王芳"));
        (await clerk.Page.Locator("main").InnerTextAsync()).ShouldContain("质量部 王芳");

        await clerk.OpenAsync("/Documents/Records?q=" + Uri.EscapeDataString("中和装置"));
        await clerk.Page.Locator($"main a:has-text('{language}')").First.WaitForAsync();
        (await clerk.Page.Locator("main mark").First.InnerTextAsync()).ShouldBe("中和装置");
        (await clerk.ScrollsSidewaysAsync()).ShouldBeFalse();
        clerk.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task an_agreement_goes_from_the_template_to_its_signed_copy()
    {
        await using var clerk = await company.ClerkAsync(Eyes.Phone);
        await clerk.OpenAsync("/Documents/Agreements/Write");
        await FillAsync(clerk, ("Party", "如意酒店"), ("StartsOn", "2026-01-01"), ("EndsOn", "2027-12-31"), ("ResponseHours", "12"));
        await clerk.Page.Locator("main form button.btn-primary").ClickAsync();
        await clerk.Page.WaitForURLAsync("**/Documents/Agreements/Details/**");
        var details = new Uri(clerk.Page.Url).AbsolutePath;
        await clerk.OpenAsync(details.Replace("/Details/", "/Review/", StringComparison.Ordinal));
        await clerk.Page.Locator("button[value=submit]").ClickAsync();
        await clerk.Page.WaitForURLAsync("**" + details);
        await clerk.OpenAsync(details.Replace("/Details/", "/Sign/", StringComparison.Ordinal));
        await clerk.Page.Locator("[name=Copy]").SetInputFilesAsync(File("签署文本.txt", "双方签章"));
        await clerk.Page.Locator("main form button.btn-primary").ClickAsync();
        await clerk.Page.WaitForURLAsync("**" + details);
        (await clerk.Page.Locator("main a[href^='/Documents/Records/Details/']").CountAsync()).ShouldBe(1);
        await clerk.OpenAsync(details.Replace("/Details/", "/Print/", StringComparison.Ordinal));
        (await clerk.Page.Locator(".contract-text").First.InnerTextAsync()).ShouldContain("如意酒店");
        (await clerk.ScrollsSidewaysAsync()).ShouldBeFalse();
        clerk.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task a_dispute_goes_step_by_step_to_its_end()
    {
        await using var clerk = await company.ClerkAsync(new Eyes());
        await clerk.OpenAsync("/Documents/Disputes/Open");
        await FillAsync(clerk, ("Subject", "逾期付款"), ("OtherParty", "如意酒店"), ("Claimed", "1200"));
        await clerk.Page.Locator("main form button.btn-primary").ClickAsync();
        await clerk.Page.WaitForURLAsync("**/Documents/Disputes/Details/**");
        var details = new Uri(clerk.Page.Url).AbsolutePath;
        await ActAsync(clerk, details, "FinishStep", ("Result", "已寄出书面意见"));
        await ActAsync(clerk, details, "Position", ("Text", "对方同意分期"));
        await clerk.OpenAsync(details.Replace("/Details/", "/Resolve/", StringComparison.Ordinal));
        await FillAsync(clerk, ("Text", "分期三个月付清"));
        await clerk.Page.Locator("main form button.btn-primary").ClickAsync();
        await clerk.Page.Locator("main .alert, main [role=alert]").First.WaitForAsync(); // no paper yet
        (await clerk.Page.Locator("[name='Input.Text']").InputValueAsync()).ShouldBe("分期三个月付清");
        await clerk.Page.Locator("[name=Paper]").SetInputFilesAsync(File("和解书.txt", "和解书"));
        await clerk.Page.Locator("main form button.btn-primary").ClickAsync();
        await clerk.Page.WaitForURLAsync("**" + details);
        (await clerk.Page.Locator("main").InnerTextAsync()).ShouldContain("settled");
        await clerk.ShouldBeOpenToAllAsync();
    }

    static async Task ActAsync(Person person, string details, string act, params (string Field, string Value)[] fields)
    {
        await person.OpenAsync(details.Replace("/Details/", $"/{act}/", StringComparison.Ordinal));
        await FillAsync(person, fields);
        await person.Page.Locator("main form button.btn-primary").ClickAsync();
        await person.Page.WaitForURLAsync("**" + details);
    }

    static async Task FillAsync(Person person, params (string Field, string Value)[] fields)
    {
        foreach (var (field, value) in fields) await person.Page.Locator($"main [name='Input.{field}']").FillAsync(value);
    }
}
