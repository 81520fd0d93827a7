using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AfterSales.Host.Data;
using AfterSales.Host.Integrations;
using AfterSales.Host.Operations;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Api;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>Another program at the door of <c>/api/v1</c>.</summary>
internal sealed class Caller(Installation installation, string? token) : IDisposable
{
    readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = installation.Address };

    public void Dispose() => _http.Dispose();

    /// <summary>Makes a token as the administrator does, by the page.</summary>
    public static async Task<Caller> WithAsync(Installation installation, params string[] scopes)
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        var form = (await owner.OpenAsync("/Integrations/AddToken")).ShouldBeOk();
        return new Caller(installation, await MakeAsync(owner, form, "ERP " + FreshKey(installation)[^8..], scopes));
    }

    public static async Task<string> MakeAsync(Visitor owner, Shown form, string name, string[] scopes, string? lastDay = null)
    {
        using var content = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", form.Find("main form input[name=__RequestVerificationToken]").GetAttribute("value")!), new("Input.Name", name), new("Input.LastDay", lastDay ?? ""), .. scopes.Select(s => new KeyValuePair<string, string>("Input.Scopes", s)),
        ]);
        using var answer = await owner.Http.PostAsync("/Integrations/AddToken", content);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        var token = System.Text.RegularExpressions.Regex.Match(body, "aft_[A-Za-z0-9_-]{43}").Value;
        token.ShouldNotBeEmpty(body);
        return token;
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, string? key = null, string? match = null, string language = "en")
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        if (body is not null) request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return new Answer(answer.StatusCode, answer.Headers, answer.Content.Headers.ContentType?.MediaType, text);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);
    public Task<Answer> PostAsync(string path, object body, string? key = null) => SendAsync(HttpMethod.Post, path, body, key ?? FreshKey(installation));

    public static string FreshKey(Installation installation) => PublicId.New(installation.Now).ToString();
}

internal sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, string? Media, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public Answer ShouldBe(HttpStatusCode status)
    {
        Status.ShouldBe(status, Body);
        if ((int)status < 400) return this;
        Media.ShouldBe("application/problem+json", Body);
        Json.GetProperty("status").GetInt32().ShouldBe((int)status);
        Json.GetProperty("reference").GetString().ShouldNotBeNullOrEmpty();
        return this;
    }

    public string? Text(string property) => Json.GetProperty(property).GetString();
    public IEnumerable<string> Pointers => Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString()!);
}

/// <summary>Other programs get in by a token with a scope, act under their own name, and are refused in words that a program reads.</summary>
public sealed class CallingTheApi(Installation installation) : IClassFixture<Installation>
{
    static readonly object Order = new { name = "张伟", phone = "13800138000", address = "文一路 188 号", kind = "repair", channel = "phone", description = "不出热水" };

    [Fact]
    public async Task opens_each_operation_to_a_token_with_its_scope_and_to_nothing_else()
    {
        using var nobody = new Caller(installation, null);
        using var stranger = new Caller(installation, "aft_" + new string('A', 43));
        var operations = installation.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<ApiOperation>() is not null).ToList();
        operations.Count.ShouldBeGreaterThan(15);
        using var all = await Caller.WithAsync(installation, [.. TokenScopes.All]);
        foreach (var scope in TokenScopes.All)
        {
            using var without = await Caller.WithAsync(installation, [.. TokenScopes.All.Where(s => s != scope)]);
            foreach (var endpoint in operations.Where(e => e.Metadata.GetMetadata<ApiOperation>()!.Scope == scope))
            {
                var method = new HttpMethod(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]);
                var path = endpoint.RoutePattern.RawText!.Replace("{number}", "NONE-1", StringComparison.Ordinal).Replace("{id:guid}", Caller.FreshKey(installation), StringComparison.Ordinal).Replace("{code}", "no_such_indicator", StringComparison.Ordinal);
                var body = method == HttpMethod.Get ? null : "{}";
                (await nobody.SendAsync(method, path, body, "k")).ShouldBe(HttpStatusCode.Unauthorized).Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
                (await stranger.SendAsync(method, path, body, "k")).ShouldBe(HttpStatusCode.Unauthorized);
                (await without.SendAsync(method, path, body, "k")).ShouldBe(HttpStatusCode.Forbidden).Headers.WwwAuthenticate.ToString().ShouldContain(scope);
                var let = await all.SendAsync(method, path, body, Caller.FreshKey(installation), "\"1\"");
                ((int)let.Status).ShouldBeOneOf(200, 400, 404, 422);
                if (path.Contains("NONE-1", StringComparison.Ordinal) && method == HttpMethod.Get || path.Contains("no_such", StringComparison.Ordinal)) let.Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
            }
            installation.Time.Advance(TimeSpan.FromMinutes(1)); // sixty calls a minute
        }
        (await nobody.GetAsync("/api/v1/no-such-thing")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task takes_no_cookie_for_a_token()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        using var answer = await owner.Http.GetAsync("/api/v1/orders");
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.Location.ShouldBeNull();
    }

    [Fact]
    public async Task takes_an_order_that_a_person_then_finds_with_the_program_in_its_history()
    {
        using var erp = await Caller.WithAsync(installation, "orders.read", "orders.write");
        var made = (await erp.PostAsync("/api/v1/orders", Order)).ShouldBe(HttpStatusCode.Created);
        var number = made.Text("number")!;
        made.Headers.Location!.OriginalString.ShouldBe("/api/v1/orders/" + number);
        made.Headers.ETag!.Tag.ShouldBe("\"1\"");
        made.Json.GetProperty("clocks").EnumerateArray().Select(c => c.GetProperty("clock").GetString()).ShouldBe(["response", "handling"]);
        var explained = (await installation.RunAsync(["order", "explain", number, "--json"])).ShouldSucceed().Json.GetProperty("clocks");
        JsonNode.DeepEquals(JsonNode.Parse(explained.GetRawText()), JsonNode.Parse((await erp.GetAsync("/api/v1/orders/" + number)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("clocks").GetRawText())).ShouldBeTrue();

        var page = await (await installation.AsAsync(Roles.Administrator)).OpenAsync("/Service/Requests/Details/" + number);
        page.ShouldBeOk().Text.ShouldContain("ERP ");
        (await AuditAsync("api.orders.create")).ShouldContain(a => a.Subject.EndsWith(number, StringComparison.Ordinal) && a.ActorId.StartsWith("<token:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task masks_persons_unless_the_token_may_see_them_and_then_writes_it_down()
    {
        using var erp = await Caller.WithAsync(installation, "orders.read", "orders.write", "customers.read", "customers.write");
        using var crm = await Caller.WithAsync(installation, "orders.read", "customers.read", "personal.read");
        var made = (await erp.PostAsync("/api/v1/orders", new { name = "欧阳修", phone = "13611112222", address = "学院路 28 号", kind = "repair", description = "找欧阳先生" })).ShouldBe(HttpStatusCode.Created);
        var (number, customer) = (made.Text("number")!, made.Text("customer")!);
        foreach (var path in new[] { "/api/v1/orders/" + number, "/api/v1/orders?q=" + number, "/api/v1/customers/" + customer, "/api/v1/customers?q=13611112222" })
        {
            var masked = (await erp.GetAsync(path)).ShouldBe(HttpStatusCode.OK).Body;
            foreach (var personal in new[] { "欧阳", "13611112222", "28" + " 号" }) masked.ShouldNotContain(personal, Case.Sensitive, path);
            masked.ShouldContain("欧*");
            masked.ShouldContain("136****2222");
            (await crm.GetAsync(path)).ShouldBe(HttpStatusCode.OK).Body.ShouldContain("13611112222");
        }
        (await AuditAsync("api.persons.seen")).Count(a => a.Subject.Contains(number, StringComparison.Ordinal) || a.Subject.Contains(customer, StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task names_each_wrong_field_by_its_pointer_and_in_the_callers_language()
    {
        using var erp = await Caller.WithAsync(installation, "orders.write", "customers.write", "customers.read");
        var missing = (await erp.PostAsync("/api/v1/orders", new { phone = "13800138000" })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        missing.Pointers.ShouldBe(["/name", "/kind"], ignoreOrder: true);
        (await erp.PostAsync("/api/v1/orders", new { name = "a", kind = "no_such_kind" })).ShouldBe(HttpStatusCode.BadRequest).Pointers.ShouldBe(["/kind"]);
        (await erp.PostAsync("/api/v1/orders", new { name = "a", kind = "repair", colour = "red" })).ShouldBe(HttpStatusCode.BadRequest).Pointers.ShouldBe(["/colour"]);
        (await erp.PostAsync("/api/v1/orders", new { name = "a", kind = "repair", phone = "12" })).ShouldBe(HttpStatusCode.UnprocessableEntity).Pointers.ShouldBe(["/phone"]);
        (await erp.PostAsync("/api/v1/orders", "{\"name\": \"a\",")).ShouldBe(HttpStatusCode.BadRequest);
        (await erp.PostAsync("/api/v1/orders", new { name = "a", kind = "repair", model = "NO-SUCH" })).ShouldBe(HttpStatusCode.UnprocessableEntity).Pointers.ShouldBe(["/model"]);
        var chinese = await erp.SendAsync(HttpMethod.Post, "/api/v1/orders", new { kind = "repair" }, "zh", language: "zh-CN");
        chinese.ShouldBe(HttpStatusCode.UnprocessableEntity).Text("title").ShouldBe("不符合规则。");
    }

    [Fact]
    public async Task changes_only_the_version_that_the_caller_knows()
    {
        using var erp = await Caller.WithAsync(installation, "customers.read", "customers.write", "personal.read");
        var made = (await erp.PostAsync("/api/v1/customers", new { name = "李娜", phone = "13900139001", address = "文三路 90 号" })).ShouldBe(HttpStatusCode.Created);
        var path = made.Headers.Location!.OriginalString;
        var tag = made.Headers.ETag!.Tag;
        (await erp.SendAsync(HttpMethod.Patch, path, new { name = "李娜娜" })).ShouldBe((HttpStatusCode)428);
        (await erp.SendAsync(HttpMethod.Patch, path, new { name = "李娜娜" }, match: "\"77\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        var changed = (await erp.SendAsync(HttpMethod.Patch, path, new { name = "李娜娜", addPhone = new { number = "13700137001" }, address = new { text = "学院路 5 号" } }, match: tag)).ShouldBe(HttpStatusCode.OK);
        changed.Text("name").ShouldBe("李娜娜");
        changed.Json.GetProperty("phones").GetArrayLength().ShouldBe(2);
        changed.Json.GetProperty("addresses").EnumerateArray().Single(a => a.GetProperty("isDefault").GetBoolean()).GetProperty("text").GetString().ShouldBe("学院路 5 号");
        (await erp.SendAsync(HttpMethod.Patch, path, new { name = "x" }, match: tag)).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await erp.SendAsync(HttpMethod.Patch, path, new { addPhone = new { label = "b" } }, match: changed.Headers.ETag!.Tag)).ShouldBe(HttpStatusCode.UnprocessableEntity).Pointers.ShouldBe(["/addPhone/number"]);
        (await AuditAsync("api.customers.update")).Count(a => a.Subject == path).ShouldBe(1);
    }

    [Fact]
    public async Task acts_on_an_order_as_the_pages_do()
    {
        using var erp = await Caller.WithAsync(installation, "orders.read", "orders.write");
        var path = (await erp.PostAsync("/api/v1/orders", Order)).ShouldBe(HttpStatusCode.Created).Headers.Location!.OriginalString;
        (await erp.PostAsync(path + "/attempts", new { result = "no_answer", messageDelivered = true })).ShouldBe(HttpStatusCode.OK);
        (await erp.PostAsync(path + "/urges", new { })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("urged").GetInt32().ShouldBe(1);
        (await erp.SendAsync(HttpMethod.Post, path + "/cancellation", new { reason = "duplicate" }, "c1", "\"1\"")).ShouldBe(HttpStatusCode.PreconditionFailed);
        (await erp.PostAsync(path + "/cancellation", new { reason = "boredom" })).ShouldBe(HttpStatusCode.UnprocessableEntity).Pointers.ShouldBe(["/reason"]);
        var cancelled = (await erp.PostAsync(path + "/cancellation", new { reason = "duplicate" })).ShouldBe(HttpStatusCode.OK);
        cancelled.Text("status").ShouldBe("cancelled");
        cancelled.Json.GetProperty("history").EnumerateArray().Select(h => h.GetProperty("act").GetString()).ShouldBe(["received", "attempted", "urged", "cancelled"]);
        (await erp.PostAsync(path + "/cancellation", new { reason = "duplicate" })).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task gives_a_list_in_parts_each_thing_once()
    {
        using var erp = await Caller.WithAsync(installation, "orders.read", "orders.write", "customers.read", "complaints.read", "complaints.write");
        for (var i = 0; i < 7; i++)
        {
            (await erp.PostAsync("/api/v1/orders", new { name = "客户" + i, phone = "1350000100" + i, kind = "maintenance" })).ShouldBe(HttpStatusCode.Created);
            (await erp.PostAsync("/api/v1/complaints", new { channel = "phone", phone = "1350000100" + i, text = "等了一天" })).ShouldBe(HttpStatusCode.Created);
        }
        foreach (var (list, key) in new[] { ("/api/v1/orders?kind=maintenance", "number"), ("/api/v1/complaints?state=open", "number"), ("/api/v1/customers?", "id") })
        {
            var whole = (await erp.GetAsync(list + "&size=200")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty(key).GetString()!).ToList();
            whole.Count.ShouldBeGreaterThanOrEqualTo(7);
            List<string> parts = [];
            for (string? after = null; ;)
            {
                var part = (await erp.GetAsync($"{list}&size=3{(after is null ? "" : "&after=" + after)}")).ShouldBe(HttpStatusCode.OK).Json;
                parts.AddRange(part.GetProperty("items").EnumerateArray().Select(i => i.GetProperty(key).GetString()!));
                if ((after = part.GetProperty("next").GetString()) is null) break;
            }
            parts.ShouldBe(whole);
            (await erp.GetAsync(list + "&size=0")).ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task takes_a_complaint_and_shows_its_steps()
    {
        using var erp = await Caller.WithAsync(installation, "complaints.read", "complaints.write");
        var made = (await erp.PostAsync("/api/v1/complaints", new { channel = "line12315", name = "王芳", phone = "13512345678", text = "师傅迟到", isSafety = false, outsideNumber = "H-1" })).ShouldBe(HttpStatusCode.Created);
        var complaint = made.Json.GetProperty("complaint");
        complaint.GetProperty("stage").GetString().ShouldBe("received");
        complaint.GetProperty("outsideNumber").GetString().ShouldBe("H-1");
        made.Body.ShouldNotContain("13512345678");
        made.Json.GetProperty("clocks").GetArrayLength().ShouldBe(3);
        (await erp.GetAsync("/api/v1/complaints/" + complaint.GetProperty("number").GetString())).ShouldBe(HttpStatusCode.OK).Json.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("act").GetString()).ShouldBe(["received"]);
        (await erp.GetAsync("/api/v1/complaints/CP-1999-000001")).ShouldBe(HttpStatusCode.NotFound);
        (await erp.PostAsync("/api/v1/complaints", new { channel = "phone", text = "x", order = "SO-1999-000001" })).ShouldBe(HttpStatusCode.UnprocessableEntity).Pointers.ShouldBe(["/order"]);
    }

    [Fact]
    public async Task lets_a_token_call_sixty_times_a_minute()
    {
        using var erp = await Caller.WithAsync(installation, "indicators.read");
        for (var i = 0; i < ApiLimits.CallsPerMinute; i++) (await erp.GetAsync("/api/v1/orders")).ShouldBe(HttpStatusCode.Forbidden);
        var refused = (await erp.GetAsync("/api/v1/orders")).ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        using var other = await Caller.WithAsync(installation, "indicators.read");
        (await other.GetAsync("/api/v1/indicators")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("indicators").GetArrayLength().ShouldBeGreaterThan(50);
        installation.Time.Advance(TimeSpan.FromMinutes(1));
        (await erp.GetAsync("/api/v1/orders")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task refuses_a_token_that_is_revoked_or_has_ended()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        var day = new DateTimeOffset(installation.Now).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd");
        using var shortLived = new Caller(installation, await Caller.MakeAsync(owner, await owner.OpenAsync("/Integrations/AddToken"), "One day", ["indicators.read"], day));
        using var revoked = new Caller(installation, await Caller.MakeAsync(owner, await owner.OpenAsync("/Integrations/AddToken"), "Revoked soon", ["indicators.read"]));
        (await shortLived.GetAsync("/api/v1/indicators")).ShouldBe(HttpStatusCode.OK);
        (await revoked.GetAsync("/api/v1/indicators")).ShouldBe(HttpStatusCode.OK);
        var id = await installation.WithAsync<HostDbContext, Guid>(db => db.Set<ApiToken>().Where(t => t.Name == "Revoked soon").Select(t => t.PublicId).SingleAsync());
        (await owner.SubmitAsync("/Integrations/RevokeToken?id=" + id, [], with: "main form")).ShouldBeOk();
        (await revoked.GetAsync("/api/v1/indicators")).ShouldBe(HttpStatusCode.Unauthorized).Headers.WwwAuthenticate.ToString().ShouldContain("invalid_token");
        installation.Time.Advance(TimeSpan.FromDays(1));
        (await shortLived.GetAsync("/api/v1/indicators")).ShouldBe(HttpStatusCode.Unauthorized);
        var page = (await owner.OpenAsync("/Integrations/Tokens")).ShouldBeOk();
        page.Text.ShouldContain("Revoked soon");
        page.Body.ShouldNotMatch("aft_[A-Za-z0-9_-]{43}");
        (await AuditAsync("token.revoked")).ShouldContain(a => a.Detail == "Revoked soon");
        (await installation.WithAsync<HostDbContext, bool>(db => db.Set<ApiToken>().AnyAsync(t => t.Hash.Length != 64))).ShouldBeFalse();
    }

    Task<List<AuditEntry>> AuditAsync(string action) => installation.WithAsync<HostDbContext, List<AuditEntry>>(db => db.Set<AuditEntry>().AsNoTracking().Where(a => a.Action == action).ToListAsync());
}

/// <summary>What is sent twice is done once.</summary>
public sealed class SendingTheSameTwice(Installation installation) : IClassFixture<Installation>
{
    static object Order(string phone) => new { name = "张伟", phone, kind = "repair" };

    [Fact]
    public async Task does_it_once_and_gives_the_first_answer_again()
    {
        using var erp = await Caller.WithAsync(installation, "orders.write");
        var first = (await erp.PostAsync("/api/v1/orders", Order("13811110001"), "once")).ShouldBe(HttpStatusCode.Created);
        installation.Time.Advance(TimeSpan.FromHours(23));
        var again = (await erp.PostAsync("/api/v1/orders", Order("13811110001"), "once")).ShouldBe(HttpStatusCode.Created);
        again.Body.ShouldBe(first.Body);
        again.Headers.Location.ShouldBe(first.Headers.Location);
        again.Headers.ETag.ShouldBe(first.Headers.ETag);
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        (await erp.PostAsync("/api/v1/orders", Order("13811110002"), "once")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await erp.SendAsync(HttpMethod.Post, "/api/v1/orders", Order("13811110001"))).ShouldBe(HttpStatusCode.BadRequest);
        (await CountAsync("13811110001")).ShouldBe(1);
        using var other = await Caller.WithAsync(installation, "orders.write");
        (await other.PostAsync("/api/v1/orders", Order("13811110001"), "once")).ShouldBe(HttpStatusCode.Created).Text("number").ShouldNotBe(first.Text("number"));
        installation.Time.Advance(TimeSpan.FromHours(2));
        (await erp.PostAsync("/api/v1/orders", Order("13811110003"), "once")).ShouldBe(HttpStatusCode.Created); // a day later the key is new
    }

    [Fact]
    public async Task gives_a_refusal_again_too()
    {
        using var erp = await Caller.WithAsync(installation, "orders.write");
        var first = (await erp.PostAsync("/api/v1/orders", new { kind = "repair" }, "bad")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await erp.PostAsync("/api/v1/orders", new { kind = "repair" }, "bad")).ShouldBe(HttpStatusCode.UnprocessableEntity).Body.ShouldBe(first.Body);
    }

    [Fact]
    public async Task has_one_effect_when_it_comes_thirty_two_times_at_once()
    {
        using var erp = await Caller.WithAsync(installation, "orders.write");
        for (var round = 0; round < (Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") is null ? 3 : 50); round++)
        {
            var phone = $"1382222{round:0000}";
            var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => erp.PostAsync("/api/v1/orders", Order(phone), "at-once-" + round)));
            answers.ShouldAllBe(a => a.Status == HttpStatusCode.Created || a.Status == HttpStatusCode.Conflict);
            answers.Where(a => a.Status == HttpStatusCode.Created).Select(a => a.Body).Distinct().Count().ShouldBe(1);
            (await CountAsync(phone)).ShouldBe(1);
            installation.Time.Advance(TimeSpan.FromMinutes(1));
            (await erp.PostAsync("/api/v1/orders", Order(phone), "at-once-" + round)).ShouldBe(HttpStatusCode.Created);
            (await CountAsync(phone)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task finishes_once_what_a_crash_left_without_an_answer()
    {
        using var erp = await Caller.WithAsync(installation, "orders.write");
        var first = (await erp.PostAsync("/api/v1/orders", Order("13833330001"), "crash")).ShouldBe(HttpStatusCode.Created);
        await installation.WithAsync<HostDbContext>(db => db.Set<IdempotencyKey>().Where(k => k.Key == "crash").ExecuteUpdateAsync(k => k.SetProperty(x => x.Status, (int?)null).SetProperty(x => x.Body, (byte[]?)null)));
        (await erp.PostAsync("/api/v1/orders", Order("13833330001"), "crash")).ShouldBe(HttpStatusCode.Conflict);
        installation.Time.Advance(TimeSpan.FromMinutes(3));
        (await erp.PostAsync("/api/v1/orders", Order("13833330001"), "crash")).ShouldBe(HttpStatusCode.Created).Text("number").ShouldBe(first.Text("number"));
        (await CountAsync("13833330001")).ShouldBe(1);
    }

    [Fact]
    public async Task is_forgotten_after_a_day()
    {
        using var erp = await Caller.WithAsync(installation, "orders.write");
        (await erp.PostAsync("/api/v1/orders", Order("13844440001"), "old")).ShouldBe(HttpStatusCode.Created);
        await installation.WithAsync<ForgetKeys>(job => job.RunAsync(installation.Now.AddHours(23), CancellationToken.None));
        (await KeysAsync("old")).ShouldBe(1);
        await installation.WithAsync<ForgetKeys>(job => job.RunAsync(installation.Now.AddHours(25), CancellationToken.None));
        (await KeysAsync("old")).ShouldBe(0);
    }

    Task<int> KeysAsync(string key) => installation.WithAsync<HostDbContext, int>(db => db.Set<IdempotencyKey>().CountAsync(k => k.Key == key));
    Task<int> CountAsync(string phone) => installation.WithAsync<ServiceDbContext, int>(db => db.Set<ServiceOrder>().CountAsync(o => o.ContactPhone == phone));
}

/// <summary>The description of the interface says what the interface does.</summary>
public sealed class DescribingTheApi(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task names_every_operation_with_its_scope_refusals_and_answer()
    {
        var document = await DocumentAsync();
        document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token").GetProperty("scheme").GetString().ShouldBe("bearer");
        document.GetProperty("components").GetProperty("schemas").GetProperty("Problem").GetProperty("properties").GetProperty("reference").ValueKind.ShouldBe(JsonValueKind.Object);
        var endpoints = installation.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1", StringComparison.Ordinal)).ToList();
        endpoints.Count.ShouldBeGreaterThan(15);
        foreach (var endpoint in endpoints)
        {
            var known = endpoint.Metadata.GetMetadata<ApiOperation>().ShouldNotBeNull(endpoint.DisplayName);
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace(":guid", "", StringComparison.Ordinal);
            var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0];
            var described = document.GetProperty("paths").GetProperty(path).GetProperty(method.ToLowerInvariant());
            described.GetProperty("operationId").GetString().ShouldBe(known.Name);
            described.GetProperty("summary").GetString().ShouldNotStartWith("Api.");
            described.GetProperty("security")[0].GetProperty("token")[0].GetString().ShouldBe(known.Scope);
            var responses = described.GetProperty("responses");
            foreach (var status in new[] { "400", "401", "403", "429", "500" }) responses.GetProperty(status).GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString().ShouldBe("#/components/schemas/Problem");
            responses.EnumerateObject().Single(r => r.Name is "200" or "201").Value.GetProperty("content").GetProperty("application/json").TryGetProperty("schema", out _).ShouldBeTrue(known.Name);
            var headers = described.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "header").Select(p => p.GetProperty("name").GetString()).ToList() : [];
            headers.Contains("Idempotency-Key").ShouldBe(method == "POST", known.Name);
            if (method != "GET") described.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").TryGetProperty("example", out _).ShouldBeTrue(known.Name);
        }
        document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Count().ShouldBe(endpoints.Count);
    }

    [Fact]
    public async Task gives_examples_that_are_accepted()
    {
        using var erp = await Caller.WithAsync(installation, [.. TokenScopes.All]);
        var order = (await erp.PostAsync("/api/v1/orders", new { name = "张伟", phone = "13800138000", kind = "repair" })).ShouldBe(HttpStatusCode.Created).Text("number")!;
        var customer = (await erp.PostAsync("/api/v1/customers", new { name = "李", phone = "13900139009" })).ShouldBe(HttpStatusCode.Created).Text("id")!;
        var sent = 0;
        var described = from path in (await DocumentAsync()).GetProperty("paths").EnumerateObject() from operation in path.Value.EnumerateObject() where operation.Value.TryGetProperty("requestBody", out _) select (Path: path.Name, Method: operation.Name, operation.Value);
        foreach (var operation in described.OrderBy(o => o.Value.GetProperty("operationId").GetString() == "orders.cancel")) // after it nothing more is done to the order
        {
            var example = operation.Value.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText();
            var at = operation.Path.Replace("{number}", order, StringComparison.Ordinal).Replace("{id}", customer, StringComparison.Ordinal);
            var posts = operation.Method == "post";
            var answer = await erp.SendAsync(new HttpMethod(operation.Method.ToUpperInvariant()), at, example, posts ? Caller.FreshKey(installation) : null, posts ? null : "*");
            ((int)answer.Status).ShouldBeInRange(200, 201, $"{at}: {answer.Body}");
            sent++;
        }
        sent.ShouldBeGreaterThanOrEqualTo(7);
    }

    async Task<JsonElement> DocumentAsync() => JsonDocument.Parse((await (await installation.AsAsync(Roles.Administrator)).OpenAsync("/openapi/v1.json")).ShouldBeOk().Body).RootElement;
}

/// <summary>Numbers for other programs are the numbers of the command line.</summary>
public sealed class ReadingNumbersByTheApi(ReadingNumbersByTheApi.WithASmallCompany installation) : IClassFixture<ReadingNumbersByTheApi.WithASmallCompany>
{
    /// <summary>The demo company of the tests, served.</summary>
    public sealed class WithASmallCompany : Installation
    {
        protected override bool SetsUp => false;
        protected override async Task ConfigureAsync() => await SmallCompany.CopyToAsync(Folder);
    }

    [Fact]
    public async Task gives_the_same_document()
    {
        var token = await installation.WithAsync<HostDbContext, string>(async db =>
        {
            var (kept, words) = ApiToken.Make("BI", ["indicators.read", "surveys.read"], TokenScopes.All, null, new DateOnly(2026, 3, 11), installation.Now, Actor.System);
            db.Add(kept);
            await db.SaveChangesAsync();
            return words;
        });
        using var bi = new Caller(installation, token);
        foreach (var (query, arguments) in new (string, string[])[]
        {
            ("response_on_time_rate?from=2025-10-01&to=2026-02-28&by=month", ["response_on_time_rate", "--from", "2025-10-01", "--to", "2026-02-28", "--by", "month"]),
            ("response_on_time_rate?from=2025-10-01&to=2026-02-28&by=quarter&slice=team", ["response_on_time_rate", "--from", "2025-10-01", "--to", "2026-02-28", "--by", "quarter", "--slice", "team"]),
        })
        {
            var shown = (await installation.RunAsync(["indicator", "show", .. arguments, "--json"])).ShouldSucceed().Json.GetRawText();
            var called = (await bi.SendAsync(HttpMethod.Get, "/api/v1/indicators/" + query, language: "zh-CN")).ShouldBe(HttpStatusCode.OK).Body;
            JsonNode.DeepEquals(JsonNode.Parse(Without(shown)), JsonNode.Parse(Without(called))).ShouldBeTrue($"{shown}\n{called}");
        }
        (await bi.GetAsync("/api/v1/indicators/response_on_time_rate?from=2025-10-01&to=yesterday")).ShouldBe(HttpStatusCode.BadRequest);
        (await bi.GetAsync("/api/v1/indicators/response_on_time_rate?from=2025-10-01&to=2025-10-31&slice=colour")).ShouldBe(HttpStatusCode.BadRequest);
        (await bi.GetAsync("/api/v1/indicators/no_such?from=2025-10-01&to=2025-10-31")).ShouldBe(HttpStatusCode.NotFound);

        var answered = (await bi.GetAsync("/api/v1/surveys?size=5")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray().ToList();
        answered.Count.ShouldBe(5);
        answered.ShouldAllBe(s => s.GetProperty("contact").ValueKind == JsonValueKind.Null && s.GetProperty("comment").ValueKind == JsonValueKind.Null);
        (await bi.GetAsync("/api/v1/surveys/" + answered[0].GetProperty("id").GetString())).ShouldBe(HttpStatusCode.OK).Json.GetProperty("answers").GetArrayLength().ShouldBeGreaterThan(0);
    }

    /// <summary>The words of the cohort are in the reader's language, which a command line and a program may have different ones of.</summary>
    static string Without(string json)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        document.Remove("cohort");
        return document.ToJsonString();
    }
}
