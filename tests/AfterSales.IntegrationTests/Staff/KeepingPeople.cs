using System.Net;
using System.Text.Json.Nodes;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Risk.Controls;
using AfterSales.Risk.Data;
using AfterSales.Risk.Register;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Parts;
using AfterSales.Staff.Certificates;
using AfterSales.Staff.Contracts;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Teams;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Staff;

/// <summary>People, teams, leave and leaving on the server, the import of people, and numbers that follow the team of the day.</summary>
public sealed class KeepingPeople(Installation installation) : IClassFixture<Installation>
{
    static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    async Task<Ran> ImportAsync(string kind, string rows, params string[] more)
    {
        var path = installation.Folder.In($"{PublicId.New(installation.Now):N}.csv");
        await File.WriteAllTextAsync(path, rows);
        return await installation.RunAsync(["import", kind, path, "--json", .. more]);
    }

    static (int, int, int, int) Counts(Ran ran) => JsonNode.Parse(ran.Out)! is var json ? ((int)json["accepted"]!, (int)json["updated"]!, (int)json["unchanged"]!, (int)json["rejected"]!) : default;

    async Task<string> HireAsync(Visitor manager, string number, string name, string from = "2026-01-01")
    {
        var shown = await manager.SubmitAsync("/Staff/People/Hire", new() { ["Number"] = number, ["Name"] = name, ["From"] = from });
        shown.ShouldBeOk();
        return shown.Url.Segments[^1];
    }

    [Fact]
    public async Task a_transfer_on_the_15th_splits_the_months_numbers_also_after_a_late_correction_and_a_rebuild()
    {
        await installation.AsAsync(Roles.Manager);
        var orders = string.Join('\n', ((int[])[10, 12, 14, 15, 20]).Select((day, i) => $"TR-{i},2026-02-{day} 09:00,2026-02-{day} 09:30,2026-02-{day} 15:00,TR1,alt,repair"));
        Counts(await ImportAsync("orders", "order_no,received_at,responded_at,completed_at,technician,team,kind\n" + orders, "--map", await MapAsync())).ShouldBe((5, 0, 0, 0));
        (await ByTeamAsync("load")).ShouldBe("alt 5");
        Counts(await ImportAsync("employees", "employee_no,employee_name,position,team,hired_on\nTR1,调动人,technician,甲组,2025-06-01")).ShouldBe((1, 0, 0, 0));
        (await ByTeamAsync("load")).ShouldBe("甲组 5");
        Counts(await ImportAsync("employees", "employee_no,employee_name,position,team,hired_on,place_from\nTR1,调动人,technician,乙组,2025-06-01,2026-02-15")).ShouldBe((0, 1, 0, 0));
        (await ByTeamAsync("load")).ShouldBe("乙组 2, 甲组 3");
        (await ByTeamAsync("rebuild")).ShouldBe("乙组 2, 甲组 3");

        var manager = await installation.AsAsync(Roles.Manager);
        var id = await installation.WithAsync<StaffDbContext, Guid>(db => db.Set<Employee>().Where(e => e.Number == "TR1").Select(e => e.PublicId).SingleAsync());
        (await manager.SubmitAsync($"/Staff/People/Correct/{id}/2026-02-15", new() { ["From"] = "2026-02-12", ["Reason"] = "调令日期登记错误" })).ShouldBeOk();
        (await ByTeamAsync("load")).ShouldBe("乙组 4, 甲组 1");
        (await ByTeamAsync("rebuild")).ShouldBe("乙组 4, 甲组 1");
    }

    async Task<string> MapAsync()
    {
        var path = installation.Folder.In("people-map.json");
        await File.WriteAllTextAsync(path, """{"unknown": "create"}""");
        return path;
    }

    /// <summary>How many of the technician's answers of February count for which team.</summary>
    async Task<string> ByTeamAsync(string load)
    {
        (await installation.RunAsync(["warehouse", load])).ShouldSucceed();
        var shown = await installation.RunAsync(["indicator", "show", "response_on_time_rate", "--from", "2026-02-01", "--to", "2026-02-28", "--slice", "team", "--where", "technician=TR1", "--json"]);
        shown.ShouldSucceed();
        return string.Join(", ", JsonNode.Parse(shown.Out)!["periods"]!.AsArray().Where(p => (double)p!["denominator"]! > 0).Select(p => $"{p!["slice"]!["team"]} {p["denominator"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task nobody_belongs_to_two_teams_on_one_day_and_is_told_so_in_a_sentence()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        var id = await HireAsync(manager, "OV1", "重叠人");
        var refused = await manager.SubmitAsync($"/Staff/People/Past/{id}", new() { ["From"] = "2026-01-10", ["To"] = "2026-01-20" });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("There is a place since 2026-01-01 that goes on; nobody belongs to two teams on one day.");
        refused.Find("[name='Input.From']").GetAttribute("value").ShouldBe("2026-01-10");
        (await manager.SubmitAsync("/Staff/People/Hire", new() { ["Number"] = "OV1", ["Name"] = "另一人", ["From"] = "2026-01-01" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task dispatch_follows_the_record_and_sends_nobody_on_leave()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        await HireAsync(manager, "LV1", "休假人");
        await installation.DeliverEventsAsync();
        (await installation.WithAsync<ServiceDbContext, string>(db => db.Set<Technician>().Where(t => t.Code == "LV1").Select(t => t.Name).SingleAsync())).ShouldBe("休假人");
        var at = new DateTime(2026, 3, 18, 4, 0, 0, DateTimeKind.Utc);
        async Task<Away?> AwayAsync(DateTime when) => (await installation.WithAsync<IStaffDirectory, IReadOnlyDictionary<string, Away>>(s => s.AwayAsync(when, when.AddHours(1), CancellationToken.None))).TryGetValue("LV1", out var why) ? why : null;
        (await AwayAsync(at)).ShouldBeNull();
        var entered = await manager.SubmitAsync("/Staff/Roster/Leave", new() { ["EmployeeId"] = await IdAsync("LV1"), ["From"] = "2026-03-18", ["To"] = "2026-03-19" }, with: "[name='Input.EmployeeId']");
        (await AwayAsync(at)).ShouldBeNull("asked for is not approved");
        (await manager.SubmitAsync(entered.ShouldBeOk(), new() { ["Act"] = "approve" }, with: "button[value=approve]")).ShouldBeOk();
        (await AwayAsync(at)).ShouldBe(Away.OnLeave);
        (await AwayAsync(at.AddDays(2))).ShouldBeNull();
        (await AwayAsync(new DateTime(2025, 12, 30, 4, 0, 0, DateTimeKind.Utc))).ShouldBe(Away.Left, "not hired yet");
        (await manager.SubmitAsync("/Staff/Roster/Leave", new() { ["EmployeeId"] = await IdAsync("LV1"), ["From"] = "2026-03-19", ["To"] = "2026-03-25" }, with: "[name='Input.EmployeeId']")).Text.ShouldContain("has leave from 2026-03-18 to 2026-03-19 already");
        // out of the hours of work is said, and only that
        (await manager.SubmitAsync("/Staff/Roster", new() { ["Week.Whose"] = $"person:{await IdAsync("LV1")}", ["Week.From"] = "2026-03-02", ["Week.Starts"] = "08:00", ["Week.Ends"] = "17:00" }, with: "[name='Week.Whose']")).ShouldBeOk();
        (await AwayAsync(at.AddDays(2))).ShouldBeNull("a Friday at noon");
        (await AwayAsync(at.AddDays(2).AddHours(6))).ShouldBe(Away.OffShift, "at 18:00");
        (await AwayAsync(at.AddDays(3))).ShouldBe(Away.OffShift, "on a Saturday");
    }

    [Fact]
    public async Task leave_is_asked_by_the_employee_and_granted_by_whoever_leads_never_by_oneself()
    {
        var (manager, leader, employee) = (await installation.AsAsync(Roles.Manager), await installation.AsAsync(Roles.Trainer), await installation.AsAsync(Roles.Technician));
        foreach (var (number, name) in new[] { ("trainer-1", "组长"), ("technician-1", "组员") }) await HireAsync(manager, number, name);
        var team = (await manager.SubmitAsync("/Staff/Teams", new() { ["Code"] = "请假组", ["From"] = "2026-01-01" }, with: "[name='Input.Code']")).ShouldBeOk();
        foreach (var number in new[] { "trainer-1", "technician-1" })
        {
            var id = await installation.WithAsync<StaffDbContext, Guid>(db => db.Set<Employee>().Where(e => e.Number == number).Select(e => e.PublicId).SingleAsync());
            (await manager.SubmitAsync($"/Staff/People/Move/{id}", new() { ["From"] = "2026-02-01", ["TeamId"] = await TeamAsync("请假组") })).ShouldBeOk();
        }
        await installation.WithAsync<StaffDbContext>(async db =>
        {
            var formed = await db.Set<Team>().Include(t => t.Leaders).SingleAsync(t => t.Code == "请假组");
            formed.NameLeader(await db.Set<Employee>().Where(e => e.Number == "trainer-1").Select(e => e.Id).SingleAsync(), Day("2026-02-01"));
            await db.SaveChangesAsync();
        });
        var at = new DateTime(2026, 4, 1, 4, 0, 0, DateTimeKind.Utc);
        async Task<Away?> AwayAsync() => (await installation.WithAsync<IStaffDirectory, IReadOnlyDictionary<string, Away>>(s => s.AwayAsync(at, at.AddHours(1), CancellationToken.None))).TryGetValue("technician-1", out var why) ? why : null;

        var asked = await employee.SubmitAsync("/Staff/Roster/Mine", new() { ["From"] = "2026-04-01", ["To"] = "2026-04-02", ["Reason"] = "家事" }, with: "[name='Input.Reason']");
        asked.ShouldBeOk().Text.ShouldContain("家事");
        (await employee.SubmitAsync("/Staff/Roster/Mine", new() { ["From"] = "2026-04-02", ["To"] = "2026-04-03" }, with: "[name='Input.Reason']")).Text.ShouldContain("has leave from 2026-04-01 to 2026-04-02 already");
        (await AwayAsync()).ShouldBeNull("asked for is not granted");
        (await employee.SubmitAsync(asked, new() { ["Act"] = "approve" }, with: "button[value=cancel]")).Status.ShouldBe(HttpStatusCode.NotFound, "nobody grants the own leave");
        var list = (await leader.OpenAsync("/Staff/Roster/Mine")).ShouldBeOk();
        list.Text.ShouldContain("组员");
        (await leader.SubmitAsync(list, new() { ["Act"] = "approve" }, with: "button[value=approve]")).ShouldBeOk().Text.ShouldNotContain("家事");
        (await AwayAsync()).ShouldBe(Away.OnLeave);
        (await employee.SubmitAsync("/Staff/Roster/Mine", new() { ["Act"] = "cancel" }, with: "button[value=cancel]")).ShouldBeOk();
        (await AwayAsync()).ShouldBeNull("taken back before it began");
    }

    async Task<string> TeamAsync(string code) => (await installation.WithAsync<StaffDbContext, long>(db => db.Set<Team>().Where(t => t.Code == code).Select(t => t.Id).SingleAsync())).ToString(System.Globalization.CultureInfo.InvariantCulture);

    async Task<string> IdAsync(string number) => (await installation.WithAsync<StaffDbContext, long>(db => db.Set<Employee>().Where(e => e.Number == number).Select(e => e.Id).SingleAsync())).ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task whoever_leaves_has_a_list_of_what_is_to_be_handed_over()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        await installation.AsAsync(Roles.Cashier);
        var account = (await installation.WithAsync<IAccountNames, IReadOnlyList<AccountName>>(a => a.InRoleAsync(Roles.Cashier, CancellationToken.None)))[0];
        var id = await HireAsync(manager, "GO1", "离职人");
        (await manager.SubmitAsync($"/Staff/People/Edit/{id}", new() { ["AccountId"] = account.Id, ["Skills"] = "焊接，电路", ["Areas"] = "姑苏区" })).ShouldBeOk().Text.ShouldContain("焊接");
        (await manager.SubmitAsync($"/Staff/People/Devices/{id}", new() { ["Device.Name"] = "工作手机", ["Device.On"] = "2026-01-05" }, with: "[name='Device.Name']")).ShouldBeOk();
        var (instrument, control) = await CarriesAsync(account);
        var page = await manager.SubmitAsync($"/Staff/People/Leave/{id}", new() { ["LastDay"] = "2026-03-11", ["Reason"] = "辞职" }, with: "[name='Input.LastDay']");
        foreach (var open in new[] { "工作手机", "检漏仪", "每周抽检" }) page.ShouldBeOk().Text.ShouldContain(open);
        (await manager.SubmitAsync($"/Service/Parts/Calibrate/{instrument}", new() { ["Technician"] = "" }, with: "[name=Technician]")).ShouldBeOk();
        await installation.WithAsync<RiskDbContext>(async db =>
        {
            (await db.Set<Control>().SingleAsync(c => c.PublicId == control)).HandOver(new Owner(null, "接手人"));
            await db.SaveChangesAsync();
        });
        page = await manager.OpenAsync($"/Staff/People/Leave/{id}");
        foreach (var handedOver in new[] { "检漏仪", "每周抽检" }) page.Text.ShouldNotContain(handedOver);
        page = await manager.SubmitAsync(page, [], with: "form[action*=Devices] button");
        page = await manager.OpenAsync($"/Staff/People/Leave/{id}");
        page = await manager.SubmitAsync(page, [], with: "form[action*=Close] button");
        page.ShouldBeOk().Text.ShouldContain("Everything is handed over.");
        (await installation.WithAsync<IAccountNames, IReadOnlyList<AccountName>>(a => a.InRoleAsync(Roles.Cashier, CancellationToken.None))).ShouldNotContain(a => a.Id == account.Id, "the account is closed");
        (await installation.WithAsync<IEmployees, EmployeeInBrief?>(e => e.ByNumberAsync("GO1", Day("2026-03-12"), CancellationToken.None)))!.Position.ShouldBeNull();
    }

    /// <summary>What the person who leaves still carries and answers for in other modules.</summary>
    async Task<(Guid Instrument, Guid Control)> CarriesAsync(AccountName account)
    {
        await installation.DeliverEventsAsync();
        var instrument = await installation.WithAsync<ServiceDbContext, Guid>(async db =>
        {
            var carried = Instrument.Register("JL-GO1", "检漏仪", null, await db.Set<Technician>().Where(t => t.Code == "GO1").Select(t => t.Id).SingleAsync(), Day("2026-01-01"), Day("2027-01-01"), null, installation.Now);
            db.Add(carried);
            await db.SaveChangesAsync();
            return carried.PublicId;
        });
        return (instrument, await installation.WithAsync<RiskDbContext, Guid>(async db =>
        {
            var risk = RegisteredRisk.Register(new RiskFacts(RiskCategory.Quality, "漏检", "未抽检", "漏气未查出", "伤人", RiskResponse.Reduce, new Owner(null, "质量专员")), new Levels(new Level(3, 4), new Level(2, 4), new Level(1, 4)), new RiskPolicy(), Day("2026-03-01"), installation.Now, new Actor("q", "质量专员"));
            db.Add(risk);
            await db.SaveChangesAsync();
            var control = Control.Introduce(ControlKind.Detective, "每周抽检", "抽五单", new Owner(account.Id, account.DisplayName), 6, [risk.Id], Day("2026-03-01"), installation.Now);
            db.Add(control);
            await db.SaveChangesAsync();
            return control.PublicId;
        }));
    }

    [Fact]
    public async Task people_start_from_a_template_in_xlsx_that_the_import_itself_takes()
    {
        await installation.AsAsync(Roles.Manager);
        var path = installation.Folder.In("people-template.xlsx");
        (await installation.RunAsync(["import", "employees", path, "--template"])).ShouldSucceed();
        var ran = await installation.RunAsync(["import", "employees", path, "--json"]);
        Counts(ran).ShouldBe((1, 0, 0, 0), ran.Out);
        Counts(await installation.RunAsync(["import", "employees", path, "--json"])).ShouldBe((0, 0, 1, 0));
        var manager = await installation.AsAsync(Roles.Manager);
        (await manager.Http.GetAsync("/Staff/Import/training?handler=Template")).Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    [Fact]
    public async Task trainings_of_the_past_come_in_once_with_missing_scores_missing_and_bad_cells_named()
    {
        await installation.AsAsync(Roles.Manager);
        await ImportAsync("employees", "employee_no,employee_name,position,hired_on\nTP1,甲,technician,2024-01-01\nTP2,乙,technician,2024-01-01\nTP3,丙,technician,2024-01-01");
        await installation.WithAsync<StaffDbContext>(async db =>
        {
            db.Add(Course.Create("PAST", new CourseFacts("旧课程", null, CourseContent.Theory, CourseMethod.Classroom, 8, new Marks { TheoryMax = 100, TheoryPass = 80 }, AttemptRule.Best, null, 30, null, null, null, null, []), installation.Now));
            await db.SaveChangesAsync();
        });
        const string Rows = """
            课程,培训日期,工号,参训学时,理论成绩,remark
            PAST,2025-06-12,TP1,8,91,手法熟练
            旧课程,2025-06-12,TP2,8,
            PAST,2025-06-12,TP3,缺勤,
            PAST,2025-07-01,TP1,8,101
            NONE,2025-06-12,TP1,8,90
            PAST,2025-06-12,NOBODY,8,90
            PAST,2027-06-12,TP2,8,90
            """;
        var ran = await ImportAsync("training", Rows);
        Counts(ran).ShouldBe((3, 0, 0, 4), ran.Out);
        JsonNode.Parse(ran.Out)!["rejects"]!.AsArray().Select(r => $"{r!["line"]} {r["column"]}").ShouldBe(["5 theory", "6 course", "7 employee_no", "8 held_on"]);
        var seats = await installation.WithAsync<StaffDbContext, List<(string, TrainingOutcome, double?)>>(async db => (await db.Set<Session>().Where(s => s.CourseId == db.Set<Course>().Single(c => c.Code == "PAST").Id).SelectMany(s => s.Participants).OrderBy(p => p.Code).ToListAsync()).ConvertAll(p => (p.Code, p.Outcome, p.Theory)));
        seats.ShouldBe([("TP1", TrainingOutcome.Passed, 91), ("TP2", TrainingOutcome.Incomplete, null), ("TP3", TrainingOutcome.Absent, null)]);
        Counts(await ImportAsync("training", Rows)).ShouldBe((0, 0, 3, 4));
    }

    [Fact]
    public async Task bad_rows_of_people_and_certificates_are_named_and_good_ones_go_in_once()
    {
        await installation.AsAsync(Roles.Manager);
        const string People = """
            工号,姓名,岗位,班组,等级,入职日期,上级工号,负责区域
            IM1,经理甲,经理,,,2025-01-01,,
            IM2,工程师乙,technician,导入组,中级,2025-02-01,IM1,姑苏区
            IM3,丙,astronaut,,,2025-01-01,,
            IM4,,technician,,,2025-01-01,,
            IM5,戊,technician,,,not a day,,
            IM6,己,technician,,,2025-01-01,NOBODY,
            IM7,庚,technician,,,2025-01-01,,月球区
            """;
        for (var round = 1; round <= 2; round++)
        {
            var ran = await ImportAsync("employees", People);
            ran.Exit.ShouldBe(4);
            Counts(ran).ShouldBe(round == 1 ? (2, 0, 0, 5) : (0, 0, 2, 5));
            JsonNode.Parse(ran.Out)!["rejects"]!.AsArray().Select(r => $"{r!["line"]} {r["column"]}").ShouldBe(["4 position", "5 employee_name", "6 hired_on", "7 supervisor_no", "8 areas"]);
        }
        var someone = (await installation.WithAsync<IEmployees, EmployeeInBrief?>(e => e.ByNumberAsync("IM2", Day("2026-03-11"), CancellationToken.None)))!;
        (someone.Team, someone.Grade, someone.Supervisor).ShouldBe(("导入组", "中级", "IM1"));

        const string Certificates = """
            employee_no,certificate_no,issuer,certificate_kind,product_types,issued_on,expires_on
            IM2,Z-1,晨光,厂家,"gas_storage;太阳能",2026-01-01,2026-12-31
            IM9,Z-2,晨光,brand,solar,2026-01-01,2026-12-31
            IM2,Z-3,晨光,brand,moonlight,2026-01-01,2026-12-31
            IM2,Z-4,晨光,brand,solar,2026-01-01,2025-12-31
            IM2,Z-5,晨光,own,,2026-01-01,
            """;
        for (var round = 1; round <= 2; round++)
        {
            var ran = await ImportAsync("certificates", Certificates);
            Counts(ran).ShouldBe(round == 1 ? (1, 0, 0, 4) : (0, 0, 1, 4));
            JsonNode.Parse(ran.Out)!["rejects"]!.AsArray().Select(r => $"{r!["line"]} {r["column"]}").ShouldBe(["3 employee_no", "4 product_types", "5 expires_on", "6 product_types"]);
        }
        Counts(await ImportAsync("certificates", "employee_no,certificate_no,issuer,certificate_kind,product_types,issued_on,expires_on\nIM2,Z-1,晨光,brand,solar,2026-01-01,2027-12-31")).ShouldBe((0, 1, 0, 0));
    }

    [Fact]
    public async Task an_import_brings_what_an_authoritys_certificate_allows_also_to_one_that_is_known()
    {
        await ImportAsync("employees", "employee_no,employee_name,position,hired_on\nOC1,证书人,technician,2024-01-01");
        const string Head = "employee_no,certificate_no,issuer,certificate_kind,issued_on,expires_on,outside_trade,counts_in\n";
        Counts(await ImportAsync("certificates", Head + "OC1,OC-1,市场监管局,authority,2026-01-01,2027-12-31,,")).ShouldBe((1, 0, 0, 0));
        var given = Head + "OC1,OC-1,市场监管局,authority,2026-01-01,2027-12-31,gas,320500";
        Counts(await ImportAsync("certificates", given)).ShouldBe((0, 1, 0, 0));
        Counts(await ImportAsync("certificates", given)).ShouldBe((0, 0, 1, 0));
        Counts(await ImportAsync("certificates", Head + "OC1,OC-1,市场监管局,authority,2026-01-01,2027-12-31,,")).ShouldBe((0, 0, 1, 0)); // empty cells take nothing away
        var kept = await installation.WithAsync<StaffDbContext, Certificate>(db => db.Set<Certificate>().SingleAsync(c => c.Number == "OC-1"));
        (kept.Trade, kept.CountsIn).ShouldBe((OutsideTrade.Gas, "3205"));
        var wrong = await ImportAsync("certificates", Head + "OC1,OC-2,市场监管局,authority,2026-01-01,,astronaut,\nOC1,OC-3,市场监管局,authority,2026-01-01,,gas,999\nOC1,OC-4,晨光,own,2026-01-01,,gas,");
        JsonNode.Parse(wrong.Out)!["rejects"]!.AsArray().Select(r => $"{r!["line"]} {r["column"]}").ShouldBe(["2 outside_trade", "3 counts_in", "4 product_types"]);
    }

    [Fact]
    public async Task an_import_brings_skills_and_the_last_day()
    {
        const string People = "employee_no,employee_name,position,hired_on,left_on,skills\nLS1,走人,technician,2024-01-01,2025-12-31,焊接；电路检修\nLS2,留人,technician,2024-01-01,,\nLS3,反,technician,2024-01-01,2023-12-31,";
        var ran = await ImportAsync("employees", People);
        Counts(ran).ShouldBe((2, 0, 0, 1));
        JsonNode.Parse(ran.Out)!["rejects"]!.AsArray().Select(r => $"{r!["line"]} {r["column"]}").ShouldBe(["4 left_on"]);
        Counts(await ImportAsync("employees", People)).ShouldBe((0, 0, 2, 1));
        var left = await installation.WithAsync<StaffDbContext, Employee>(db => db.Set<Employee>().Include(e => e.Skills).SingleAsync(e => e.Number == "LS1"));
        left.LeftOn.ShouldBe(Day("2025-12-31"));
        left.Skills.Select(s => s.Name).ShouldBe(["焊接", "电路检修"], ignoreOrder: true);
    }
}
