using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using AfterSales.Host.Data;
using AfterSales.Host.Integrations;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>An installation with another program beside it that listens on a secure inner address, which the settings allow, and with names that lead where the test says.</summary>
public sealed class WithAReceiver : Installation, IAsyncLifetime
{
    public sealed record Got(string Body, string Signature, string Event, string Delivery);

    internal sealed class Names : INameResolver
    {
        public Dictionary<string, IPAddress[]> Known { get; } = [];
        public List<string> Asked { get; } = [];

        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken ct)
        {
            lock (Asked) Asked.Add(host);
            return Task.FromResult<IReadOnlyList<IPAddress>>(IPAddress.TryParse(host, out var literal) ? [literal] : Known.GetValueOrDefault(host) ?? []);
        }
    }

    WebApplication? _receiver;
    X509Certificate2? _certificate;

    internal Names Resolver { get; } = new();
    public List<Got> Received { get; } = [];
    public int AnswersWith { get; set; } = 204;
    public int Port { get; private set; }

    protected override void Register(IServiceCollection services) => services.AddSingleton<INameResolver>(Resolver);

    protected override async Task ConfigureAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=erp.test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("erp.test");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(75));
        _certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.UseHttps(_certificate)));
        _receiver = builder.Build();
        _receiver.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var got = new Got(await reader.ReadToEndAsync(), http.Request.Headers["AfterSales-Signature"].ToString(), http.Request.Headers["AfterSales-Event"].ToString(), http.Request.Headers["AfterSales-Delivery"].ToString());
            lock (Received) Received.Add(got);
            http.Response.StatusCode = AnswersWith;
            if (AnswersWith == 302) http.Response.Headers.Location = $"https://erp.test:{Port}/elsewhere";
        });
        await _receiver.StartAsync();
        Port = new Uri(_receiver.Urls.First()).Port;
        Resolver.Known["erp.test"] = [IPAddress.Loopback];
        await File.WriteAllTextAsync(Path.Combine(Folder.Root, "authority.pem"), _certificate.ExportCertificatePem());
        var settings = Path.Combine(Folder.Root, "appsettings.json");
        var there = File.Exists(settings) ? JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(await File.ReadAllTextAsync(settings))! : [];
        there["Webhooks"] = JsonSerializer.SerializeToElement(new { Inner = "127.0.0.1", Authority = Path.Combine(Folder.Root, "authority.pem") });
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(there));
    }

    public new async ValueTask DisposeAsync()
    {
        if (_receiver is not null) await _receiver.DisposeAsync();
        _certificate?.Dispose();
        await base.DisposeAsync();
    }
}

/// <summary>Other programs are told of events, signed and once, again after failures, and never at an address inside.</summary>
public sealed class TellingWebhooks(WithAReceiver installation) : IClassFixture<WithAReceiver>
{
    [Fact]
    public async Task signs_what_it_tells_and_says_nothing_of_persons()
    {
        var (id, secret) = await AddAsync($"https://erp.test:{installation.Port}/hooks", "order.received", "order.cancelled", "complaint.received");
        using var erp = await Caller.WithAsync(installation, "orders.write", "complaints.write");
        var order = (await erp.PostAsync("/api/v1/orders", new { name = "欧阳修", phone = "13611119999", kind = "repair" })).ShouldBe(HttpStatusCode.Created).Text("number")!;
        (await erp.PostAsync($"/api/v1/orders/{order}/cancellation", new { reason = "duplicate" })).ShouldBe(HttpStatusCode.OK);
        (await erp.PostAsync("/api/v1/complaints", new { channel = "phone", phone = "13611119999", text = "欧阳修说等了一天" })).ShouldBe(HttpStatusCode.Created);
        await installation.DeliverEventsAsync();
        await installation.DeliverEventsAsync(); // delivered twice, queued once
        await RunAsync();
        var got = installation.Received.Where(r => r.Body.Contains(order, StringComparison.Ordinal)).ToList();
        got.Select(g => g.Event).ShouldBe(["order.received", "order.cancelled"]);
        installation.Received.ShouldContain(r => r.Event == "complaint.received");
        foreach (var each in installation.Received.Where(r => Verifies(r, secret)).ToList())
        {
            each.Body.ShouldNotContain("欧阳");
            each.Body.ShouldNotContain("13611119999");
            JsonDocument.Parse(each.Body).RootElement.GetProperty("id").GetString().ShouldBe(each.Delivery);
        }
        got.ShouldAllBe(g => Verifies(g, secret));
        Verifies(got[0] with { Body = got[0].Body.Replace(order, "SO-2026-999999", StringComparison.Ordinal) }, secret).ShouldBeFalse();
        Verifies(got[0], secret + "x").ShouldBeFalse();
        await EndAsync(id);
    }

    [Fact]
    public async Task tries_again_with_growing_pauses_then_parks_until_a_person_sends_again()
    {
        var (id, _) = await AddAsync($"https://erp.test:{installation.Port}/failing", "order.received");
        installation.AnswersWith = 503;
        using var erp = await Caller.WithAsync(installation, "orders.write");
        (await erp.PostAsync("/api/v1/orders", new { name = "张", phone = "13800138000", kind = "repair" })).ShouldBe(HttpStatusCode.Created);
        await installation.DeliverEventsAsync();
        await RunAsync();
        foreach (var minutes in new[] { 1, 5, 15, 60, 240, 720, 1440 }) // a minute to a day
        {
            (await StateAsync(id)).State.ShouldBe(WebhookState.Queued);
            installation.Time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
            var before = (await StateAsync(id)).Attempts;
            await RunAsync();
            (await StateAsync(id)).Attempts.ShouldBe(before);
            installation.Time.Advance(TimeSpan.FromSeconds(1));
            await RunAsync();
            (await StateAsync(id)).Attempts.ShouldBe(before + 1);
        }
        (await StateAsync(id)).State.ShouldBe(WebhookState.Parked);
        var owner = await installation.AsAsync(Roles.Administrator);
        (await owner.OpenAsync("/Integrations/Webhooks")).ShouldBeOk().Text.ShouldContain("1 parked");
        var page = (await owner.OpenAsync("/Integrations/Webhook?id=" + id)).ShouldBeOk();
        page.Text.ShouldContain("503");
        installation.AnswersWith = 204;
        (await owner.SubmitAsync(page, [], with: "button[name=delivery]")).ShouldBeOk().Text.ShouldContain("Delivered");
        (await StateAsync(id)).State.ShouldBe(WebhookState.Delivered);
        await EndAsync(id);
    }

    [Fact]
    public async Task sends_a_test_at_once_and_shows_the_answer()
    {
        var (id, secret) = await AddAsync($"https://erp.test:{installation.Port}/test", "signal.found");
        var owner = await installation.AsAsync(Roles.Administrator);
        (await owner.SubmitAsync("/Integrations/Webhook?id=" + id, [], with: "form[action*=Test]")).ShouldBeOk().Text.ShouldContain("204");
        installation.Received.ShouldContain(r => r.Event == "test" && Verifies(r, secret));
        (await owner.OpenAsync("/Settings/Audit")).Text.ShouldContain("webhook.tested");
        await EndAsync(id);
        (await owner.OpenAsync("/Integrations/Webhook?id=" + id)).ShouldBeOk().Document.QuerySelector("form[action*=Test]").ShouldBeNull();
    }

    [Fact]
    public async Task follows_no_redirect()
    {
        var (id, _) = await AddAsync($"https://erp.test:{installation.Port}/moved", "signal.found");
        installation.AnswersWith = 302;
        int before;
        lock (installation.Received) before = installation.Received.Count;
        var owner = await installation.AsAsync(Roles.Administrator);
        (await owner.SubmitAsync("/Integrations/Webhook?id=" + id, [], with: "form[action*=Test]")).ShouldBeOk().Text.ShouldContain("302");
        installation.AnswersWith = 204;
        lock (installation.Received) (installation.Received.Count - before).ShouldBe(1);
        await EndAsync(id);
    }

    [Theory]
    [InlineData("10.0.0.8")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.8")]
    [InlineData("93.184.215.14", "10.0.0.8")]
    public async Task calls_no_name_that_leads_inside(params string[] addresses)
    {
        installation.Resolver.Known["inside.test"] = [.. addresses.Select(IPAddress.Parse)];
        using var calls = new GuardedCalls(installation.Resolver, new ConfigurationBuilder().Build());
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://inside.test/");
        var refused = await Should.ThrowAsync<HttpRequestException>(() => calls.SendAsync(request, CancellationToken.None));
        refused.GetBaseException().ShouldBeOfType<AddressRefused>();
    }

    [Fact]
    public async Task looks_at_the_name_again_for_every_connection()
    {
        var (id, _) = await AddAsync("https://rebind.test/", "signal.found");
        installation.Resolver.Known["rebind.test"] = [IPAddress.Parse("10.0.0.8")]; // whatever it was when it was typed
        var owner = await installation.AsAsync(Roles.Administrator);
        (await owner.SubmitAsync("/Integrations/Webhook?id=" + id, [], with: "form[action*=Test]")).ShouldBeOk().Text.ShouldContain("no address outside");
        await EndAsync(id);
    }

    [Theory]
    [InlineData("http://erp.test/")]
    [InlineData("https://user:secret@erp.test/")]
    [InlineData("ftp://erp.test/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//erp.test/")]
    public async Task takes_no_address_but_a_plain_secure_one(string address)
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        (await PostAsync(owner, address, ["order.received"])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    async Task<(Guid Id, string Secret)> AddAsync(string address, params string[] events)
    {
        var (status, body) = await PostAsync(await installation.AsAsync(Roles.Administrator), address, events);
        status.ShouldBe(HttpStatusCode.OK, body);
        return (Guid.Parse(System.Text.RegularExpressions.Regex.Match(body, @"/Integrations/Webhook\?id=([0-9a-f-]{36})").Groups[1].Value), System.Text.RegularExpressions.Regex.Match(body, "whsec_[A-Za-z0-9_-]{43}").Value);
    }

    static async Task<(HttpStatusCode Status, string Body)> PostAsync(Visitor owner, string address, string[] events)
    {
        var form = (await owner.OpenAsync("/Integrations/AddWebhook")).ShouldBeOk();
        using var content = new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", form.Find("main form input[name=__RequestVerificationToken]").GetAttribute("value")!), new("Input.Name", "ERP"), new("Input.Address", address), .. events.Select(e => new KeyValuePair<string, string>("Input.Events", e)),
        ]);
        using var answer = await owner.Http.PostAsync("/Integrations/AddWebhook", content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    async Task EndAsync(Guid id) => (await (await installation.AsAsync(Roles.Administrator)).SubmitAsync("/Integrations/Webhook?id=" + id, [], with: "form[action*=End]")).ShouldBeOk();

    Task<long> RunAsync() => installation.WithAsync<SendWebhooks, long>(async job => (await job.RunAsync(installation.Now, CancellationToken.None)).Rows);

    Task<WebhookDelivery> StateAsync(Guid webhook) => installation.WithAsync<HostDbContext, WebhookDelivery>(db =>
        (from d in db.Set<WebhookDelivery>().AsNoTracking() join w in db.Set<Webhook>() on d.WebhookId equals w.Id where w.PublicId == webhook select d).SingleAsync());

    /// <summary>As the README tells a receiver to do it.</summary>
    static bool Verifies(WithAReceiver.Got got, string secret)
    {
        var parts = got.Signature.Split(',').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{got.Body}")));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(parts["v1"]));
    }
}
