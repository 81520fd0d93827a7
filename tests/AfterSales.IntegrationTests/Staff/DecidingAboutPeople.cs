using System.Net;
using AfterSales.Feedback.Contracts;
using AfterSales.Feedback.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Assessments;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Rewards;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Staff;

/// <summary>Assessments and penalties from the manager to the employee and back: each sees and does the own part only.</summary>
public sealed class DecidingAboutPeople(Installation installation) : IClassFixture<Installation>
{
    static readonly Actor Manager = new("m", "经理");

    [Fact]
    public async Task an_assessment_is_rated_by_the_manager_and_signed_by_its_employee_only()
    {
        var (self, other) = (await EmployeeAsync("technician-1"), await EmployeeAsync("T-other"));
        var (mine, foreign) = (await RatedAsync(self), await RatedAsync(other));
        var manager = await installation.AsAsync(Roles.Manager);
        (await manager.OpenAsync($"/Staff/Assessments/Details/{mine}")).ShouldBeOk().Text.ShouldContain("Waits for signature");
        var employee = await installation.AsAsync(Roles.Technician);
        (await employee.OpenAsync("/Staff/Assessments/Mine")).ShouldBeOk().Document.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await employee.OpenAsync($"/Staff/Assessments/Sign/{foreign}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await employee.OpenAsync($"/Staff/Assessments/Details/{mine}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var page = await employee.OpenAsync($"/Staff/Assessments/Sign/{mine}");
        var refused = await employee.SubmitAsync(page, new() { ["Agrees"] = "false" });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Say why you do not agree");
        (await employee.SubmitAsync(page, new() { ["Agrees"] = "false", ["Comment"] = "两单为客户改期" })).ShouldBeOk().Text.ShouldContain("两单为客户改期");
        (await manager.OpenAsync($"/Staff/Assessments/Details/{mine}")).Text.ShouldContain("I do not agree");
    }

    [Fact]
    public async Task weights_that_are_not_100_are_refused_with_a_sentence_and_keep_what_was_typed()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        Dictionary<string, string?> typed = new() { ["Name"] = "季度", ["Input.Lines[0].Indicator"] = "first_time_fix_rate", ["Input.Lines[0].Floor"] = "0.6", ["Input.Lines[0].Goal"] = "0.95", ["Input.Lines[0].Weight"] = "60", ["Input.Lines[1].Words"] = "规范", ["Input.Lines[1].Weight"] = "30" };
        var refused = await manager.SubmitAsync("/Staff/Assessments/Template", typed);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("The weights add up to 90, not to 100");
        refused.Find("[name='Input.Lines[1].Words']").GetAttribute("value").ShouldBe("规范");
        (await manager.SubmitAsync(refused, new() { ["Input.Lines[1].Weight"] = "40" })).ShouldBeOk().Text.ShouldContain("季度");
    }

    [Fact]
    public async Task a_penalty_is_decided_appealed_against_and_heard_by_somebody_else()
    {
        await EmployeeAsync("technician-1");
        var (manager, employee, owner) = (await installation.AsAsync(Roles.Manager), await installation.AsAsync(Roles.Technician), await installation.AsAsync(Roles.Administrator));
        var person = await installation.WithAsync<StaffDbContext, Guid>(db => db.Set<Employee>().Where(e => e.Number == "technician-1").Select(e => e.PublicId).SingleAsync());
        (await manager.SubmitAsync("/Staff/Rewards/Propose", new() { ["Person"] = person.ToString(), ["Kind"] = "Penalty", ["Amount"] = "200" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var proposed = (await manager.SubmitAsync("/Staff/Rewards/Propose", new() { ["Person"] = person.ToString(), ["Kind"] = "Penalty", ["Amount"] = "200", ["Evidence"] = "三次迟到 SO-2026-000001" })).ShouldBeOk();
        var id = proposed.Url.Segments[^1];
        (await employee.OpenAsync($"/Staff/Rewards/Appeal/{id}")).Status.ShouldBe(HttpStatusCode.NotFound); // not decided: nothing to know
        (await manager.SubmitAsync(proposed, new() { ["Input.Approve"] = "false" }, with: "#amount")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await manager.SubmitAsync(proposed, new() { ["Input.Approve"] = "true" }, with: "#amount")).ShouldBeOk();
        (await employee.SubmitAsync($"/Staff/Rewards/Appeal/{id}", new() { ["Words"] = "两次为客户改期" })).ShouldBeOk().Text.ShouldContain("2026-03-19 00:00"); // five working days after 11 March
        (await manager.SubmitAsync($"/Staff/Rewards/Details/{id}", new() { ["Why"] = "属实" }, with: "#outcome")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity); // own decision
        (await owner.SubmitAsync($"/Staff/Rewards/Details/{id}", new() { ["Outcome"] = "Changed", ["Amount"] = "50", ["Why"] = "一次属实" }, with: "#outcome")).ShouldBeOk().Text.ShouldContain("50.00");
        var file = await manager.Http.GetAsync("/Staff/Rewards?handler=Export&state=all&q=&format=xlsx");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        (await (await manager.OpenAsync("/Staff/Rewards?handler=Export&state=all&q=&format=csv")).Response.Content.ReadAsStringAsync()).ShouldContain("\"-50\"");
    }

    [Fact]
    public async Task a_complaint_upheld_because_of_the_work_proposes_one_penalty_with_the_complaint_as_evidence()
    {
        await EmployeeAsync("RW1");
        var (file, map) = (installation.Folder.In("reward-orders.csv"), installation.Folder.In("reward-map.json"));
        await File.WriteAllTextAsync(map, """{"unknown": "create"}""");
        await File.WriteAllTextAsync(file, "order_no,received_at,completed_at,technician,kind\nRW-1,2026-03-02 09:00,2026-03-02 15:00,RW1,repair");
        (await installation.RunAsync(["import", "orders", file, "--map", map])).ShouldSucceed();
        var order = (await installation.WithAsync<IOrderLookup, OrderInBrief?>(o => o.ByNumberAsync("RW-1", CancellationToken.None)))!.Id;
        var complaint = PublicId.New(installation.Now);
        foreach (var quality in new[] { false, true, true }) // the price was in dispute; then the work, told twice
            await installation.WithAsync<FeedbackDbContext>(async db =>
            {
                db.Publish(new ComplaintUpheld(quality ? complaint : PublicId.New(installation.Now), "CP-2026-000007", order, "workmanship", quality, false, installation.Now), installation.Now);
                await db.SaveChangesAsync();
            });
        await installation.DeliverEventsAsync();
        var proposal = await installation.WithAsync<StaffDbContext, Proposal>(db => db.Set<Proposal>().SingleAsync(p => p.Code == "RW1"));
        (proposal.Kind, proposal.Rule, proposal.Amount.ToString(), proposal.State).ShouldBe((RewardKind.Penalty, "upheld_complaint", "100.00", RewardState.Proposed));
        var manager = await installation.AsAsync(Roles.Manager);
        var page = await manager.OpenAsync($"/Staff/Rewards/Details/{proposal.PublicId}");
        page.ShouldBeOk().Text.ShouldContain("Complaint CP-2026-000007 was upheld because of the work");
        page.Document.QuerySelector($"a[href='/Feedback/Complaints/Details/{complaint}']").ShouldNotBeNull();
    }

    Task<Guid> RatedAsync(TrainedPerson person) => installation.WithAsync<StaffDbContext, Guid>(async db =>
    {
        var template = AssessmentTemplate.Write(new TemplateFacts("季度", Roles.Technician, AssessmentRhythm.Quarter, 90, 75, 60, [new(null, "规范", 100, null, null)]), installation.Now);
        db.Add(template);
        await db.SaveChangesAsync();
        var assessment = Assessment.Open(template, person, new DateOnly(2025, 12, 1), new DateOnly(2026, 2, 28), new AssessmentPolicy(), installation.Now);
        assessment.Measure(new Dictionary<string, MeasuredValue>(), 1, new DateOnly(2026, 3, 11), installation.Now);
        assessment.Rate(new Dictionary<int, int?> { [1] = 4 }, null, installation.Now, Manager);
        db.Add(assessment);
        await db.SaveChangesAsync();
        return assessment.PublicId;
    });

    Task<TrainedPerson> EmployeeAsync(string number) => installation.WithAsync<StaffDbContext, TrainedPerson>(async db =>
    {
        if (await db.Set<Employee>().FirstOrDefaultAsync(e => e.Number == number) is not { } employee)
        {
            db.Add(employee = Employee.Hire(number, "张伟", new Placing(null, Roles.Technician), new DateOnly(2025, 1, 1), installation.Now, Manager));
            await db.SaveChangesAsync();
        }
        return new TrainedPerson(employee.PublicId, employee.Number, employee.Name);
    });
}
