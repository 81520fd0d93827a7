using AfterSales.BrowserTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.Playwright;

namespace AfterSales.BrowserTests;

/// <summary>The quality officer draws a sample, records a finding on a phone, and closes an action as not effective.</summary>
public sealed class AnOfficersChecks(Chromium chromium, DemoCompany company)
{
    [Fact]
    public async Task from_the_draw_over_the_finding_to_an_action_that_begins_again()
    {
        await using var desk = await company.AsAsync(chromium, Roles.QualityOfficer, new Eyes("zh-CN"));
        await desk.OpenAsync("/Risk/Checks/Plans");
        await desk.Page.Locator("details.act-form > summary").ClickAsync();
        await desk.Page.Locator("[name='Input.Name']").FillAsync("旺季现场抽查");
        await desk.Page.Locator("[name='Input.Method']").SelectOptionAsync("OnSite");
        await desk.Page.Locator("[name='Input.SampleSize']").FillAsync("2");
        await desk.Page.Locator("[name='Input.List']").SelectOptionAsync(new SelectOptionValue { Label = "现场质量抽查" });
        await desk.Page.Locator("label", new() { Has = desk.Page.Locator("[name='Input.Checkers']"), HasText = "质量专员" }).ClickAsync();
        await desk.Page.Locator("details.act-form form button").ClickAsync();
        await desk.Page.WaitForURLAsync("**/Risk/Checks/Plan/**");
        await desk.Page.Locator("#draw button").ClickAsync();
        await desk.Page.WaitForURLAsync("**/Risk/Checks?state=all&sample=*");
        (await desk.Page.Locator("#rows tbody tr").CountAsync()).ShouldBe(2);
        var check = await desk.Page.Locator("#rows tbody a").First.GetAttributeAsync("href");
        desk.ShouldHaveNoComplaints();

        await using var phone = await company.AsAsync(chromium, Roles.QualityOfficer, Eyes.Phone);
        await phone.OpenAsync(check!);
        (await phone.ScrollsSidewaysAsync()).ShouldBeFalse();
        foreach (var question in (await phone.Page.Locator(".check-choice").AllAsync()).Skip(1)) await question.Locator(".check-yes").ClickAsync();
        await phone.Page.Locator(".check-choice").First.Locator(".check-no").ClickAsync();
        await phone.Page.Locator("#note-1").FillAsync("接头渗漏，已当场紧固");
        await phone.Page.Locator("#list .btn-primary").ClickAsync();
        await phone.Page.GetByText("不合格 70").WaitForAsync();
        (await phone.Page.Locator("main").InnerTextAsync()).ShouldContain("接头渗漏，已当场紧固");
        (await phone.ScrollsSidewaysAsync()).ShouldBeFalse();
        phone.ShouldHaveNoComplaints();

        await desk.OpenAsync("/Risk/Actions?state=check");
        await desk.Page.Locator("#rows tbody a").First.ClickAsync();
        await desk.Page.Locator("#judge textarea").FillAsync("现场又发现同样问题");
        await desk.Page.Locator("#judge .btn-outline-danger").ClickAsync();
        await desk.Page.GetByText("无效，重新开始：现场又发现同样问题").WaitForAsync();
        await desk.Page.Locator("[name='Plan.Measure']").WaitForAsync();
        desk.ShouldHaveNoComplaints();
    }
}
