using System.Collections.Concurrent;
using System.Net;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Feedback;

/// <summary>Somebody tries words of links at random, from one address and from many; a customer answers meanwhile.</summary>
[OnOneDatabase]
public sealed class GuessingLinks(Installation installation) : IClassFixture<Installation>
{
    static readonly int Guesses = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 100_000 : 10_000;
    const int Rounds = 20, TokensPerMinute = 20;

    [Fact]
    public async Task finds_nothing_and_does_not_keep_others_waiting()
    {
        var (invitation, link) = await LinkAsync();
        using var customer = installation.Anonymous();
        customer.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        using var guesser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = installation.Address };
        ConcurrentDictionary<(bool FromOne, HttpStatusCode Status), int> found = [];
        for (var round = 0; round < Rounds; round++)
        {
            var guessing = Parallel.ForAsync(0, Guesses / Rounds, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, ct) =>
            {
                var n = (round * Guesses / Rounds) + i;
                var fromOne = n % 4 == 0;
                using var guess = new HttpRequestMessage(HttpMethod.Get, (n % 3 == 0 ? "/c/" : "/s/") + PublicToken.New());
                guess.Headers.Add("X-Forwarded-For", fromOne ? "198.51.100.1" : $"10.{n >> 16}.{(n >> 8) & 255}.{n & 255}");
                using var answer = await guesser.SendAsync(guess, ct);
                found.AddOrUpdate((fromOne, answer.StatusCode), 1, (_, count) => count + 1);
            });
            (await customer.SubmitAsync(link, new() { ["q-overall"] = $"{3 + (round % 3)}" }, with: "#questions")).ShouldBeOk();
            await guessing;
        }
        found.ShouldBe(new Dictionary<(bool, HttpStatusCode), int>
        {
            [(true, HttpStatusCode.NotFound)] = TokensPerMinute, [(true, HttpStatusCode.TooManyRequests)] = (Guesses / 4) - TokensPerMinute, [(false, HttpStatusCode.NotFound)] = Guesses * 3 / 4,
        }, ignoreOrder: true);
        var stored = await installation.WithAsync<FeedbackDbContext, List<Invitation>>(db => db.Set<Invitation>().AsNoTracking().Include(i => i.Response).ToListAsync());
        stored.Single(i => i.Response is not null).PublicId.ShouldBe(invitation);
        (await installation.WithAsync<FeedbackDbContext, int>(db => db.Set<Complaint>().CountAsync())).ShouldBe(0);
    }

    Task<(Guid, string)> LinkAsync() => installation.WithAsync<IServiceProvider, (Guid, string)>(async services =>
    {
        var (db, now) = (services.GetRequiredService<FeedbackDbContext>(), installation.Now);
        db.TellsNobody = true;
        string? link = null;
        Guid? first = null;
        for (var i = 0; i < 50; i++)
        {
            var order = new OrderInBrief(PublicId.New(now), "SO-" + i, "repair", null, PublicId.New(now), "客户", "13900139000", null, null, null, null, null, null, null, true, now.AddHours(-1));
            var invitation = (await services.GetRequiredService<AskCustomers>().AboutOrderAsync(order, now, CancellationToken.None))!;
            (link, first) = (link ?? "/s/" + invitation.GiveLink(SurveyMethod.Link, now), first ?? invitation.PublicId);
        }
        await db.SaveChangesAsync();
        return (first!.Value, link!);
    });
}
