using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Tracking;

/// <summary>A link by which a customer follows one order without an account. Only the hash of its words is kept; an order may have several.</summary>
internal sealed class TrackingLink
{
    public long Id { get; private set; }
    public required long OrderId { get; init; }
    public required string TokenHash { get; init; }
    public required DateTime MadeAt { get; init; }
}

internal sealed class TrackingLinkMap : IEntityTypeConfiguration<TrackingLink>
{
    public void Configure(EntityTypeBuilder<TrackingLink> builder)
    {
        builder.ToTable("tracking_links");
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.HasOne<ServiceOrder>().WithMany().HasForeignKey(l => l.OrderId);
    }
}

/// <summary>What customers may do on the pages without an account.</summary>
internal sealed record TrackingPolicy
{
    public const string Key = "service.tracking";

    /// <summary>Days after closing (or cancelling) until a link opens nothing any more.</summary>
    public int DaysAfterClosing { get; init; } = 90;
    /// <summary>Windows a customer can choose from, local hours.</summary>
    public IReadOnlyList<string> Windows { get; init; } = ["08:00-10:00", "10:00-12:00", "13:00-15:00", "15:00-17:00", "17:00-19:00", "19:00-21:00"];
    /// <summary>Days ahead that are offered, today included.</summary>
    public int DaysAhead { get; init; } = 7;
    /// <summary>A window that starts sooner than this is not offered.</summary>
    public int LeadHours { get; init; } = 2;
}

/// <summary>Makes tracking links and finds the order behind one.</summary>
internal sealed class TrackOrders(ServiceDbContext db, Kernel.Policies.IPolicies policies, ICustomerMessages messages, ICompany company, TimeProvider time)
{
    public static readonly MessageTemplate Template = new("tracking", "company", "number", "link");

    /// <summary>The order behind a link; null when the words are malformed or unknown, or the link has run out: all the same to whoever asks.</summary>
    public async Task<ServiceOrder?> BehindAsync(string token, bool toChange, CancellationToken ct)
    {
        if (PublicToken.Hash(token) is not { } hash || await db.Set<TrackingLink>().AsNoTracking().FirstOrDefaultAsync(l => l.TokenHash == hash, ct) is not { } link) return null;
        var orders = toChange ? db.Set<ServiceOrder>() : db.Set<ServiceOrder>().AsNoTracking();
        var order = await orders.Include(o => o.Pauses).FirstOrDefaultAsync(o => o.Id == link.OrderId, ct);
        var end = order?.ClosedAt ?? order?.CancelledAt;
        return end is { } ended && time.Now() > ended.AddDays(policies.At<TrackingPolicy>(ended).Value.DaysAfterClosing) ? null : order;
    }

    /// <summary>A new link to an order, to be shown or sent once.</summary>
    /// <returns>Its path, e.g. <c>/t/…</c>.</returns>
    public async Task<string> LinkAsync(string number, CancellationToken ct)
    {
        var id = await db.Set<ServiceOrder>().Where(o => o.Number == number).Select(o => (long?)o.Id).FirstOrDefaultAsync(ct) ?? throw new Kernel.Pages.NotThere();
        var token = PublicToken.New();
        db.Add(new TrackingLink { OrderId = id, TokenHash = PublicToken.Hash(token)!, MadeAt = time.Now() });
        await db.SaveChangesAsync(ct);
        return "/t/" + token;
    }

    /// <summary>Sends a link to the order's contact. Without a public address nothing can be reached from outside, so nothing is sent.</summary>
    public async Task SendAsync(ServiceOrder order, string path, string language, CancellationToken ct)
    {
        if (company.PublicUrl is not { } home || order.ContactPhone is null) return;
        await messages.QueueAsync(new CustomerMessage($"tracking:{PublicToken.Hash(path.Split('/')[^1])}", Template.Code, order.ContactPhone, null, language,
            new Dictionary<string, string> { ["company"] = company.Name, ["number"] = order.Number, ["link"] = new Uri(home, path).ToString() }) { About = order.PublicId }, ct);
    }

    /// <summary>Windows that a customer may choose now, in order; instants are UTC.</summary>
    public IReadOnlyList<OfferedWindow> Windows()
    {
        var (now, policy) = (time.Now(), policies.At<TrackingPolicy>(time.Now()).Value);
        var today = company.LocalDay(now);
        return
        [
            .. from day in Enumerable.Range(0, policy.DaysAhead).Select(today.AddDays)
               from window in policy.Windows
               let hours = window.Split('-')
               let start = At(day, hours[0])
               where start >= now.AddHours(policy.LeadHours)
               select new OfferedWindow($"{day:yyyy-MM-dd} {window}", day, window, start, At(day, hours[1])),
        ];
    }

    DateTime At(DateOnly day, string hour) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.ParseExact(hour, "HH:mm")), company.Zone);
}

/// <param name="Code">What the form sends.</param>
internal sealed record OfferedWindow(string Code, DateOnly Day, string Hours, DateTime Start, DateTime End);
