using System.Net;
using System.Net.Sockets;
using System.Text;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Security;

/// <summary>Requests that no page of ours would make: they are refused, and nothing is written.</summary>
[OnOneDatabase]
public sealed class ForgedRequests(DemoInstallation company) : IClassFixture<DemoInstallation>
{
    [Fact]
    public async Task from_another_site_write_nothing_anywhere()
    {
        await company.DivideAsync();
        Ids ids = new(company);
        await ids.ReadAsync();
        var victim = await company.PersonAsync(Roles.Administrator);
        using var attacker = company.Anonymous();
        var (own, others) = (await TokenAsync(victim, "/Password"), await TokenAsync(attacker, "/SignIn"));
        var before = await Fingerprint.SettledAsync(company);
        List<string> taken = [];
        var tried = 0;
        foreach (var place in (await Places.OfAsync(company.Services)).Where(p => p.Page is { } page && !p.Template.StartsWith("/Error/", StringComparison.Ordinal) && p.Handlers.Any(h => h.Method != "GET")).DistinctBy(p => p.Page!.AreaName + p.Page.ViewEnginePath))
        {
            var path = place.Path(place.Parameters.Count > 0 && ids.Of(place) is [var first, ..] ? first.Values : place.Absent);
            foreach (var (what, token, site, expected) in new (string, string?, string?, int)[]
            {
                ("without a token", null, null, 400), ("with a made-up token", "CfDJ8" + new string('x', 150), null, 400), ("with a stranger's token", others, null, 400),
                ("from another site with the right token", own, "cross-site", 403), ("from a sister site with the right token", own, "same-site", 403),
            })
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path + "?handler=" + place.Handlers.First(h => h.Method == "POST").Name) { Content = new FormUrlEncodedContent(token is null ? [] : [new("__RequestVerificationToken", token)]) };
                if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
                using var answer = await victim.Http.SendAsync(request);
                tried++;
                if ((int)answer.StatusCode != expected) taken.Add($"{path} {what}: {(int)answer.StatusCode}");
            }
        }
        taken.ShouldBeEmpty(string.Join('\n', taken));
        tried.ShouldBeGreaterThan(900);
        (await Fingerprint.OfAsync(company.Services)).ShouldBe(before);
    }

    [Fact]
    public async Task by_methods_or_handlers_that_a_page_does_not_have_are_refused_and_write_nothing()
    {
        await company.DivideAsync();
        Ids ids = new(company);
        await ids.ReadAsync();
        var person = await company.PersonAsync(Roles.Administrator);
        var token = await TokenAsync(person, "/Password");
        var before = await Fingerprint.SettledAsync(company);
        List<string> wrong = [];
        foreach (var place in (await Places.OfAsync(company.Services)).Where(p => p.Page is not null && !p.Template.StartsWith("/Error/", StringComparison.Ordinal)).DistinctBy(p => p.Page!.AreaName + p.Page.ViewEnginePath))
        {
            var path = place.Path(place.Parameters.Count > 0 && ids.Of(place) is [var first, ..] ? first.Values : place.Absent);
            List<string> methods = ["PUT", "DELETE", "PATCH"];
            if (place.Handlers.All(h => h.Method == "GET")) methods.Add("POST");
            foreach (var method in methods)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) };
                using var answer = await person.Http.SendAsync(request);
                if (answer.StatusCode != HttpStatusCode.MethodNotAllowed) wrong.Add($"{method} {path}: {(int)answer.StatusCode}");
            }
            using var overridden = new HttpRequestMessage(HttpMethod.Get, path + "?_method=POST") { Headers = { { "X-HTTP-Method-Override", "POST" }, { "X-HTTP-Method", "DELETE" } } };
            using var shown = await person.Http.SendAsync(overridden);
            if ((int)shown.StatusCode >= 500) wrong.Add($"GET {path} with another method in its headers: {(int)shown.StatusCode}");
        }
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        var after = await Fingerprint.OfAsync(company.Services);
        after.Where(t => before[t.Key] != t.Value && !t.Key.EndsWith("record_views", StringComparison.Ordinal)).Select(t => t.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task with_another_records_id_in_the_form_act_on_the_record_of_the_address()
    {
        var (one, other) = await company.WithAsync<ServiceDbContext, (Customer, Customer)>(async db =>
            await db.Set<Customer>().AsNoTracking().Where(c => c.MergedIntoId == null).OrderBy(c => c.Id).Take(2).ToListAsync() is [var a, var b] ? (a, b) : throw new InvalidOperationException());
        var manager = await company.PersonAsync(Roles.Manager);
        var masked = (await manager.OpenAsync($"/Service/Customers/Edit/{one.PublicId}")).ShouldBeOk();
        var form = (await manager.SubmitAsync(masked, [], with: "form[action*='Reveal'] button")).ShouldBeOk();
        var fields = form.Document.QuerySelectorAll("main form [name]").Select(e => KeyValuePair.Create(e.GetAttribute("name")!, e.GetAttribute("value") ?? "")).Where(f => f.Key is not ("Input.Name" or "Id")).ToList();
        foreach (var (name, value) in new[] { ("Input.Name", "改名"), ("Id", $"{other.PublicId}"), ("Input.Id", $"{other.Id}"), ("Customer.Id", $"{other.Id}"), ("Record.Id", $"{other.Id}"), ("Customer.MergedIntoId", $"{other.Id}"), ("Customer.ConsentHow", "forged"), ("Input.MergedIntoId", $"{other.Id}") })
            fields.Add(KeyValuePair.Create(name, value));
        using var answer = await manager.Http.PostAsync($"/Service/Customers/Edit/{one.PublicId}?Id={other.PublicId}", new FormUrlEncodedContent(fields));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        await company.WithAsync<ServiceDbContext>(async db =>
        {
            var (named, untouched) = (await db.Set<Customer>().SingleAsync(c => c.Id == one.Id), await db.Set<Customer>().SingleAsync(c => c.Id == other.Id));
            (named.Name, named.MergedIntoId, named.ConsentHow).ShouldBe(("改名", null, one.ConsentHow));
            (untouched.Name, untouched.Version).ShouldBe((other.Name, other.Version));
        });
    }

    [Fact]
    public async Task cannot_fill_a_record_directly_because_no_page_binds_one()
    {
        await using var scope = company.Services.CreateAsyncScope();
        var records = company.Services.GetServices<ModuleDatabase>().SelectMany(m => m.Open(scope.ServiceProvider).Model.GetEntityTypes()).Select(t => t.ClrType).ToHashSet();
        records.Count.ShouldBeGreaterThan(150);
        List<string> bound = [];
        var looked = 0;
        foreach (var page in (await Places.OfAsync(company.Services)).Select(p => p.Page).OfType<CompiledPageActionDescriptor>().DistinctBy(p => p.ModelTypeInfo))
            foreach (var type in page.BoundProperties.Select(p => p.ParameterType).Concat(page.HandlerMethods.SelectMany(h => h.Parameters).Select(p => p.ParameterType)).SelectMany(t => Parts(t, [])))
            {
                looked++;
                if (records.Contains(type)) bound.Add($"{page.ModelTypeInfo!.FullName}: {type.Name}");
            }
        looked.ShouldBeGreaterThan(500);
        bound.ShouldBeEmpty(string.Join('\n', bound));
    }

    /// <summary>A bound type, what it holds, what that holds.</summary>
    static IEnumerable<Type> Parts(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type)) yield break;
        yield return type;
        if (type.IsArray || type.IsGenericType)
            foreach (var part in (type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments()).SelectMany(t => Parts(t, seen))) yield return part;
        if (type.Namespace?.StartsWith("AfterSales", StringComparison.Ordinal) != true) yield break;
        foreach (var part in type.GetProperties().SelectMany(p => Parts(p.PropertyType, seen))) yield return part;
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\t//evil.example")]
    [InlineData("/%09/evil.example")]
    public async Task for_a_way_out_of_the_site_lead_back_into_it(string target)
    {
        await company.PersonAsync(Roles.Cashier);
        using var visitor = company.Anonymous();
        using var language = await visitor.Http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/Language")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(visitor, "/SignIn")), new("Language", "en"), new("ReturnUrl", target)]),
        });
        ShouldStay(language, target);
    }

    [Fact]
    public async Task for_a_way_out_of_the_site_through_sign_in_lead_to_the_start_page()
    {
        using var visitor = company.Anonymous();
        var form = await visitor.OpenAsync("/SignIn?returnUrl=" + Uri.EscapeDataString("//evil.example/"));
        using var answer = await visitor.Http.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/SignIn?returnUrl=" + Uri.EscapeDataString("//evil.example/"))
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", form.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!), new("Input.UserName", Roles.Trainer), new("Input.Password", company.PasswordOf(Roles.Trainer))]),
        });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        ShouldStay(answer, "//evil.example/");
    }

    void ShouldStay(HttpResponseMessage answer, string target)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, target);
        new Uri(company.Address, answer.Headers.Location!).Authority.ShouldBe(company.Address.Authority, target);
    }

    [Theory]
    [InlineData("/SignIn")]
    [InlineData("/r")]
    [InlineData("/c")]
    [InlineData("/prices")]
    public async Task under_another_hosts_name_do_not_bring_it_into_the_page(string path)
    {
        using var visitor = company.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.example" } };
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Original-Host", "evil.example");
        using var answer = await visitor.Http.SendAsync(request);
        ((int)answer.StatusCode).ShouldBeLessThan(500);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("evil.example");
    }

    [Theory]
    [InlineData("/Operations/VerifyBackup?file=../../aftersales.db")]
    [InlineData("/Operations/TakeBackup?file=../aftersales.db")]
    [InlineData("/Operations/TakeBackup?file=%2e%2e%2faftersales.db")]
    [InlineData("/Operations/TakeBackup?file=/etc/passwd")]
    [InlineData("/Operations/TakeBackup?file=demo-accounts.txt")]
    [InlineData("/Service/Import/Map/..%2f..%2faftersales.db")]
    [InlineData("/Service/Import/Progress/..%5c..%5caftersales.db")]
    [InlineData("/Messages/EditTemplate/..%2f..%2fappsettings.json")]
    [InlineData("/css/..%2f..%2fappsettings.json")]
    [InlineData("/lib/%2e%2e/%2e%2e/demo-accounts.txt")]
    [InlineData("/appsettings.json")]
    [InlineData("/aftersales.db")]
    [InlineData("/keys/")]
    public async Task for_files_of_the_server_find_nothing(string path)
    {
        var owner = await company.PersonAsync(Roles.Administrator);
        var token = await TokenAsync(owner, "/Password");
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var answer = await owner.Http.SendAsync(new HttpRequestMessage(method, path) { Content = method == HttpMethod.Get ? null : new FormUrlEncodedContent([new("__RequestVerificationToken", token)]) });
            ((int)answer.StatusCode).ShouldBeLessThan(500);
            if (answer.IsSuccessStatusCode) path.ShouldStartWith("/Operations/"); // the page that asks whether one is sure
            var body = await answer.Content.ReadAsStringAsync();
            body.ShouldNotContain("SQLite format");
            body.ShouldNotContain("root:");
            body.ShouldNotContain(company.PasswordOf(Roles.Administrator));
        }
    }

    [Fact]
    public async Task that_announce_more_than_the_server_takes_are_refused_before_the_rest_is_sent()
    {
        using TcpClient sender = new();
        await sender.ConnectAsync(company.Address.Host, company.Address.Port);
        await using var line = sender.GetStream();
        using StreamReader answers = new(line);
        await line.WriteAsync(Encoding.ASCII.GetBytes($"POST /SignIn HTTP/1.1\r\nHost: {company.Address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000000000\r\n\r\na=1"));
        (await answers.ReadLineAsync()).ShouldNotBeNull().ShouldMatch("^HTTP/1.1 4");
    }

    [Theory]
    [InlineData("/c/", "c")]
    [InlineData("/m/", "m")]
    [InlineData("/n/", "n")]
    [InlineData("/q/", "q")]
    [InlineData("/s/", "s")]
    [InlineData("/t/", "t")]
    [InlineData("/v/", "v")]
    [InlineData("/x/", "x")]
    [InlineData("/y/", "y")]
    [InlineData("/calendar/", ".ics")]
    public async Task with_a_malformed_or_an_unknown_token_get_the_same_answer_and_no_token_is_logged(string path, string letter)
    {
        using var visitor = company.Anonymous();
        var end = letter == ".ics" ? ".ics" : "";
        HashSet<(HttpStatusCode, string)> answers = [];
        string[] tokens = ["AAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBA", "short", "with%20space", "%27%20OR%201%3D1--", new string('z', 300)];
        foreach (var token in tokens)
        {
            var answer = await visitor.OpenAsync(path + token + end);
            answers.Add((answer.Status, Sameness(answer)));
        }
        answers.ShouldHaveSingleItem().Item1.ShouldBe(HttpStatusCode.NotFound);
        (await LogAsync()).ShouldNotContain(path + tokens[0]);
    }

    [Fact]
    public async Task to_sign_in_are_refused_alike_whether_the_name_exists_or_not()
    {
        using var visitor = company.Anonymous();
        var known = await visitor.SubmitAsync("/SignIn", new() { ["UserName"] = Roles.RecordsClerk, ["Password"] = "wrong as wrong can be" }, with: "input[type=password]");
        var unknown = await visitor.SubmitAsync("/SignIn", new() { ["UserName"] = "nobody-at-all", ["Password"] = "wrong as wrong can be" }, with: "input[type=password]");
        unknown.Status.ShouldBe(known.Status);
        Sameness(unknown).Replace("nobody-at-all", Roles.RecordsClerk, StringComparison.Ordinal).ShouldBe(Sameness(known));
    }

    /// <summary>The page without what is random by intention, and without its own address.</summary>
    static string Sameness(Shown answer)
    {
        foreach (var random in answer.Document.QuerySelectorAll("input[name=__RequestVerificationToken], code, input[name=ReturnUrl i]")) random.Remove();
        return answer.Document.Body!.InnerHtml.Replace(answer.Url.AbsolutePath, "", StringComparison.Ordinal).Replace(Uri.UnescapeDataString(answer.Url.AbsolutePath), "", StringComparison.Ordinal);
    }

    static async Task<string> TokenAsync(Visitor person, string path) => (await person.OpenAsync(path)).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;

    async Task<string> LogAsync()
    {
        List<string> texts = [];
        foreach (var file in Directory.EnumerateFiles(company.Folder.Logs))
        {
            await using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using StreamReader reader = new(stream);
            texts.Add(await reader.ReadToEndAsync());
        }
        return string.Join('\n', texts);
    }
}
