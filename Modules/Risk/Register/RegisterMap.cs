using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Risk.Register;

internal sealed class RegisterMap : IEntityTypeConfiguration<RegisteredRisk>, IEntityTypeConfiguration<RiskRating>, IEntityTypeConfiguration<RiskReview>, IEntityTypeConfiguration<Treatment>,
    IEntityTypeConfiguration<RiskMonth>, IEntityTypeConfiguration<RiskEvent>, IEntityTypeConfiguration<EventOfRisk>
{
    public void Configure(EntityTypeBuilder<RegisteredRisk> builder)
    {
        builder.ToTable("risks");
        builder.HasIndex(r => r.PublicId).IsUnique();
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => r.ImportedAs).IsUnique();
        builder.HasIndex(r => r.ReviewDue);
        builder.Ignore(r => r.Levels);
        builder.ComplexProperty(r => r.Inherent);
        builder.ComplexProperty(r => r.Residual);
        builder.ComplexProperty(r => r.Target);
        builder.HasMany(r => r.Ratings).WithOne().HasForeignKey(r => r.RiskId);
        builder.HasMany(r => r.Reviews).WithOne().HasForeignKey(r => r.RiskId);
        builder.HasMany(r => r.Treatments).WithOne().HasForeignKey(t => t.RiskId);
    }

    public void Configure(EntityTypeBuilder<RiskRating> builder)
    {
        builder.ToTable("ratings");
        builder.ComplexProperty(r => r.Inherent);
        builder.ComplexProperty(r => r.Residual);
        builder.ComplexProperty(r => r.Target);
    }

    public void Configure(EntityTypeBuilder<RiskReview> builder) => builder.ToTable("reviews");

    public void Configure(EntityTypeBuilder<Treatment> builder) => builder.ToTable("treatments");

    public void Configure(EntityTypeBuilder<RiskMonth> builder)
    {
        builder.ToTable("months");
        builder.HasIndex(m => new { m.LastDay, m.RiskId }).IsUnique();
        builder.HasOne<RegisteredRisk>().WithMany().HasForeignKey(m => m.RiskId);
    }

    public void Configure(EntityTypeBuilder<RiskEvent> builder)
    {
        builder.ToTable("events");
        builder.HasIndex(e => e.PublicId).IsUnique();
        builder.HasIndex(e => e.Number).IsUnique();
        builder.HasIndex(e => e.Key).IsUnique();
        builder.HasIndex(e => e.HappenedAt);
        builder.HasMany(e => e.Risks).WithOne().HasForeignKey(r => r.EventId);
    }

    public void Configure(EntityTypeBuilder<EventOfRisk> builder)
    {
        builder.ToTable("event_risks");
        builder.HasIndex(e => new { e.RiskId, e.EventId }).IsUnique();
        builder.HasOne<RegisteredRisk>().WithMany().HasForeignKey(e => e.RiskId);
    }
}

internal static class RegisterQueries
{
    public static readonly string[] States = ["open", "review_due", "above_target", "closed", "all"];
    public static readonly string[] EventStates = ["waiting", "not_foreseen", "all"];

    public static IQueryable<RegisteredRisk> Shown(this IQueryable<RegisteredRisk> risks, string state, DateOnly today) => state switch
    {
        "open" => risks.Where(r => r.ClosedOn == null),
        "review_due" => risks.Where(r => r.ReviewDue < today),
        "above_target" => risks.Where(r => r.ClosedOn == null && r.Residual.Likelihood * r.Residual.Consequence > r.Target.Likelihood * r.Target.Consequence),
        "closed" => risks.Where(r => r.ClosedOn != null),
        _ => risks,
    };

    public static IQueryable<RiskEvent> Shown(this IQueryable<RiskEvent> events, string state) => state switch
    {
        "waiting" => events.Where(e => e.Foreseen == null),
        "not_foreseen" => events.Where(e => e.Foreseen == false),
        _ => events,
    };

    /// <summary>Open risks of one field of the heat map.</summary>
    public static IQueryable<RegisteredRisk> At(this IQueryable<RegisteredRisk> risks, string map, int likelihood, int consequence) => map switch
    {
        "inherent" => risks.Where(r => r.Inherent.Likelihood == likelihood && r.Inherent.Consequence == consequence),
        "target" => risks.Where(r => r.Target.Likelihood == likelihood && r.Target.Consequence == consequence),
        _ => risks.Where(r => r.Residual.Likelihood == likelihood && r.Residual.Consequence == consequence),
    };

    public static IQueryable<RegisteredRisk> Whole(this IQueryable<RegisteredRisk> risks) => risks.Include(r => r.Ratings).Include(r => r.Reviews).Include(r => r.Treatments).AsSplitQuery();
}
