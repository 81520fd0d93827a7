using AfterSales.BrowserTests.Fixtures;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Staff.Assessments;
using AfterSales.Staff.Certificates;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Rewards;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AfterSales.BrowserTests;

/// <summary>A trainer fills a sheet by keyboard and paste, without a connection for a while, and signs it; an employee signs an assessment and appeals; another manager hears the appeal.</summary>
public sealed class TheTrainersAfternoon(Chromium chromium, Installation installation) : IClassFixture<Installation>
{
    static readonly Actor Us = new("us", "周敏");

    [Theory]
    [InlineData("en", 1440, false)]
    [InlineData("zh-CN", 360, true)]
    public async Task keys_paste_and_a_lost_connection_lose_no_cell(string language, int width, bool dark)
    {
        await installation.AsAsync(Roles.Trainer);
        var session = await SessionAsync(language, 5);
        await using var trainer = await chromium.PersonAsync(installation.Address, new Eyes(language, width, dark), "trainer-1", YoungCompany.Password);
        var page = trainer.Page;
        await trainer.OpenAsync($"/Staff/Training/Sheet/{session}");
        ILocator Cell(int row, int column) => page.Locator("tr[data-person]").Nth(row).Locator($"td[data-column='{column}'] .sheet-cell");

        await Cell(0, 0).FocusAsync();
        await page.Keyboard.TypeAsync("p");
        await page.Keyboard.PressAsync("Enter"); // down
        await page.Keyboard.TypeAsync("7.5");
        await page.Keyboard.PressAsync("ArrowRight");
        (await Cell(1, 1).EvaluateAsync<bool>("e => e === document.activeElement")).ShouldBeTrue();
        await AllSavedAsync(page);
        (await Cell(0, 0).InputValueAsync()).ShouldBe("8");

        await PasteAsync(Cell(0, 1), "90\t85\n88\t101\nabc\t70\n91\t92\n70\t95");
        await AllSavedAsync(page);
        (await page.Locator(".sheet [aria-invalid]").CountAsync()).ShouldBe(2); // 101 and abc, nothing else
        await Assertions.Expect(page.Locator("tr[data-person]").Nth(0).Locator("[data-result] .chip")).ToHaveTextAsync(language == "en" ? "Passed" : "合格");
        await trainer.ShouldBeOpenToAllAsync();

        await page.Context.SetOfflineAsync(true);
        await Cell(2, 1).FillAsync("83");
        await Cell(2, 1).PressAsync("Enter");
        await page.WaitForFunctionAsync("() => document.querySelector('[data-sheet-state]').classList.contains('text-danger')");
        (await page.EvaluateAsync<int>("() => Object.keys(localStorage).filter(k => k.startsWith('sheet:')).length")).ShouldBe(1);
        await page.Context.SetOfflineAsync(false);
        await AllSavedAsync(page);
        await trainer.OpenAsync($"/Staff/Training/Sheet/{session}");
        (await Cell(2, 1).InputValueAsync()).ShouldBe("83");

        await Cell(1, 2).FillAsync("90");
        await Cell(1, 2).PressAsync("Enter");
        await AllSavedAsync(page);
        await page.Locator("form:has(#results) button").ClickAsync();
        await page.WaitForURLAsync("**/Staff/Training/Session/**");
        await trainer.ShouldBeOpenToAllAsync();
        trainer.Complaints.Where(c => !c.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal)).ShouldBeEmpty(); // that one was ours
    }

    [Theory]
    [InlineData("en", 360, false)]
    [InlineData("zh-CN", 1440, true)]
    public async Task the_employee_signs_and_appeals_and_somebody_else_decides(string language, int width, bool dark)
    {
        foreach (var role in new[] { Roles.Technician, Roles.Manager, Roles.Administrator }) await installation.AsAsync(role);
        var (assessment, penalty) = await OpenAsync();
        await using (var employee = await chromium.PersonAsync(installation.Address, new Eyes(language, width, dark), "technician-1", YoungCompany.Password))
        {
            await employee.OpenAsync($"/Staff/Assessments/Sign/{assessment}");
            await employee.Page.Locator("[name=Agrees][value=true]").CheckAsync();
            await employee.Page.Locator("#comment").FillAsync("已阅读");
            await employee.ShouldBeOpenToAllAsync();
            await employee.Page.Locator("form:has(#comment) button").ClickAsync();
            await employee.Page.GetByText("已阅读").WaitForAsync();
        }
        await using (var manager = await chromium.PersonAsync(installation.Address, new Eyes(language, width, dark), "manager-1", YoungCompany.Password))
        {
            await manager.OpenAsync($"/Staff/Rewards/Details/{penalty}");
            await manager.ShouldBeOpenToAllAsync();
            await manager.Page.Locator("button[name='Input.Approve'][value=true]").ClickAsync();
            await manager.Page.Locator("#amount").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }
        await using (var employee = await chromium.PersonAsync(installation.Address, new Eyes(language, width, dark), "technician-1", YoungCompany.Password))
        {
            await employee.OpenAsync("/Staff/Rewards/Mine");
            await employee.ShouldBeOpenToAllAsync();
            await employee.OpenAsync($"/Staff/Rewards/Appeal/{penalty}");
            await employee.Page.Locator("#words").FillAsync("两次为客户改期");
            await employee.ShouldBeOpenToAllAsync();
            await employee.Page.Locator("form:has(#words) button").ClickAsync();
            await employee.Page.GetByText("两次为客户改期").WaitForAsync();
        }
        await using var owner = await chromium.PersonAsync(installation.Address, new Eyes(language, width, dark), "administrator-1", YoungCompany.Password);
        await owner.OpenAsync($"/Staff/Rewards/Details/{penalty}");
        await owner.Page.Locator("#outcome").SelectOptionAsync("Upheld");
        await owner.Page.Locator("#why2").FillAsync("属实");
        await owner.ShouldBeOpenToAllAsync();
        await owner.Page.Locator("form:has(#outcome) button").ClickAsync();
        await owner.Page.Locator("#outcome").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        owner.ShouldHaveNoComplaints();
    }

    [Theory]
    [InlineData("en", 360, false)]
    [InlineData("zh-CN", 1440, true)]
    public async Task people_in_the_room_sign_in_sit_the_test_say_what_they_think_and_show_their_certificate(string language, int width, bool dark)
    {
        await installation.AsAsync(Roles.Trainer);
        var (signIn, test, reaction, certificate) = await RoomAsync(language);
        await using var person = await chromium.PersonAsync(installation.Address, new Eyes(language, width, dark));
        var page = person.Page;

        async Task SendAsync()
        {
            await person.ShouldBeOpenToAllAsync();
            await page.Locator("button.btn-primary").ClickAsync();
        }

        await person.OpenAsync("/n/" + signIn);
        await page.FillAsync("#code", "R" + language);
        await SendAsync();
        await page.Locator("[role=status]").WaitForAsync();
        await person.ShouldBeOpenToAllAsync();

        await person.OpenAsync("/x/" + test);
        await page.FillAsync("#code", "R" + language);
        await SendAsync();
        await page.GetByText("二氧化碳").ClickAsync();
        await SendAsync();
        await page.GetByText("50%").WaitForAsync(); // one of two questions was answered
        await person.ShouldBeOpenToAllAsync();

        await person.OpenAsync("/y/" + reaction);
        foreach (var question in new[] { "Content", "Trainer", "Useful" }) await page.Locator($"label:has([name='Input.{question}'][value='5'])").ClickAsync();
        await page.FillAsync("#code", "R" + language);
        await SendAsync();
        await page.Locator("[role=status]").WaitForAsync();
        await person.ShouldBeOpenToAllAsync();

        await person.OpenAsync("/v/" + certificate);
        await page.Locator(".alert-success").WaitForAsync();
        await person.ShouldBeOpenToAllAsync();
        person.ShouldHaveNoComplaints();
    }

    /// <summary>A session that goes on now, with one person in the room, two questions in its bank and a certificate in that person's hand.</summary>
    Task<(string SignIn, string Test, string Reaction, string Certificate)> RoomAsync(string mark) => installation.WithAsync<IServiceProvider, (string, string, string, string)>(async services =>
    {
        var (db, links) = (services.GetRequiredService<StaffDbContext>(), services.GetRequiredService<SessionLinks>());
        var (now, today) = (installation.Now, new DateOnly(2026, 3, 11));
        var course = Course.Create("R-" + mark, new CourseFacts("燃烧安全 Combustion safety", null, CourseContent.Theory, CourseMethod.Classroom, 2, new Marks { TheoryMax = 100, TheoryPass = 80 }, AttemptRule.Best, null, 30, null, null, null, null, []), now);
        db.Add(course);
        await db.SaveChangesAsync();
        db.Add(BankQuestion.Write(course.Id, BankQuestionKind.Single, "完全燃烧产生什么？", "*二氧化碳\n一氧化碳", null, now));
        db.Add(BankQuestion.Write(course.Id, BankQuestionKind.Single, "闻到燃气味先做什么？", "*关阀开窗\n打电话", null, now));
        var session = Session.Plan(course, null, new SessionFacts(now.AddMinutes(-30), now.AddHours(2), today, "培训室一", "周敏", 40), new TrainingPolicy(), now.AddDays(-3), Us);
        session.Enrol(new TrainedPerson(PublicId.New(now), "R" + mark, "学员"), now.AddDays(-2), Us);
        var certificate = Certificate.Issue(new CertificateOrder("R" + mark, "学员", CertificateKind.Own, "C-" + mark, "公司", ["gas_instantaneous"], null, today, null), now, Us);
        var seal = PublicToken.New();
        certificate.Seal(PublicToken.Hash(seal)!, now, Us);
        db.Add(session);
        db.Add(certificate);
        await db.SaveChangesAsync();
        return (await links.MakeAsync(session, LinkPurpose.SignIn, default), await links.MakeAsync(session, LinkPurpose.TestAfter, default), await links.MakeAsync(session, LinkPurpose.Reaction, default), seal);
    });

    static async Task AllSavedAsync(IPage page) => await page.WaitForFunctionAsync("() => { const s = document.querySelector('[data-sheet-state]'); return s.dataset.used && !Object.keys(localStorage).some(k => k.startsWith('sheet:')); }");

    static async Task PasteAsync(ILocator cell, string text) => await cell.EvaluateAsync("(cell, text) => { cell.focus(); const data = new DataTransfer(); data.setData('text/plain', text); cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", text);

    Task<Guid> SessionAsync(string mark, int people) => installation.WithAsync<StaffDbContext, Guid>(async db =>
    {
        var course = Course.Create("B-" + mark, new CourseFacts("燃气热水器检修 Gas water heaters", null, CourseContent.Practical, CourseMethod.Classroom, 8, new Marks { TheoryMax = 100, TheoryPass = 80, PracticalMax = 100, PracticalPass = 80 }, AttemptRule.Best, null, 30, null, null, null, null, []), installation.Now);
        db.Add(course);
        await db.SaveChangesAsync();
        var ends = installation.Now.AddMinutes(-10);
        var session = Session.Plan(course, null, new SessionFacts(ends.AddHours(-2), ends, new DateOnly(2026, 3, 11), "培训室一", "周敏", 40), new TrainingPolicy(), ends.AddDays(-3), Us);
        for (var i = 0; i < people; i++) session.Enrol(new TrainedPerson(PublicId.New(installation.Now), $"B{mark}{i}", $"学员 {i + 1}"), ends.AddDays(-2), Us);
        db.Add(session);
        await db.SaveChangesAsync();
        return session.PublicId;
    });

    Task<(Guid Assessment, Guid Penalty)> OpenAsync() => installation.WithAsync<StaffDbContext, (Guid, Guid)>(async db =>
    {
        var self = await db.Set<Employee>().FirstOrDefaultAsync(e => e.Number == "technician-1");
        if (self is null) db.Add(self = Employee.Hire("technician-1", "张伟", new Placing(null, Roles.Technician), new DateOnly(2025, 1, 1), installation.Now, Us));
        var template = AssessmentTemplate.Write(new TemplateFacts("季度考核", Roles.Technician, AssessmentRhythm.Quarter, 90, 75, 60, [new(null, "规范", 100, null, null)]), installation.Now);
        db.Add(template);
        await db.SaveChangesAsync();
        var person = new TrainedPerson(self.PublicId, self.Number, self.Name);
        var assessment = Assessment.Open(template, person, new DateOnly(2025, 12, 1), new DateOnly(2026, 2, 28), new AssessmentPolicy(), installation.Now);
        assessment.Measure(new Dictionary<string, MeasuredValue>(), 1, new DateOnly(2026, 3, 11), installation.Now);
        assessment.Rate(new Dictionary<int, int?> { [1] = 4 }, "继续保持", installation.Now, Us);
        var penalty = Proposal.Make(new ProposalFacts(RewardKind.Penalty, Money.From(200), "Rewards.Evidence.Words", ["三次迟到"], null, null, null), person, new RewardPolicy(), Kernel.Clocks.WorkingCalendar.China(), installation.Now, "周敏");
        db.Add(assessment);
        db.Add(penalty);
        await db.SaveChangesAsync();
        return (assessment.PublicId, penalty.PublicId);
    });
}
