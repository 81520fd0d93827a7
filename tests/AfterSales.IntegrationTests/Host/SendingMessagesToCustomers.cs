using System.Net;
using System.Net.Sockets;
using System.Resources;
using System.Text;
using System.Text.Json;
using AfterSales.Host.Data;
using AfterSales.Host.Messages;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>What is queued for a customer goes out once, not at night, and is kept until it did.</summary>
public sealed class SendingMessagesToCustomers(SendingMessagesToCustomers.WithProviders installation) : IClassFixture<SendingMessagesToCustomers.WithProviders>
{
    /// <summary>An installation whose SMS provider and mail server are this test.</summary>
    public sealed class WithProviders : Installation
    {
        readonly HttpListener _sms = new();
        readonly TcpListener _smtp = new(IPAddress.Loopback, 0);

        public List<JsonElement> Sms { get; } = [];
        public List<string> Mails { get; } = [];
        public HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

        protected override async Task ConfigureAsync()
        {
            var port = Random.Shared.Next(20_000, 60_000);
            _sms.Prefixes.Add($"http://127.0.0.1:{port}/");
            _sms.Start();
            _smtp.Start();
            _ = ServeSmsAsync();
            _ = ServeMailAsync();
            await File.WriteAllTextAsync(Path.Combine(Folder.Root, "appsettings.json"), $$"""
                { "Sms": { "Webhook": "http://127.0.0.1:{{port}}/sms", "Token": "secret", "ReceiptToken": "a-receipt-token-of-the-test", "Templates": { "test": "T-77" } },
                  "Smtp": { "Host": "127.0.0.1", "Port": "{{((IPEndPoint)_smtp.LocalEndpoint).Port}}", "From": "service@example.com", "Plain": "true" } }
                """);
        }

        protected override void Register(IServiceCollection services) => services.AddSingleton<IModule>(new PostOffice());

        async Task ServeSmsAsync()
        {
            while (_sms.IsListening)
            {
                var call = await _sms.GetContextAsync();
                lock (Sms) if (Answer == HttpStatusCode.OK && call.Request.Headers["Authorization"] == "Bearer secret") Sms.Add(JsonDocument.Parse(call.Request.InputStream).RootElement);
                call.Response.StatusCode = (int)Answer;
                call.Response.Close();
            }
        }

        /// <summary>As much of RFC 5321 as one plain delivery needs.</summary>
        async Task ServeMailAsync()
        {
            while (true)
            {
                using var client = await _smtp.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
                await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 test");
                while (await reader.ReadLineAsync() is { } line && !line.StartsWith("QUIT", StringComparison.Ordinal))
                {
                    if (line != "DATA") { await writer.WriteLineAsync("250 ok"); continue; }
                    await writer.WriteLineAsync("354 go on");
                    var mail = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } text && text != ".") mail.AppendLine(text);
                    lock (Mails) Mails.Add(mail.ToString());
                    await writer.WriteLineAsync("250 kept");
                }
            }
        }
    }

    /// <summary>A module that has something to tell customers.</summary>
    sealed class PostOffice : IModule
    {
        public string Name => "PostOffice";
        public ResourceManager Text => throw new NotSupportedException();
        public IReadOnlyList<Permission> Permissions => [];
        public IReadOnlyList<MenuItem> Menu => [];
        public IReadOnlyList<MessageTemplate> Templates => [new("test", "name", "link")];
        public void Register(IServiceCollection services, DatabaseOptions database) { }
    }

    CustomerMessage Message(string key, string? phone = "13900139000", string? email = null) => new(key, "test", phone, email, "zh-CN", new Dictionary<string, string> { ["name"] = "李娜", ["link"] = "https://x/t/1" });

    Task QueueAsync(CustomerMessage message) => installation.WithAsync<ICustomerMessages>(m => m.QueueAsync(message, CancellationToken.None));

    Task RunAsync() => installation.WithAsync<SendMessages>(job => job.RunAsync(installation.Now, CancellationToken.None));

    Task<OutgoingMessage> FindAsync(string key) => installation.WithAsync<HostDbContext, OutgoingMessage>(db => db.Set<OutgoingMessage>().AsNoTracking().SingleAsync(m => m.Once == key));

    [Fact]
    public async Task by_sms_gives_the_provider_text_template_number_and_values_once()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        (await owner.SubmitAsync("/Messages/EditTemplate/test", new() { ["Input.ChineseSubject"] = "进度", ["Input.ChineseBody"] = "{name}您好，进度见 {link}", ["Input.EnglishSubject"] = "Progress", ["Input.EnglishBody"] = "Hello {name}: {link}" })).ShouldBeOk();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => QueueAsync(Message("sms:1"))));
        await RunAsync();
        await RunAsync();
        var sent = installation.Sms.Where(s => s.GetProperty("text").GetString() == "李娜您好，进度见 https://x/t/1").ShouldHaveSingleItem();
        (sent.GetProperty("phone").GetString(), sent.GetProperty("templateNumber").GetString(), sent.GetProperty("values").GetProperty("name").GetString()).ShouldBe(("13900139000", "T-77", "李娜"));
        (await FindAsync("sms:1")).State.ShouldBe(MessageState.Sent);
        (await owner.OpenAsync("/Messages/Outbox?q=13900139000")).ShouldBeOk().Text.ShouldContain("李娜您好");
    }

    [Fact]
    public async Task is_delivered_once_the_provider_says_so_and_parked_when_it_says_it_is_not()
    {
        foreach (var key in new[] { "receipt:1", "receipt:2" }) await QueueAsync(Message(key));
        installation.Time.SetUtcNow(Tomorrow(9));
        await RunAsync();
        var (arrived, lost) = (await FindAsync("receipt:1"), await FindAsync("receipt:2"));
        (await ReportAsync("wrong", "{}")).ShouldBe((HttpStatusCode.Unauthorized, ""));
        (await ReportAsync("a-receipt-token-of-the-test", "no json")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var told = $$"""[{ "id": "{{arrived.PublicId}}", "delivered": true }, { "id": "{{lost.PublicId}}", "delivered": false, "reason": "number switched off" }, { "id": "{{Guid.Empty}}", "delivered": true }]""";
        for (var i = 0; i < 2; i++) (await ReportAsync("a-receipt-token-of-the-test", told)).ShouldBe((HttpStatusCode.OK, """{"taken":2,"unknown":1}"""));
        (await FindAsync("receipt:1")).State.ShouldBe(MessageState.Delivered);
        ((await FindAsync("receipt:2")).State, (await FindAsync("receipt:2")).Error).ShouldBe((MessageState.Parked, "number switched off"));
    }

    async Task<(HttpStatusCode Status, string Said)> ReportAsync(string token, string body)
    {
        using var client = new HttpClient { BaseAddress = installation.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var answer = await client.PostAsync("/messages/receipts", new StringContent(body, Encoding.UTF8, "application/json"));
        return (answer.StatusCode, answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : "");
    }

    [Fact]
    public async Task by_mail_reaches_the_mail_server()
    {
        await QueueAsync(Message("mail:1", phone: null, email: "lina@example.com"));
        await RunAsync();
        installation.Mails.ShouldContain(m => m.Contains("lina@example.com", StringComparison.Ordinal));
        (await FindAsync("mail:1")).Channel.ShouldBe("email");
    }

    [Fact]
    public async Task to_nobody_is_marked_as_not_sent()
    {
        await QueueAsync(Message("nobody:1", phone: " ", email: null));
        (await FindAsync("nobody:1")).State.ShouldBe(MessageState.NotSent);
    }

    [Fact]
    public async Task that_fails_is_tried_again_later_and_then_waits_for_a_person()
    {
        installation.Answer = HttpStatusCode.BadGateway;
        try
        {
            await QueueAsync(Message("fails:1", phone: "13900139777"));
            for (var i = 0; i < 6; i++)
            {
                await RunAsync();
                installation.Time.Advance(TimeSpan.FromMinutes(1));
                if ((await FindAsync("fails:1")) is { State: MessageState.Queued } waiting && waiting.NextAt > installation.Now) installation.Time.SetUtcNow(new DateTimeOffset(waiting.NextAt.AddSeconds(1), TimeSpan.Zero));
            }
            var parked = await FindAsync("fails:1");
            (parked.State, parked.Attempts).ShouldBe((MessageState.Parked, 6));
        }
        finally
        {
            installation.Answer = HttpStatusCode.OK;
        }
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var page = await dispatcher.OpenAsync("/Messages/Outbox?state=parked");
        page.ShouldBeOk().Text.ShouldContain("502");
        installation.Time.SetUtcNow(Tomorrow(9));
        (await dispatcher.SubmitAsync(page, new() { ["id"] = (await FindAsync("fails:1")).PublicId.ToString() }, $"button[value='{(await FindAsync("fails:1")).PublicId}']")).ShouldBeOk();
        await RunAsync();
        (await FindAsync("fails:1")).State.ShouldBe(MessageState.Sent);
    }

    [Fact]
    public async Task at_night_waits_for_eight_unless_it_is_urgent()
    {
        installation.Time.SetUtcNow(Tomorrow(22));
        await QueueAsync(Message("night:1"));
        await QueueAsync(Message("night:2") with { Urgent = true });
        await RunAsync();
        var waiting = await FindAsync("night:1");
        (waiting.State, waiting.NextAt).ShouldBe((MessageState.Queued, Tomorrow(8).UtcDateTime.AddDays(waiting.NextAt.Day == Tomorrow(8).Day ? 0 : 1)));
        (await FindAsync("night:2")).State.ShouldBe(MessageState.Sent);
        installation.Time.SetUtcNow(new DateTimeOffset(waiting.NextAt.AddMinutes(1), TimeSpan.Zero));
        await RunAsync();
        (await FindAsync("night:1")).State.ShouldBe(MessageState.Sent);
    }

    [Fact]
    public async Task with_a_placeholder_that_nobody_fills_is_refused_where_it_is_written()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        var refused = await owner.SubmitAsync("/Messages/EditTemplate/test", new() { ["Input.ChineseSubject"] = "x", ["Input.ChineseBody"] = "{nmae}", ["Input.EnglishSubject"] = "x", ["Input.EnglishBody"] = "y" });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("{nmae}");
        await Should.ThrowAsync<ArgumentException>(() => QueueAsync(new CustomerMessage("bad:1", "test", "1", null, "en", new Dictionary<string, string>())));
        await Should.ThrowAsync<ArgumentException>(() => QueueAsync(new CustomerMessage("bad:2", "no-such", "1", null, "en", new Dictionary<string, string>())));
    }

    /// <summary>An hour of the day after the clock's, in Shanghai.</summary>
    DateTimeOffset Tomorrow(int hour) => new(DateOnly.FromDateTime(installation.Now.AddHours(8)).AddDays(1).ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(8));
}
