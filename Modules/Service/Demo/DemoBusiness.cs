using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using AfterSales.Staff.Contracts;
using Bogus;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Demo;

/// <summary>
/// The Service module's share of the demo company: seasons, a bad team, a bad product, and one bad month in which both are much worse than usual: the team answers late (the others a little),
/// and a batch of parts brings the product back. All else stays as it is through the two years, so that charts have nothing else to tell.
/// </summary>
internal sealed class DemoBusiness(IServiceScopeFactory scopes, IAccountNames accounts, OrderRulebook rulebook, ICompany company, IPolicies policies) : IDemoPart
{
    const int Chunk = 200;
    static readonly int[] HoursOfADay = [9, 11, 14, 16];

    /// <summary>Requests by month, January first: heaters fail in winter.</summary>
    static readonly double[] Season = [1.55, 1.40, 1.10, 0.90, 0.75, 0.65, 0.60, 0.60, 0.75, 0.95, 1.20, 1.50];

    public int Order => 10;

    /// <summary>The month in which the bad team answered late and the bad product came back: two months before the end, after the twenty months that a baseline takes; the middle of a shorter demo.</summary>
    public static DateOnly BadMonth(DemoPlan plan)
    {
        var months = (plan.Until.Year - plan.From.Year) * 12 + plan.Until.Month - plan.From.Month;
        return new DateOnly(plan.Until.Year, plan.Until.Month, 1).AddMonths(-Math.Min(2, (months + 1) / 2));
    }

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        var faker = new Faker("zh_CN") { Random = new Randomizer(plan.Seed) };
        var cast = new DemoCast(faker);
        cast.MakeStaffAndModels();
        var start = company.CalendarAt(DateTime.UnixEpoch).StartOf(plan.From);
        var end = company.CalendarAt(DateTime.UnixEpoch).EndOf(plan.Until);
        var visits = new DemoVisits(new Randomizer(plan.Seed ^ 0x5EED), company, policies, cast) { PicturesSince = end.AddDays(-14), Picture = await PictureAsync(ct) };
        var contract = await SettleAsync(cast, visits, plan, start, ct);
        var story = new DemoStory(faker, company, rulebook, cast, visits, end, BadMonth(plan), contract, new DemoLeaflets(plan, company));
        var requests = Requests(plan, faker, cast);
        var (repeats, ofBadBatch) = (new HashSet<long>(), 0);
        long made = 0;
        for (var done = 0; requests.Count > 0;)
        {
            List<ServiceOrder> orders = [];
            while (orders.Count < Chunk && requests.TryDequeue(out var request, out var at))
            {
                var order = story.Tell(request.Home, at, request.IsRepeat);
                orders.Add(order);
                if (order.Kind == OrderKind.Repair) repeats.Add(request.Home.Appliance.Id);
                var comesBack = request.Home.Team == DemoCast.BadTeam ? 0.11 : request.Home.Model.Code == DemoCast.BadModel ? 0.13 : 0.03;
                if (request.Home.Model.Code == DemoCast.BadModel && order is { Kind: OrderKind.Repair, CompletedAt: { } fitted } && story.InBadMonth(fitted)) comesBack = ++ofBadBatch % 3 == 0 ? 0 : 1; // two of three, however few
                if (order is { Kind: OrderKind.Repair, CompletedAt: { } completed } && faker.Random.Double() < comesBack
                    && completed.AddHours(faker.Random.Double(30, 25 * 24)) is var again && again < end)
                    requests.Enqueue(request with { IsRepeat = true }, again.CutToMilliseconds());
            }
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
            db.TellsNobody = true;
            db.AddRange(orders);
            db.AddRange(visits.Made);
            visits.Made.Clear();
            await db.SaveChangesAsync(ct);
            made = done += orders.Count;
            progress.Report((done, Math.Max(done, plan.Orders)));
        }
        if (plan.Orders >= 50) made += await LastEveningAsync(story, cast, visits, ct);
        foreach (var some in repeats.Order().Chunk(500))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
            await new FindRepeats(db, rulebook).LinkAsync(some, ct);
            await db.SaveChangesAsync(ct);
        }
        return made;
    }

    /// <summary>Visits that go on when the demo's time ends: somebody is on the way, somebody at work.</summary>
    async Task<int> LastEveningAsync(DemoStory story, DemoCast cast, DemoVisits visits, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        db.TellsNobody = true;
        var evening = cast.Households.TakeLast(4).Select((home, i) => story.TellOfLastEvening(home, arrives: i % 2 == 1)).ToList();
        evening.AddRange(NextDay(story, cast));
        db.AddRange(evening);
        db.AddRange(visits.Made);
        await db.SaveChangesAsync(ct);
        return evening.Count;
    }

    /// <summary>Two to four visits for each of the first technicians, most for the one who has an account; whoever is not certified for a household's type is not sent there. Three visits wait for somebody.</summary>
    static IEnumerable<ServiceOrder> NextDay(DemoStory story, DemoCast cast)
    {
        var homes = cast.Households.SkipLast(4).Reverse().ToList();
        foreach (var (technician, i) in cast.Technicians.Take(6).Select((t, i) => (t, i)))
        {
            foreach (var hour in HoursOfADay.Take(i == 0 ? 4 : 2 + i % 2))
            {
                if (homes.Select(home => (Home: home, Order: story.TellOfNextDay(home, technician, hour))).FirstOrDefault(t => t.Order is not null) is not { Order: { } order } told) break;
                homes.Remove(told.Home);
                yield return order;
            }
        }
        foreach (var (home, i) in homes.Take(3).Select((h, i) => (h, i))) yield return story.TellOfNextDay(home, null, HoursOfADay[i])!;
    }

    public async Task<bool> HasDataAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<ServiceOrder>().AnyAsync(ct);
    }

    /// <summary>One picture stands for all: a nameplate drawn by the product.</summary>
    async Task<(string Sha256, int Width, int Height)> PictureAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<KeepPhoto>().KeepAsync(DemoPicture.Nameplate(), new VisitPolicy(), ct);
        return (kept.Sha256, kept.Width, kept.Height);
    }

    sealed record Coming(DemoHousehold Home, bool IsRepeat);

    /// <summary>Stores models, technicians, customers and their appliances.</summary>
    /// <returns>Id of the default contract.</returns>
    async Task<long> SettleAsync(DemoCast cast, DemoVisits visits, DemoPlan plan, DateTime start, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        db.AddRange(cast.Models);
        db.AddRange(cast.Technicians);
        if (await accounts.InRoleAsync(Roles.Technician, ct) is [var account, ..]) cast.Technicians[0].SignInAs(account.Id);
        await db.SaveChangesAsync(ct);
        db.AddRange(visits.MakeCatalogue(cast.Models, start));
        await db.SaveChangesAsync(ct);
        cast.MakeCertificates(plan.From, plan.Until);
        await scope.ServiceProvider.GetRequiredService<IRegisterCertificates>().RegisterAsync(cast.Certificates, ct);
        var span = LifeDays + plan.Until.DayNumber - plan.From.DayNumber;
        var people = Enumerable.Range(0, (int)Math.Max(20, plan.Orders * 0.6 * span / LifeDays)).Select(i => cast.MakeCustomer(i, start)).ToList();
        db.AddRange(people.Select(p => p.Customer));
        await db.SaveChangesAsync(ct);
        for (var i = 0; i < people.Count; i++) // every team meets every model, so that nobody answers for the other's faults
        {
            var model = cast.Models[i % 12 < cast.Models.Count ? i % 12 : i % 3]; // gas models are the commonest
            var appliance = Appliance.Register(people[i].Customer.Id, model.Id, $"SN{plan.From.Year - 2}{i:000000}", people[i].Address, plan.Until.AddDays(-(int)(i * 37L % span)), start, cast.AnId());
            db.Add(appliance);
            cast.Households.Add(new DemoHousehold(people[i].Customer, appliance, model, people[i].Phone, DemoCast.Teams[(i + i / 12) % DemoCast.Teams.Length]));
        }
        await db.SaveChangesAsync(ct);
        await TwinsAsync(db, cast, start, ct);
        return await db.Set<BrandContract>().Where(c => c.Code == BrandContract.DefaultCode).Select(c => c.Id).FirstAsync(ct);
    }

    /// <summary>A few people are on record twice, as happens; one such pair was found and merged.</summary>
    static async Task TwinsAsync(ServiceDbContext db, DemoCast cast, DateTime start, CancellationToken ct)
    {
        var twins = cast.Households.Take(4).Select(h => Customer.Register(h.Customer.Name, h.Phone, h.Customer.Address, null, start, cast.AnId())).ToList();
        db.AddRange(twins);
        await db.SaveChangesAsync(ct);
        db.Add(CustomerMerge.Of(cast.Households[0].Customer, twins[0], new MergeChoice(MergeSide.Survivor, MergeSide.Survivor, MergeSide.Survivor), new Belongings([], []), 0, await db.Set<Appliance>().MaxAsync(a => a.Id, ct), Actor.System, start, cast.AnId()));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Days from purchase in which a household calls; heaters are bought evenly before and during the demo, so that at any time as many are under warranty.</summary>
    const int LifeDays = 1500;

    /// <summary>Share of the orders that are first calls; the rest are repeats, which come by themselves.</summary>
    const double FirstCalls = 0.965;

    /// <summary>A household whose heater is bought and not worn out.</summary>
    static DemoHousehold Caller(Faker faker, DemoCast cast, DateOnly day)
    {
        for (var tries = 0; ; tries++)
            if (faker.Random.ListItem(cast.Households) is var home && (tries == 50 || (home.Appliance.PurchasedOn is { } bought && bought <= day && bought > day.AddDays(-LifeDays)))) return home;
    }

    /// <summary>When who calls, in order of time.</summary>
    PriorityQueue<Coming, DateTime> Requests(DemoPlan plan, Faker faker, DemoCast cast)
    {
        var days = Enumerable.Range(0, plan.Until.DayNumber - plan.From.DayNumber + 1).Select(plan.From.AddDays).ToList();
        var weights = days.Select(d => Season[d.Month - 1] * (d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0.8 : 1.05)).ToList();
        var total = weights.Sum();
        var requests = new PriorityQueue<Coming, DateTime>();
        double owed = 0;
        for (var i = 0; i < days.Count; i++)
            for (owed += weights[i] / total * plan.Orders * FirstCalls; owed >= 1; owed--)
            {
                var hour = faker.Random.WeightedRandom([7, 9, 11, 14, 16, 19, 21, 23, 2], [0.06f, 0.2f, 0.15f, 0.14f, 0.14f, 0.16f, 0.1f, 0.03f, 0.02f]);
                var local = days[i].ToDateTime(new TimeOnly(hour, faker.Random.Int(0, 59), faker.Random.Int(0, 59))).AddMinutes(faker.Random.Int(-50, 50));
                if (DateOnly.FromDateTime(local) <= plan.Until) requests.Enqueue(new Coming(Caller(faker, cast, days[i]), false), TimeZoneInfo.ConvertTimeToUtc(local, company.Zone));
            }
        return requests;
    }
}
