using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Fees;

/// <summary>
/// A version of the company's prices (clause 1.9): drafted, then published with an announcement one calendar month before it takes effect. A
/// published list never changes.
/// </summary>
internal sealed class PriceList : Aggregate, INumbered
{
    public string Number { get; private set; } = "";
    public string Name { get; private set; } = "";
    /// <summary>The prices, as JSON; read through <see cref="Sheet"/>.</summary>
    public string Prices { get; private set; } = "{}";
    public DateOnly? AnnouncedOn { get; private set; }
    public DateOnly? EffectiveFrom { get; private set; }
    public DateTime DraftedAt { get; private init; }
    public DateTime? PublishedAt { get; private set; }
    public string? PublishedBy { get; private set; }
    /// <summary>All customers concerned have their notice.</summary>
    public DateTime? NoticesMadeAt { get; private set; }

    PriceList()
    {
    }

    string INumbered.NumberSeries => "PL";
    int INumbered.NumberYear => DraftedAt.Year;
    bool INumbered.NeedsNumber => Number.Length == 0;
    void INumbered.GiveNumber(long sequence) => Number = $"PL-{DraftedAt.Year}-{sequence:00}";

    public PriceSheet Sheet => FeeJson.Read<PriceSheet>(Prices);
    public bool IsPublished => PublishedAt is not null;

    public static PriceList Draft(string name, PriceSheet sheet, DateTime now)
    {
        var list = new PriceList { DraftedAt = now };
        list.Write(name, sheet);
        return list;
    }

    /// <summary>Changes a draft.</summary>
    public void Write(string name, PriceSheet sheet)
    {
        Require(!IsPublished, "Fees.Lists.Published");
        Require(!string.IsNullOrWhiteSpace(name), "Fees.Lists.NameMissing", "Input.Name");
        Check(sheet);
        (Name, Prices) = (name.Trim(), FeeJson.Write(sheet));
        Acted();
    }

    /// <summary>Announces the list today. Customers must be told one month ahead, counted by the Civil Code; earlier days are refused with the earliest that is possible.</summary>
    /// <param name="isFirst">No list was in force before, so no fee changes and nobody has to be told ahead.</param>
    public void Publish(DateOnly effectiveFrom, DateOnly today, TimeLimit announcement, WorkingCalendar calendar, bool isFirst, DateTime now, Actor who)
    {
        Require(!IsPublished, "Fees.Lists.Published");
        var earliest = isFirst ? today : announcement.EarliestEffectiveDay(today, calendar);
        if (effectiveFrom < earliest && !isFirst) throw new RuleViolation("Fees.Lists.TooEarly", today.ToString("O"), earliest.ToString("O")) { Field = "Input.EffectiveFrom" };
        (AnnouncedOn, EffectiveFrom, PublishedAt, PublishedBy, NoticesMadeAt) = (today, effectiveFrom, now, who.Name, isFirst ? now : null);
        Acted();
    }

    /// <summary>The last customer got the notice.</summary>
    public void NoticesMade(DateTime now)
    {
        NoticesMadeAt ??= now;
        Acted();
    }

    static void Check(PriceSheet sheet)
    {
        var callOut = sheet.CallOut;
        decimal[] amounts = [callOut.Base, callOut.IncludedKm, callOut.PerKm, callOut.IncludedMinutes, callOut.PerQuarter, callOut.DayFactor, callOut.NightFactor, callOut.RestDayFactor, callOut.HolidayFactor, sheet.LabourPerHour, sheet.WorkAtHeight,
            .. sheet.Works.Select(w => w.Hours), .. sheet.Parts.Select(p => p.Price), .. sheet.Materials.Select(m => m.Price)];
        Require(amounts.All(a => a is >= 0 and <= 1_000_000), "Fees.Lists.Amounts");
        var codes = sheet.Works.Select(w => "w:" + w.Code).Concat(sheet.Parts.Select(p => "p:" + p.Code)).Concat(sheet.Materials.Select(m => "m:" + m.Code)).ToList();
        if (codes.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new RuleViolation("Fees.Lists.CodeTwice", twice.Key[2..]);
    }
}

internal enum NoticeState { Queued, Sent, Delivered, Failed, NoAddress }

/// <summary>Tells one customer of new prices, and what became of it.</summary>
internal sealed class PriceNotice : IInFeed
{
    public long Id { get; private set; }
    public long Change { get; private set; }
    public Guid PublicId { get; init; }
    public long PriceListId { get; init; }
    public long CustomerId { get; init; }
    public DateOnly EffectiveFrom { get; init; }
    public NoticeState State { get; private set; }
    public DateTime QueuedAt { get; init; }
    public DateTime? DeliveredAt { get; private set; }
    /// <summary>It arrived one month before the prices took effect.</summary>
    public bool InTime { get; private set; }

    /// <summary>What the channel reports. A notice that arrived stays arrived.</summary>
    public void Report(NoticeState state, DateTime at, TimeLimit announcement, WorkingCalendar calendar)
    {
        if (State == NoticeState.Delivered) return;
        State = state;
        if (state != NoticeState.Delivered) return;
        DeliveredAt = at;
        InTime = announcement.EarliestEffectiveDay(calendar.DayOf(at), calendar) <= EffectiveFrom;
    }
}

/// <summary>A warranty term: months for a component group of a model, for units sold from some day on, and where it is written.</summary>
internal sealed class WarrantyTerm
{
    public long Id { get; private set; }
    /// <summary>Null: every model.</summary>
    public long? ModelId { get; init; }
    public required string Group { get; init; }
    public required int Months { get; init; }
    public required string Source { get; init; }
    public DateOnly EffectiveFrom { get; init; }
}

internal static class PriceQueries
{
    /// <summary>The list in force on a day; null before the first.</summary>
    public static Task<PriceList?> InForceOnAsync(this IQueryable<PriceList> lists, DateOnly day, CancellationToken ct) =>
        lists.AsNoTracking().Where(l => l.PublishedAt != null && l.EffectiveFrom <= day).OrderByDescending(l => l.EffectiveFrom).ThenByDescending(l => l.Id).FirstOrDefaultAsync(ct);

    /// <summary>The terms that hold for a model bought on a day: the newest of each group, a model's own before those of all models.</summary>
    public static IReadOnlyList<GroupTerm> HoldingFor(this IEnumerable<WarrantyTerm> terms, long? model, DateOnly bought) =>
    [
        .. terms.Where(t => (t.ModelId is null || t.ModelId == model) && t.EffectiveFrom <= bought).GroupBy(t => t.Group)
            .Select(g => g.OrderByDescending(t => t.ModelId is not null).ThenByDescending(t => t.EffectiveFrom).First()).OrderBy(t => t.Group, StringComparer.Ordinal)
            .Select(t => new GroupTerm(t.Group, t.Months, t.Source)),
    ];
}

internal sealed class PriceMap : IEntityTypeConfiguration<PriceList>, IEntityTypeConfiguration<PriceNotice>, IEntityTypeConfiguration<WarrantyTerm>
{
    public void Configure(EntityTypeBuilder<PriceList> builder)
    {
        builder.ToTable("price_lists");
        builder.Ignore(l => l.Sheet);
        builder.HasIndex(l => l.Number).IsUnique();
        builder.HasIndex(l => l.EffectiveFrom).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PriceNotice> builder)
    {
        builder.ToTable("price_notices");
        builder.HasIndex(n => new { n.PriceListId, n.CustomerId }).IsUnique();
        builder.HasIndex(n => n.PublicId).IsUnique();
        builder.HasOne<PriceList>().WithMany().HasForeignKey(n => n.PriceListId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Customers.Customer>().WithMany().HasForeignKey(n => n.CustomerId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<WarrantyTerm> builder)
    {
        builder.ToTable("warranty_terms");
        builder.Property(t => t.Group).HasColumnName("component_group");
        builder.HasIndex(t => new { t.ModelId, t.Group, t.EffectiveFrom });
        builder.HasOne<Products.ProductModel>().WithMany().HasForeignKey(t => t.ModelId).OnDelete(DeleteBehavior.Restrict);
    }
}
