using System.Net;
using AfterSales.Feedback.Contracts;
using AfterSales.Feedback.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Risk.Controls;
using AfterSales.Risk.Data;
using AfterSales.Risk.Register;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Risk;

/// <summary>The register on the server: risks entered, imported, rated, found on the heat map; events that come by themselves; owners reminded once.</summary>
public sealed class KeepingTheRegister(Installation installation) : IClassFixture<Installation>
{
    Task<T> RiskAsync<T>(Func<RiskDbContext, Task<T>> use) => installation.WithAsync(use);

    async Task<Shown> EnterAsync(Visitor officer, string title, int likelihood, int consequence) => await officer.SubmitAsync("/Risk/Register/Enter", new()
    {
        ["Title"] = title, ["Cause"] = "老旧烟道", ["Event"] = "废气倒灌", ["Effect"] = "中毒", ["Rating.InherentLikelihood"] = "5", ["Rating.InherentConsequence"] = "5",
        ["Rating.ResidualLikelihood"] = $"{likelihood}", ["Rating.ResidualConsequence"] = $"{consequence}", ["Rating.TargetLikelihood"] = "1", ["Rating.TargetConsequence"] = "4",
    });

    [Fact]
    public async Task a_risk_is_entered_rated_reviewed_treated_and_found_on_the_map()
    {
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        (await EnterAsync(officer, "", 4, 4)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = (await EnterAsync(officer, "一氧化碳中毒", 4, 4)).ShouldBeOk();
        var path = page.Url.AbsolutePath;
        (await officer.OpenAsync("/Risk/Register/HeatMap")).Find("a[href*='map=residual&likelihood=4&consequence=4']").TextContent.ShouldBe("1");
        (await officer.OpenAsync("/Risk/Register?map=residual&likelihood=4&consequence=4")).Text.ShouldContain("一氧化碳中毒");
        (await officer.OpenAsync("/Risk/Register?map=residual&likelihood=4&consequence=5")).Text.ShouldNotContain("一氧化碳中毒");
        (await officer.SubmitAsync(path, new() { ["Rating.ResidualLikelihood"] = "2", ["Rating.Reason"] = "普查完成" }, with: "[name='Rating.Reason']")).ShouldBeOk().Text.ShouldContain("普查完成");
        (await officer.SubmitAsync(path, new() { ["Conclusion"] = "维持" }, with: "[name='Input.Conclusion']")).ShouldBeOk();
        var owner = (await officer.OpenAsync(path)).Find("[name='Step.Owner'] option:last-child").GetAttribute("value");
        (await officer.SubmitAsync(path, new() { ["What"] = "更换烟道", ["Step.Owner"] = owner, ["Due"] = "2027-05-01" }, with: "[name='Step.What']")).ShouldBeOk().Text.ShouldContain("更换烟道");
        (await officer.SubmitAsync(path, new() { ["Input.Result"] = "已更换" }, with: "[name='StepId']")).ShouldBeOk().Text.ShouldContain("已更换");
        var control = (await officer.SubmitAsync("/Risk/Controls/Enter", new() { ["Name"] = "检测仪", ["What"] = "读数", ["TestMonths"] = "3", ["Input.Risks"] = $"{await RiskAsync(db => db.Set<RegisteredRisk>().Where(r => r.Title == "一氧化碳中毒").Select(r => r.Id).SingleAsync())}" })).ShouldBeOk();
        (await officer.SubmitAsync(control.Url.AbsolutePath, new() { ["Result"] = "Fails", ["Note"] = "" }, with: "[name='Input.Result']")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var tested = (await officer.SubmitAsync(control.Url.AbsolutePath, new() { ["Result"] = "Fails", ["Note"] = "未校准" }, with: "[name='Input.Result']")).ShouldBeOk();
        var first = (await officer.SubmitAsync(tested, [], with: "[name='Test']")).ShouldBeOk();
        (await officer.SubmitAsync(tested, [], with: "[name='Test']")).Url.ShouldBe(first.Url, "asked twice, it is one action");
        (await officer.OpenAsync(path)).Text.ShouldContain("检测仪");
        (await officer.SubmitAsync(path, new() { ["Because"] = "不再安装" }, with: "[name='Input.Because']")).ShouldBeOk().Document.QuerySelector("main form[method=post]").ShouldBeNull();
    }

    [Fact]
    public async Task bad_rows_of_an_import_are_named_cell_by_cell_and_good_ones_go_in_once()
    {
        var path = installation.Folder.In("risks.csv");
        await File.WriteAllTextAsync(path, """
            risk_code,category,risk_title,cause,risk_event,risk_effect,risk_owner,inherent_likelihood,inherent_consequence,residual_likelihood,residual_consequence,registered_on
            R1,safety,漏气,接头松,漏气,爆炸,经理,4,5,2,5,2025-06-01
            R2,supply,断供,排产,缺件,等待,仓库,3,3,,,
            R3,weather,下雨,雨,雨,雨,经理,3,3,,,
            R4,safety,,雨,雨,雨,经理,3,3,,,
            R5,safety,x,雨,雨,雨,经理,6,3,,,
            R6,safety,x,雨,雨,雨,经理,3,3,4,3,
            R7,safety,x,雨,雨,雨,经理,3,3,2,3,2030-01-01
            """);
        for (var round = 1; round <= 2; round++)
        {
            var json = (await installation.RunAsync(["import", "risks", path, "--json"])).Json;
            (json.GetProperty("read").GetInt32(), json.GetProperty("accepted").GetInt32(), json.GetProperty("unchanged").GetInt32(), json.GetProperty("rejected").GetInt32()).ShouldBe(round == 1 ? (7, 2, 0, 5) : (7, 0, 2, 5));
            json.GetProperty("rejects").EnumerateArray().Select(r => (r.GetProperty("line").GetInt32(), r.GetProperty("column").GetString())).ShouldBe([(4, "category"), (5, "risk_title"), (6, "inherent_likelihood"), (7, "residual_likelihood"), (8, "registered_on")]);
        }
        var risk = await RiskAsync(db => db.Set<RegisteredRisk>().Whole().SingleAsync(r => r.ImportedAs == "R1"));
        (risk.RegisteredOn, risk.Residual.Score, risk.Target.Score, risk.ReviewDue).ShouldBe((new DateOnly(2025, 6, 1), 10, 20, new DateOnly(2025, 9, 1)));
        (await RiskAsync(db => db.Set<RegisteredRisk>().SingleAsync(r => r.ImportedAs == "R2"))).Residual.Score.ShouldBe(9, "what is not said is as inherent");
    }

    [Fact]
    public async Task safety_complaints_and_condemned_appliances_become_events_once()
    {
        var (complaint, visit) = (PublicId.New(installation.Now), PublicId.New(installation.Now));
        for (var i = 0; i < 2; i++)
        {
            await installation.WithAsync<FeedbackDbContext>(async db =>
            {
                db.Publish(new SafetyComplaintReceived(complaint, null, "JSQ-1", "用的时候头晕", installation.Now), installation.Now);
                await db.SaveChangesAsync();
            });
            await installation.WithAsync<ServiceDbContext>(async db =>
            {
                db.Publish(new ApplianceCondemned(PublicId.New(installation.Now), "SO-2026-000009", visit, "烟道脱落", true, installation.Now), installation.Now);
                await db.SaveChangesAsync();
            });
            await installation.DeliverEventsAsync();
        }
        var events = await RiskAsync(db => db.Set<RiskEvent>().Where(e => e.Source != RiskEventSource.Reported).OrderBy(e => e.Source).ToListAsync());
        events.Select(e => (e.Source, e.What, e.Foreseen)).ShouldBe([(RiskEventSource.Complaint, "用的时候头晕", null), (RiskEventSource.Condemned, "烟道脱落", null)], ignoreOrder: true);
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        var page = await officer.OpenAsync($"/Risk/Register/Happening/{events.Single(e => e.Source == RiskEventSource.Condemned).PublicId}");
        (await officer.SubmitAsync(page, new() { ["Words"] = "x" }, with: "[name='Input.Words']")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "linked or not foreseen");
        (await officer.SubmitAsync(page, new() { ["Words"] = "登记册中没有", ["NotForeseen"] = "true" }, with: "[name='Input.Words']")).ShouldBeOk().Text.ShouldContain("Not foreseen");
        var technician = await installation.AsAsync(Roles.Technician);
        (await technician.SubmitAsync("/Risk/Register/Report", new() { ["What"] = "梯子滑倒" })).ShouldBeOk().Text.ShouldContain("The quality officer has been told");
    }

    [Fact]
    public async Task months_are_written_once_and_owners_are_reminded_once()
    {
        var officer = await installation.AsAsync(Roles.QualityOfficer);
        (await installation.RunAsync(["import", "risks", await FileAsync(), "--json"])).Json.GetProperty("rejected").GetInt32().ShouldBe(0);
        var id = await RiskAsync(db => db.Set<RegisteredRisk>().Where(r => r.ImportedAs == "M1").Select(r => r.Id).SingleAsync());
        for (var i = 0; i < 2; i++)
        {
            await installation.WithAsync<KeepMonths>(job => job.RunAsync(installation.Now, CancellationToken.None));
            await installation.WithAsync<RemindOwners>(job => job.RunAsync(installation.Now, CancellationToken.None));
        }
        (await RiskAsync(db => db.Set<RiskMonth>().Where(m => m.RiskId == id).OrderBy(m => m.LastDay).Select(m => m.LastDay).ToListAsync())).ShouldBe([new DateOnly(2025, 12, 31), new DateOnly(2026, 1, 31), new DateOnly(2026, 2, 28)]);
        var told = (await officer.OpenAsync("/Messages?state=all")).Text;
        (told.Split("断供月份” was due on 2026-03-05 New").Length - 1).ShouldBe(1, told);
        (await officer.OpenAsync("/Risk/Register/Course")).ShouldBeOk().Text.ShouldContain("2026-02");
        (await officer.OpenAsync("/Risk/Register?state=review_due")).Text.ShouldContain("断供月份");
    }

    async Task<string> FileAsync()
    {
        var path = installation.Folder.In("months.csv");
        await File.WriteAllTextAsync(path, "risk_code,category,risk_title,cause,risk_event,risk_effect,risk_owner,inherent_likelihood,inherent_consequence,registered_on\nM1,supply,断供月份,排产,缺件,等待,仓库,3,4,2025-12-05\n");
        return path;
    }
}
