using System.Net;
using System.Text.Json;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Staff.Certificates;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Staff;

/// <summary>Sessions on the server: two trainers on one sheet, pasted rows, plain forms, tests by link, certificates by a pass.</summary>
public sealed class TrainersAtWork(Installation installation) : IClassFixture<Installation>
{
    static readonly Actor Trainer = new("t", "周敏");
    static int _made;

    [Fact]
    public async Task two_trainers_enter_30_times_4_cells_at_once_and_nothing_is_lost()
    {
        var (session, seats) = await SessionAsync(30);
        SheetColumn[] columns = [SheetColumn.Attendance, SheetColumn.Theory, SheetColumn.Practical, SheetColumn.Remark];
        async Task EnterAsync(string trainer, Func<int, string> value)
        {
            foreach (var (seat, i) in seats.Select((s, i) => (s, i)))
                await installation.WithAsync<WriteCells>(cells => cells.WriteAsync(session, [.. columns.Select(c => new TypedCell(seat, c, c == SheetColumn.Attendance ? (trainer == "甲" ? "8" : "7.5") : value(i), 0, PublicId.New(installation.Now), installation.Now))], trainer, CancellationToken.None));
        }

        await Task.WhenAll(Task.Run(() => EnterAsync("甲", i => $"{60 + i}")), Task.Run(() => EnterAsync("乙", i => $"{61 + i}")));

        var (cells, entries) = await installation.WithAsync<StaffDbContext, (List<SheetCell>, List<SheetEntry>)>(async db =>
            (await db.Set<SheetCell>().AsNoTracking().Where(c => seats.Contains(c.ParticipantId)).ToListAsync(), await db.Set<SheetEntry>().AsNoTracking().Where(e => seats.Contains(e.ParticipantId)).ToListAsync()));
        cells.Count.ShouldBe(120);
        foreach (var cell in cells)
        {
            var history = entries.Where(e => e.ParticipantId == cell.ParticipantId && e.Column == cell.Column).OrderBy(e => e.Version).ToList();
            history.Select(e => (e.Version, e.By)).ShouldBe([(1, history[0].By), (2, history[0].By == "甲" ? "乙" : "甲")], $"{cell.ParticipantId} {cell.Column}");
            (cell.Value, cell.Version, cell.IsContested).ShouldBe((history[1].Value, 2, true)); // the last saved value stands, the other is in the history and said to be there
        }
    }

    [Fact]
    public async Task of_30_pasted_rows_exactly_the_two_bad_scores_are_marked_and_the_others_saved()
    {
        var (session, seats) = await SessionAsync(30);
        var trainer = await installation.AsAsync(Roles.Trainer);
        var page = (await trainer.OpenAsync($"/Staff/Training/Sheet/{session}")).ShouldBeOk();
        var pasted = seats.Select((s, i) => new { participant = s, column = 1, value = i == 4 ? "101" : i == 17 ? "ninety" : $"{70 + i}", seen = 0, entry = PublicId.New(installation.Now), at = installation.Now }).ToList();
        for (var sending = 1; sending <= 2; sending++) // the connection broke before the answer came: sent again, written once
        {
            var written = await PostCellsAsync(trainer, page, session, pasted);
            written.Where(w => w.GetProperty("error").ValueKind == JsonValueKind.String).Select(w => w.GetProperty("participant").GetInt64()).ShouldBe([seats[4], seats[17]]);
        }
        var entries = await installation.WithAsync<StaffDbContext, List<SheetEntry>>(db => db.Set<SheetEntry>().AsNoTracking().Where(e => seats.Contains(e.ParticipantId)).ToListAsync());
        entries.Count.ShouldBe(28);
        entries.ShouldAllBe(e => e.Version == 1);
        (await trainer.OpenAsync($"/Staff/Training/Sheet/{session}?handler=Cells")).Body.ShouldContain("\"value\":\"99\"");
    }

    [Fact]
    public async Task the_sheet_is_a_plain_form_too_and_shows_what_it_refuses()
    {
        var (session, seats) = await SessionAsync(3);
        var trainer = await installation.AsAsync(Roles.Trainer);
        var url = $"/Staff/Training/Sheet/{session}";
        var refused = await trainer.SubmitAsync(url, new() { [$"v-{seats[0]}-1"] = "88", [$"v-{seats[1]}-1"] = "188" }, with: "#sheet");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Find($"#c-{seats[1]}-1").GetAttribute("value").ShouldBe("188");
        refused.Find($"#e-{seats[1]}-1").TextContent.ShouldContain("from 0 to 100");
        refused.Document.QuerySelectorAll("[aria-invalid]").Length.ShouldBe(1);
        (await trainer.OpenAsync(url)).Find($"#c-{seats[0]}-1").GetAttribute("value").ShouldBe("88");
        // a form from before somebody else's entry leaves that entry alone
        var old = await trainer.OpenAsync(url);
        await WriteAsync(session, seats[2], SheetColumn.Theory, "93");
        (await trainer.SubmitAsync(old, new() { [$"v-{seats[0]}-3"] = "认真" }, with: "#sheet")).ShouldBeOk();
        (await trainer.OpenAsync(url)).Find($"#c-{seats[2]}-1").GetAttribute("value").ShouldBe("93");
        (await trainer.OpenAsync($"/Staff/Training/CellHistory/{session}?participant={seats[0]}")).ShouldBeOk().Text.ShouldContain("认真");
    }

    [Fact]
    public async Task a_pass_issues_the_certificate_and_the_next_one_renews_it_and_a_retake_is_another_attempt()
    {
        var (session, seats) = await SessionAsync(3);
        foreach (var (seat, score) in seats.Zip(["90", "50", null])) await WriteAsync(session, seat, SheetColumn.Theory, score);
        foreach (var seat in seats) await WriteAsync(session, seat, SheetColumn.Practical, "95");
        (await CloseAsync(session, "2027-01-01")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity); // results to come
        (await CloseAsync(session)).ShouldBeOk().Text.ShouldContain("Sheet signed: 1 of 2 passed"); // the third has no theory score: not assessed, not failed
        var people = await ParticipantsAsync(session);
        people.Select(p => (p.Outcome, p.Attempt)).ShouldBe([(TrainingOutcome.Passed, 1), (TrainingOutcome.Failed, 1), (TrainingOutcome.Incomplete, 0)]);
        var certificate = await CertificateAsync(people[0].Certificate!);
        (certificate.IssuedOn, certificate.ExpiresOn, certificate.On(new DateOnly(2026, 3, 12))).ShouldBe((new DateOnly(2026, 3, 11), new DateOnly(2027, 3, 10), CertificateState.Valid));
        people[1].Certificate.ShouldBeNull();

        var trainer = await installation.AsAsync(Roles.Trainer);
        var planned = (await trainer.SubmitAsync($"/Staff/Training/PlanSession?retakeOf={session}", new() { ["StartsAt"] = "2026-03-11T08:51", ["EndsAt"] = "2026-03-11T08:59", ["Where"] = "B" })).ShouldBeOk();
        var again = Guid.Parse(planned.Url.Segments[^1]);
        var second = await ParticipantsAsync(again);
        second.Select(p => p.Code).ShouldBe([people[1].Code, people[2].Code]);
        foreach (var seat in second)
        {
            await WriteAsync(again, seat.Id, SheetColumn.Theory, "85");
            await WriteAsync(again, seat.Id, SheetColumn.Practical, "85");
        }
        (await CloseAsync(again)).ShouldBeOk();
        (await ParticipantsAsync(again)).Select(p => (p.Outcome, p.Attempt)).ShouldBe([(TrainingOutcome.Passed, 2), (TrainingOutcome.Passed, 1)]);
    }

    [Fact]
    public async Task a_test_on_the_phone_is_sat_once_and_its_score_goes_onto_the_sheet()
    {
        var (session, seats) = await SessionAsync(2, questions: 4);
        var trainer = await installation.AsAsync(Roles.Trainer);
        var link = (await trainer.SubmitAsync($"/Staff/Training/Session/{session}", new() { ["purpose"] = "TestAfter" }, with: "button[name=purpose]")).ShouldBeOk().Find(".sign-sheet a").GetAttribute("href")!;
        var code = (await ParticipantsAsync(session))[0].Code;
        using var phone = installation.Anonymous();
        (await phone.SubmitAsync(new Uri(link).AbsolutePath, new() { ["Code"] = "T-nobody" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var test = (await phone.SubmitAsync(new Uri(link).AbsolutePath, new() { ["Code"] = code })).ShouldBeOk();
        var choices = test.Document.QuerySelectorAll("fieldset").Select(f => (Name: f.QuerySelector("input")!.GetAttribute("name")!, Wrong: f.QuerySelectorAll("label").First(l => !l.TextContent.Contains("right", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value"), Right: f.QuerySelectorAll("label").First(l => l.TextContent.Contains("right", StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value"))).ToList();
        choices.Count.ShouldBe(4);
        var sent = choices.Select((c, i) => (c.Name, Value: i == 0 ? c.Wrong : c.Right)).ToDictionary(c => c.Name, c => c.Value);
        (await phone.SubmitAsync(test, sent)).ShouldBeOk().Text.ShouldContain("75%");
        (await phone.SubmitAsync(new Uri(link).AbsolutePath, new() { ["Code"] = code })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await trainer.OpenAsync($"/Staff/Training/Sheet/{session}")).Find($"#c-{seats[0]}-1").GetAttribute("value").ShouldBe("75");
        (await trainer.OpenAsync($"/Staff/Training/Course/{await CourseOfAsync(session)}")).ShouldBeOk();
    }

    [Fact]
    public async Task people_sign_in_by_the_code_of_the_room_and_react_without_their_name()
    {
        var (session, seats) = await SessionAsync(2, endsIn: 60);
        var trainer = await installation.AsAsync(Roles.Trainer);
        async Task<string> LinkAsync(string purpose) => new Uri((await trainer.SubmitAsync($"/Staff/Training/Session/{session}", new() { ["purpose"] = purpose }, with: "button[name=purpose]")).ShouldBeOk().Find(".sign-sheet a").GetAttribute("href")!).AbsolutePath;
        var first = await LinkAsync("SignIn");
        var second = await LinkAsync("SignIn");
        using var phone = installation.Anonymous();
        (await phone.OpenAsync(first)).Status.ShouldBe(HttpStatusCode.NotFound); // a new code ends the old one
        var code = (await ParticipantsAsync(session))[1].Code;
        (await phone.SubmitAsync(second, new() { ["Code"] = code.ToLowerInvariant() })).ShouldBeOk();
        (await trainer.OpenAsync($"/Staff/Training/Sheet/{session}")).Find($"#c-{seats[1]}-0").GetAttribute("value").ShouldBe("8");
        var form = await LinkAsync("Reaction");
        (await phone.SubmitAsync(form, new() { ["Code"] = code, ["Content"] = "5" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await phone.SubmitAsync(form, new() { ["Code"] = code, ["Content"] = "5", ["Trainer"] = "4", ["Useful"] = "3" })).ShouldBeOk();
        (await phone.SubmitAsync(form, new() { ["Code"] = code, ["Content"] = "1", ["Trainer"] = "1", ["Useful"] = "1" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await installation.WithAsync<StaffDbContext, int>(db => db.Set<Reaction>().CountAsync(r => r.Content == 5 && r.Useful == 3))).ShouldBe(1);
    }

    [Fact]
    public async Task a_pass_mark_above_the_highest_score_is_refused_with_a_sentence()
    {
        var trainer = await installation.AsAsync(Roles.Trainer);
        var refused = await trainer.SubmitAsync("/Staff/Training/EditCourse", new() { ["Code"] = "X1", ["Name"] = "X", ["TheoryMax"] = "100", ["TheoryPass"] = "120" });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("The pass mark 120 lies above the highest score 100");
    }

    Task WriteAsync(Guid session, long seat, SheetColumn column, string? value) => installation.WithAsync<WriteCells>(cells =>
        cells.WriteAsync(session, [new TypedCell(seat, column, value, 0, PublicId.New(installation.Now), installation.Now)], "周敏", CancellationToken.None));

    async Task<Shown> CloseAsync(Guid session, string on = "2026-03-11") => await (await installation.AsAsync(Roles.Trainer)).SubmitAsync($"/Staff/Training/Sheet/{session}", new() { ["ResultsOn"] = on }, with: "#results");

    Task<List<Participant>> ParticipantsAsync(Guid session) => installation.WithAsync<StaffDbContext, List<Participant>>(async db => [.. (await db.Set<Session>().AsNoTracking().OneAsync(session, CancellationToken.None)).Seated]);

    Task<Certificate> CertificateAsync(string number) => installation.WithAsync<StaffDbContext, Certificate>(db => db.Set<Certificate>().AsNoTracking().Include(c => c.Suspensions).SingleAsync(c => c.Number == number));

    Task<Guid> CourseOfAsync(Guid session) => installation.WithAsync<StaffDbContext, Guid>(db => (from s in db.Set<Session>() join c in db.Set<Course>() on s.CourseId equals c.Id where s.PublicId == session select c.PublicId).SingleAsync());

    async Task<List<JsonElement>> PostCellsAsync(Visitor trainer, Shown page, Guid session, object cells)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", page.Find("#sheet [name=__RequestVerificationToken]").GetAttribute("value")!), new("cells", JsonSerializer.Serialize(cells))]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/Staff/Training/Sheet/{session}?handler=Cells") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await trainer.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonSerializer.Deserialize<List<JsonElement>>(await answer.Content.ReadAsStringAsync())!;
    }

    /// <summary>A session of this morning, with people on it; over unless told.</summary>
    async Task<(Guid Session, List<long> Seats)> SessionAsync(int people, int questions = 0, int endsIn = -10) => await installation.WithAsync<StaffDbContext, (Guid, List<long>)>(async db =>
    {
        var n = Interlocked.Increment(ref _made);
        var course = Course.Create($"C{n}", new CourseFacts($"课程{n}", null, CourseContent.Practical, CourseMethod.Classroom, 8, new Marks { TheoryMax = 100, TheoryPass = 80, PracticalMax = 100, PracticalPass = 80 }, AttemptRule.Best, null, 30, null, "上岗证", "中级", 12, ["gas_storage"]), installation.Now);
        db.Add(course);
        await db.SaveChangesAsync();
        for (var q = 0; q < questions; q++) db.Add(BankQuestion.Write(course.Id, BankQuestionKind.Single, $"question {n}.{q}", "*right\nwrong\nworse", null, installation.Now));
        var ends = installation.Now.AddMinutes(endsIn);
        var session = Session.Plan(course, null, new SessionFacts(ends.AddHours(-2), ends, new DateOnly(2026, 3, 11), "教室", "周敏", 40), new TrainingPolicy(), ends.AddDays(-3), Trainer);
        for (var i = 0; i < people; i++)
        {
            var employee = Employee.Hire($"S{n}-{i:00}", $"学员{n}-{i}", new Placing(null, Roles.Technician), new DateOnly(2025, 1, 1), installation.Now, Trainer);
            db.Add(employee);
            session.Enrol(new TrainedPerson(employee.PublicId, employee.Number, employee.Name), ends.AddDays(-2), Trainer);
        }
        db.Add(session);
        await db.SaveChangesAsync();
        return (session.PublicId, [.. session.Seated.Select(p => p.Id)]);
    });
}
