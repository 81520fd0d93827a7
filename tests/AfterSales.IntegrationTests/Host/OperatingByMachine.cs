using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;

namespace AfterSales.IntegrationTests.Host;

/// <summary>An installation whose settings name the tokens of its machines.</summary>
public sealed class WithTokens : Installation
{
    public const string Metrics = "metrics-token-of-this-test", OpenApi = "openapi-token-of-this-test";

    protected override Task ConfigureAsync() => SetAsync(Metrics);

    public async Task SetAsync(string metrics)
    {
        var file = Folder.In("appsettings.json");
        var settings = File.Exists(file) ? JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject() : [];
        (settings["Metrics"], settings["OpenApi"]) = (new JsonObject { ["Token"] = metrics }, new JsonObject { ["Token"] = OpenApi });
        await File.WriteAllTextAsync(file, settings.ToJsonString());
    }
}

/// <summary>What is there for machines, and for nobody else.</summary>
public sealed class OperatingByMachine(WithTokens installation) : IClassFixture<WithTokens>
{
    [Fact]
    public async Task tells_its_figures_on_this_computer()
    {
        using var answer = await AskAsync("/metrics");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');
        lines.ShouldContain("aftersales_messages_parked 0");
        lines.ShouldContain("aftersales_job_failed{job=\"reporting.load-warehouse\"} 0");
        lines.ShouldContain(l => l.StartsWith("aftersales_info{version=", StringComparison.Ordinal));
        double.Parse(lines.Single(l => l.StartsWith("aftersales_database_bytes ", StringComparison.Ordinal)).Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(100_000);
        using var again = await AskAsync("/metrics");
        (await again.Content.ReadAsStringAsync()).ShouldContain("http_requests_received_total");
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Host", "service.example.com")]
    public async Task refuses_its_figures_to_whoever_comes_from_elsewhere(string header, string value)
    {
        using var refused = await AskAsync("/metrics", (header, value));
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("reference").GetString().ShouldNotBeNullOrEmpty();
        using var wrong = await AskAsync("/metrics", (header, value), ("Authorization", "Bearer " + WithTokens.OpenApi));
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var right = await AskAsync("/metrics", (header, value), ("Authorization", "Bearer " + WithTokens.Metrics));
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task shows_its_interface_to_the_administrator_and_to_the_token()
    {
        using var anonymous = await AskAsync("/openapi/v1.json");
        anonymous.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var wrong = await AskAsync("/openapi/v1.json", ("Authorization", "Bearer " + WithTokens.Metrics));
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await (await installation.AsAsync(Roles.Manager)).OpenAsync("/openapi/v1.json")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var byToken = await AskAsync("/openapi/v1.json", ("Authorization", "Bearer " + WithTokens.OpenApi));
        byToken.StatusCode.ShouldBe(HttpStatusCode.OK);
        var document = JsonDocument.Parse((await (await installation.AsAsync(Roles.Administrator)).OpenAsync("/openapi/v1.json")).ShouldBeOk().Body).RootElement;
        document.GetProperty("openapi").GetString().ShouldStartWith("3.");
        document.GetProperty("info").GetProperty("title").GetString().ShouldBe("AfterSales");
    }

    [Fact]
    public async Task does_not_start_with_a_token_that_can_be_guessed()
    {
        await using var other = new WithTokens();
        await other.InitializeAsync();
        await other.StopAsync();
        await other.SetAsync("secret");
        (await Should.ThrowAsync<AfterSales.Kernel.CommandLine.WrongSetting>(other.StartAsync)).Message.ShouldStartWith("Metrics:Token");
    }

    async Task<HttpResponseMessage> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient { BaseAddress = installation.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request);
    }
}
