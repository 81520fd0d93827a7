using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Feedback.Brand;

internal sealed class BrandMap : IEntityTypeConfiguration<Mention>, IEntityTypeConfiguration<Promise>, IEntityTypeConfiguration<PlanStep>, IEntityTypeConfiguration<PromiseMonth>, IEntityTypeConfiguration<Campaign>,
    IEntityTypeConfiguration<Testimonial>, IEntityTypeConfiguration<Analysis>
{
    public void Configure(EntityTypeBuilder<Mention> builder)
    {
        builder.ToTable("mentions");
        builder.HasIndex(m => m.PublicId).IsUnique();
        builder.HasIndex(m => m.Fingerprint).IsUnique();
        builder.HasIndex(m => m.PublishedAt);
        builder.ComplexProperty(m => m.Answering).Property(c => c.Limit).HasConversion(l => l.ToString(), code => Callbacks.FeedbackClock.Parse(code)).HasMaxLength(10);
    }

    public void Configure(EntityTypeBuilder<Promise> builder)
    {
        builder.ToTable("promises");
        builder.HasIndex(p => p.PublicId).IsUnique();
        builder.HasMany(p => p.Plan).WithOne().HasForeignKey(s => s.PromiseId);
        builder.HasMany(p => p.Months).WithOne().HasForeignKey(m => m.PromiseId);
    }

    public void Configure(EntityTypeBuilder<PlanStep> builder) => builder.ToTable("promise_plan_steps");

    public void Configure(EntityTypeBuilder<PromiseMonth> builder)
    {
        builder.ToTable("promise_months");
        builder.HasIndex(m => new { m.PromiseId, m.Month }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("campaigns");
        builder.HasIndex(c => c.PublicId).IsUnique();
        builder.HasIndex(c => c.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Testimonial> builder)
    {
        builder.ToTable("testimonials");
        builder.HasIndex(t => t.PublicId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Analysis> builder)
    {
        builder.ToTable("analyses");
        builder.HasIndex(a => new { a.Kind, a.Month }).IsUnique();
    }
}

internal static class MentionQueries
{
    public static readonly string[] States = ["waiting", "overdue", "untoned", "all"];

    public static IQueryable<Mention> Shown(this IQueryable<Mention> mentions, string state, DateTime now) => state switch
    {
        "waiting" => mentions.Where(m => m.NeedsReply && m.Reply == null),
        "overdue" => mentions.Where(m => m.NeedsReply && m.Reply == null && m.Answering.Due < now),
        "untoned" => mentions.Where(m => m.Tone == null),
        _ => mentions,
    };
}
