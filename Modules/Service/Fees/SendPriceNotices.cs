using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Fees;

/// <summary>
/// Makes a notice for every customer with a registered appliance when a list is published, each once, a batch at a time; hands them to the outbox of
/// messages and takes back what became of them.
/// </summary>
internal sealed class SendPriceNotices(ServiceDbContext db, ICustomerMessages messages, OrderFees fees, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("service.price-notices", typeof(SendPriceNotices), "20 */10 * * * ?");
    public static readonly MessageTemplate Template = new("price_notice", "company", "name", "day", "link");
    const int Batch = 1000;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var made = 0;
        foreach (var list in await db.Set<PriceList>().Where(l => l.PublishedAt != null && l.NoticesMadeAt == null).OrderBy(l => l.Id).ToListAsync(ct))
        {
            for (List<long> waiting; (waiting = await WaitingAsync(list.Id, ct)).Count > 0; made += waiting.Count)
            {
                foreach (var customer in waiting) db.Add(NoticeFor(list, customer));
                await db.SaveChangesAsync(ct);
            }
            list.NoticesMade(time.Now());
            await db.SaveChangesAsync(ct);
        }
        return new JobOutcome(made + await FollowAsync(ct));
    }

    PriceNotice NoticeFor(PriceList list, long customer)
    {
        var now = time.Now();
        return new PriceNotice { PublicId = PublicId.New(now), PriceListId = list.Id, CustomerId = customer, EffectiveFrom = list.EffectiveFrom!.Value, QueuedAt = now };
    }

    Task<List<long>> WaitingAsync(long list, CancellationToken ct) => db.Set<Appliance>().Where(a => a.CustomerId != null && !db.Set<PriceNotice>().Any(n => n.PriceListId == list && n.CustomerId == a.CustomerId))
        .Select(a => a.CustomerId!.Value).Distinct().OrderBy(id => id).Take(Batch).ToListAsync(ct);

    static string KeyOf(PriceNotice notice) => $"price-notice:{notice.PublicId:N}";

    /// <summary>Notices under way: those that nobody queued yet are queued (the same key again does nothing), the others report how they fare.</summary>
    async Task<int> FollowAsync(CancellationToken ct)
    {
        var reported = 0;
        for (List<PriceNotice> open; ; await db.SaveChangesAsync(ct))
        {
            var last = reported;
            open = await db.Set<PriceNotice>().Where(n => n.State == NoticeState.Queued || n.State == NoticeState.Sent).OrderBy(n => n.Id).Skip(reported).Take(Batch).ToListAsync(ct);
            if (open.Count == 0) return reported;
            var states = await messages.StatesAsync([.. open.Select(KeyOf)], ct);
            await QueueAsync([.. open.Where(n => !states.ContainsKey(KeyOf(n)))], ct);
            foreach (var notice in open)
                if (states.TryGetValue(KeyOf(notice), out var state)) Report(notice, state);
            reported = last + open.Count(n => n.State is NoticeState.Queued or NoticeState.Sent);
        }
    }

    void Report(PriceNotice notice, MessageState state)
    {
        NoticeState? told = state switch { MessageState.Delivered => NoticeState.Delivered, MessageState.Sent => NoticeState.Sent, MessageState.Parked or MessageState.Cancelled => NoticeState.Failed, MessageState.NotSent => NoticeState.NoAddress, _ => null };
        if (told is { } known && known != notice.State) notice.Report(known, time.Now(), fees.Policy.Announcement, company.CalendarAt(time.Now()));
    }

    async Task QueueAsync(IReadOnlyList<PriceNotice> news, CancellationToken ct)
    {
        if (company.PublicUrl is not { } root) return; // without a public address customers cannot open the page: the notices wait
        var ids = news.Select(n => n.CustomerId).ToList();
        var people = await db.Set<Customer>().AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name, Phone = c.Phones.OrderBy(p => p.Id).Select(p => p.Number).FirstOrDefault() }).ToDictionaryAsync(c => c.Id, ct);
        foreach (var notice in news)
        {
            if (!people.TryGetValue(notice.CustomerId, out var person)) continue;
            var values = new Dictionary<string, string> { ["company"] = company.Name, ["name"] = person.Name, ["day"] = notice.EffectiveFrom.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["link"] = new Uri(root, "/prices").ToString() };
            await messages.QueueAsync(new CustomerMessage(KeyOf(notice), Template.Code, person.Phone, null, "zh-CN", values) { About = notice.PublicId }, ct);
        }
    }
}
