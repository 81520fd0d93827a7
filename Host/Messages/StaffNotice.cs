using System.Text.Json;
using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Messages;

/// <summary>A notice as it hangs under the bell, for whoever it is addressed to.</summary>
internal sealed class StaffNotice
{
    public long Id { get; private set; }
    /// <summary>Key under which the same news is told only once.</summary>
    public string Once { get; private init; } = "";
    public DateTime At { get; private init; }
    public string TextKey { get; private init; } = "";
    /// <summary>Values for the sentence, as JSON.</summary>
    public string Args { get; private init; } = "[]";
    public string Link { get; private init; } = "";
    /// <summary>Particulars with their own links, as JSON; null without any.</summary>
    public string? Lines { get; private init; }
    public List<NoticeAddress> Addresses { get; } = [];

    /// <exception cref="ArgumentException">Nobody is addressed, or the link leads outside the product: a fault of the caller.</exception>
    public static StaffNotice Of(Recipients to, Notice notice, DateTime now)
    {
        if (to.Addresses.Count == 0) throw new ArgumentException($"The notice '{notice.Once}' is addressed to nobody.", nameof(to));
        foreach (var link in notice.Lines.Select(l => l.Link).Prepend(notice.Link))
            if (!link.StartsWith('/') || link.StartsWith("//", StringComparison.Ordinal)) throw new ArgumentException($"The notice '{notice.Once}' leads to '{link}'; a link begins with one slash.", nameof(notice));
        var row = new StaffNotice
        {
            Once = notice.Once, At = now, TextKey = notice.TextKey, Args = JsonSerializer.Serialize(notice.Args), Link = notice.Link,
            Lines = notice.Lines.Count == 0 ? null : JsonSerializer.Serialize(notice.Lines),
        };
        row.Addresses.AddRange(to.Addresses.Select(a => new NoticeAddress { Address = a }));
        return row;
    }

    public string Sentence(Texts text) => text.OfKept(TextKey, JsonSerializer.Deserialize<string[]>(Args)!);

    public IReadOnlyList<(string Sentence, string Link)> Particulars(Texts text) =>
        Lines is null ? [] : [.. JsonSerializer.Deserialize<List<NoticeLine>>(Lines)!.Select(l => (text.OfKept(l.TextKey, l.Args), l.Link))];
}

/// <summary>One of those a notice is for: a role, the holders of a permission, or a person.</summary>
internal sealed class NoticeAddress
{
    public long NoticeId { get; private set; }
    public required string Address { get; init; }
}

/// <summary>That a person has read a notice. Each reads for himself, deputies too.</summary>
internal sealed class NoticeReading
{
    public long NoticeId { get; private set; }
    public long AccountId { get; private set; }
    public DateTime ReadAt { get; private set; }
}

internal sealed class StaffNoticeMap : IEntityTypeConfiguration<StaffNotice>, IEntityTypeConfiguration<NoticeAddress>, IEntityTypeConfiguration<NoticeReading>
{
    public void Configure(EntityTypeBuilder<StaffNotice> builder)
    {
        builder.ToTable("notices");
        builder.HasIndex(n => n.Once).IsUnique();
        builder.HasIndex(n => n.At);
        builder.HasMany(n => n.Addresses).WithOne().HasForeignKey(a => a.NoticeId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NoticeAddress> builder) => builder.ToTable("notice_addresses").HasKey(a => new { a.NoticeId, a.Address });

    public void Configure(EntityTypeBuilder<NoticeReading> builder)
    {
        builder.ToTable("notice_readings").HasKey(r => new { r.NoticeId, r.AccountId });
        builder.HasOne<StaffNotice>().WithMany().HasForeignKey(r => r.NoticeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Accounts.Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
