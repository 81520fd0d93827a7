using AfterSales.Feedback.Contracts.Feed;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AfterSales.IntegrationTests.Feedback;

/// <summary>
/// Completed orders with random histories, asked about by the product's own acts and jobs: events late and twice, answers at any time, customers who opt out and in again,
/// reminders and relationship samples between. What is stored is then judged by plain counting of days.
/// </summary>
public sealed class AskingThousandsOfOrders(Installation installation) : IClassFixture<Installation>
{
    static readonly int Orders = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 10_000 : 1_000;
    const int Share = 7, Cap = 30, Expiry = 14;
    static readonly Actor Customer = new("<customer>", "客户");
    readonly Random _random = new(20260311);
    readonly FakeTimeProvider _time = new(new DateTimeOffset(2025, 1, 1, 2, 0, 0, TimeSpan.Zero));
    readonly HashSet<string> _unwilling = [];
    readonly Dictionary<Guid, OrderInBrief> _told = [];
    int _late, _shared, _refusedAnswers, _answers;

    DateTime Now => TimeProviderInstants.Now(_time);
    static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc.AddHours(8)); // Shanghai has no other offset in these years

    [Fact]
    public async Task never_breaks_the_cap_the_expiry_the_opt_out_or_asks_twice()
    {
        List<OrderInBrief> waiting = [];
        for (var made = 0; made < Orders || waiting.Count > 0; _time.Advance(TimeSpan.FromDays(1)))
        {
            await using var scope = installation.Services.CreateAsyncScope();
            var (services, db) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<FeedbackDbContext>());
            db.TellsNobody = true;
            var ask = services.GetRequiredService<AskCustomers>();
            for (var i = 0; i < 8 && made < Orders; i++) waiting.Add(OrderOf(made++));
            foreach (var order in waiting.Where(_ => _random.Next(10) > 0).ToList()) // one in ten waits for another day
            {
                await AskAsync(db, ask, order);
                if (_random.Next(10) == 0) await AskAsync(db, ask, order); // the event comes again
                waiting.Remove(order);
            }
            await WishAsync(db, ask);
            await AnswerAsync(db, services);
            await RemindAsync(db, ask, services);
            if (DayOf(Now) is { Month: 1 or 4 or 7 or 10, Day: 5 }) await DrawAsync(db, ask, services);
        }
        await JudgeAsync();
        (_late, _shared, _refusedAnswers, _answers).ShouldSatisfyAllConditions(t => t._late.ShouldBeGreaterThan(0), t => t._shared.ShouldBeGreaterThan(20), t => t._refusedAnswers.ShouldBeGreaterThan(20), t => t._answers.ShouldBeGreaterThan(100));
    }

    OrderInBrief OrderOf(int n)
    {
        var person = _random.Next(Orders / 12);
        var known = person % 5 > 0;
        return new OrderInBrief(PublicId.New(Now), $"SO-{n:000000}", "repair", null, known ? new Guid(person + 1, 0, 0, new byte[8]) : null, "客户" + person, $"139{person:00000000}", null, "gas_storage", null, "T01", "师傅", null, "A组", true,
            Now.AddMinutes(-_random.Next(1, 12 * 60)).AddDays(_random.Next(20) == 0 ? -_random.Next(10, 25) : 0));
    }

    async Task AskAsync(FeedbackDbContext db, AskCustomers ask, OrderInBrief order)
    {
        var key = Addressee.Of(order)!.Key;
        var known = await db.Set<Invitation>().AsNoTracking().Where(i => i.Kind == SurveyKind.Service && i.ContactKey == key).Select(i => i.FirstCompleted!.Value).ToListAsync();
        var completed = DayOf(order.CompletedAt!.Value);
        var (shares, late) = (known.Exists(first => Math.Abs(first.DayNumber - completed.DayNumber) <= Share), DayOf(Now).DayNumber - completed.DayNumber > Expiry);
        var asked = await ask.AboutOrderAsync(order, Now, CancellationToken.None);
        if (asked is not null && _random.Next(5) > 0) asked.Delivered(Now);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        (asked is not null).ShouldBe(!_told.ContainsKey(order.Id) && !_unwilling.Contains(key) && (shares || !late), $"{order.Number}: asked before {_told.ContainsKey(order.Id)}, opted out {_unwilling.Contains(key)}, shares {shares}, late {late}");
        if (asked is null) _late += late ? 1 : 0;
        else
        {
            _told.Add(order.Id, order);
            _shared += shares ? 1 : 0;
        }
    }

    async Task WishAsync(FeedbackDbContext db, AskCustomers ask)
    {
        var key = Addressee.Of(OrderOf(0))!.Key;
        if (_random.Next(3) > 0) return;
        if (!_unwilling.Remove(key)) _unwilling.Add(key);
        await ask.WishAsync(key, _unwilling.Contains(key), Now, Customer, CancellationToken.None);
        await db.SaveChangesAsync();
    }

    /// <summary>Some customers answer, also those whose time is over: an answer goes in until 24:00 of the 14th day, and a given one can be changed for a day.</summary>
    async Task AnswerAsync(FeedbackDbContext db, IServiceProvider services)
    {
        var policy = new SurveyPolicy();
        var count = await db.Set<Invitation>().CountAsync();
        for (var i = 0; i < 4 && count > 0; i++)
        {
            var recent = Math.Max(0, count - 120);
            var one = await db.Set<Invitation>().Whole().OrderBy(x => x.Id).Skip(recent + _random.Next(count - recent)).FirstAsync();
            var open = DayOf(Now).DayNumber - one.InvitedDay.DayNumber <= Expiry && (one.Response is not { } given || Now <= given.StartedAt.AddHours(24));
            var questions = await services.GetRequiredService<TakeAnswers>().QuestionsOfAsync(one, CancellationToken.None);
            var act = () => one.Answer(new Dictionary<string, IReadOnlyList<string>> { ["overall"] = ["5"] }, questions, new AnswerSource(SurveyMethod.Link, "zh-CN"), Now, DayOf(Now), policy);
            if (open) act();
            else Should.Throw<RuleViolation>(act).Key.ShouldBe("Surveys.Closed");
            _ = open ? _answers++ : _refusedAnswers++;
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    async Task RemindAsync(FeedbackDbContext db, AskCustomers ask, IServiceProvider services)
    {
        await new RemindOfSurveys(db, ask, services.GetRequiredService<ICompany>(), services.GetRequiredService<IPolicies>(), _time).RunAsync(Now, CancellationToken.None);
        db.ChangeTracker.Clear();
        var now = Now;
        foreach (var reminded in await db.Set<Invitation>().AsNoTracking().Where(i => i.RemindedAt == now).Select(i => new { i.ContactKey, Answered = i.Response != null }).ToListAsync())
        {
            _unwilling.ShouldNotContain(reminded.ContactKey);
            reminded.Answered.ShouldBeFalse();
        }
    }

    async Task DrawAsync(FeedbackDbContext db, AskCustomers ask, IServiceProvider services)
    {
        for (var i = 0; i < 2; i++) await new DrawRelationshipSample(db, ask, services.GetRequiredService<ICompany>(), services.GetRequiredService<IPolicies>(), _time).RunAsync(Now, CancellationToken.None);
        db.ChangeTracker.Clear();
        var now = Now;
        foreach (var drawn in await db.Set<Invitation>().AsNoTracking().Where(i => i.Kind == SurveyKind.Relationship && i.InvitedAt == now).Select(i => i.ContactKey).ToListAsync()) _unwilling.ShouldNotContain(drawn);
    }

    async Task JudgeAsync()
    {
        var all = await installation.WithAsync<FeedbackDbContext, List<Invitation>>(db => db.Set<Invitation>().AsNoTracking().Include(i => i.Orders).ToListAsync());
        all.SelectMany(i => i.Orders).Select(o => o.OrderId).ShouldBe(_told.Keys, ignoreOrder: true, "each order that could be asked about is on one invitation");
        foreach (var contact in all.GroupBy(i => i.ContactKey))
        {
            var first = contact.Where(i => i.Kind == SurveyKind.Service).Select(i => i.FirstCompleted!.Value.DayNumber).Order().ToList();
            first.Zip(first.Skip(1), (a, b) => b - a).ShouldAllBe(days => days > Share, "orders of seven days share one invitation");
            var pressed = contact.Where(i => i.Kind == SurveyKind.Relationship).Select(i => i.InvitedDay).Concat(contact.Where(i => i.RemindedDay is not null).Select(i => i.RemindedDay!.Value)).Select(d => d.DayNumber).Order().ToList();
            pressed.Zip(pressed.Skip(1), (a, b) => b - a).ShouldAllBe(days => days > Cap, "one relationship survey or reminder in thirty days");
        }
        all.Where(i => i.RemindedDay is not null).ShouldAllBe(i => i.RemindedDay!.Value.DayNumber - i.InvitedDay.DayNumber >= 2 && i.RemindedDay.Value.DayNumber - i.InvitedDay.DayNumber <= Expiry);
        all.ShouldContain(i => i.RemindedDay != null);
        all.ShouldContain(i => i.Kind == SurveyKind.Relationship);
    }
}
