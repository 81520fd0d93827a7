using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Risk.Checks;

internal sealed class CheckMap : IEntityTypeConfiguration<CheckList>, IEntityTypeConfiguration<CheckQuestion>, IEntityTypeConfiguration<CheckPlan>, IEntityTypeConfiguration<CheckerOfPlan>, IEntityTypeConfiguration<CheckSample>,
    IEntityTypeConfiguration<SpotCheck>, IEntityTypeConfiguration<CheckAnswer>, IEntityTypeConfiguration<CheckPhoto>
{
    public void Configure(EntityTypeBuilder<CheckList> builder)
    {
        builder.ToTable("check_lists");
        builder.HasIndex(l => l.PublicId).IsUnique();
        builder.HasMany(l => l.Questions).WithOne().HasForeignKey(q => q.ListId);
    }

    public void Configure(EntityTypeBuilder<CheckQuestion> builder) => builder.ToTable("check_questions");

    public void Configure(EntityTypeBuilder<CheckPlan> builder)
    {
        builder.ToTable("check_plans");
        builder.HasIndex(p => p.PublicId).IsUnique();
        builder.Ignore(p => p.Population);
        builder.HasOne<CheckList>().WithMany().HasForeignKey(p => p.ListId);
        builder.HasMany(p => p.Checkers).WithOne().HasForeignKey(c => c.PlanId);
    }

    public void Configure(EntityTypeBuilder<CheckerOfPlan> builder) => builder.ToTable("check_plan_checkers");

    public void Configure(EntityTypeBuilder<CheckSample> builder)
    {
        builder.ToTable("check_samples");
        builder.HasIndex(s => s.PublicId).IsUnique();
        builder.HasIndex(s => new { s.PlanId, s.From }).IsUnique();
        builder.HasOne<CheckPlan>().WithMany().HasForeignKey(s => s.PlanId);
    }

    public void Configure(EntityTypeBuilder<SpotCheck> builder)
    {
        builder.ToTable("checks");
        builder.HasIndex(c => c.PublicId).IsUnique();
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => new { c.DoneOn, c.Due });
        builder.HasIndex(c => c.OrderId);
        builder.Ignore(c => c.Findings);
        builder.HasOne(c => c.Sample).WithMany().HasForeignKey(c => c.SampleId);
        builder.HasMany(c => c.Answers).WithOne().HasForeignKey(a => a.CheckId);
        builder.HasMany(c => c.Photos).WithOne().HasForeignKey(p => p.CheckId);
    }

    public void Configure(EntityTypeBuilder<CheckAnswer> builder) => builder.ToTable("check_answers");

    public void Configure(EntityTypeBuilder<CheckPhoto> builder)
    {
        builder.ToTable("check_photos");
        builder.HasIndex(p => p.PublicId).IsUnique();
    }
}

internal static class CheckQueries
{
    public static readonly string[] States = ["open", "mine", "overdue", "failed", "done", "all"];

    public static IQueryable<SpotCheck> Shown(this IQueryable<SpotCheck> checks, string state, DateOnly today, string me) => state switch
    {
        "open" => checks.Where(c => c.DoneOn == null),
        "mine" => checks.Where(c => c.DoneOn == null && c.CheckerId == me),
        "overdue" => checks.Where(c => c.DoneOn == null && c.Due < today),
        "failed" => checks.Where(c => c.Passed == false),
        "done" => checks.Where(c => c.DoneOn != null),
        _ => checks,
    };

    public static IQueryable<SpotCheck> Whole(this IQueryable<SpotCheck> checks) => checks.Include(c => c.Sample).Include(c => c.Answers).Include(c => c.Photos).AsSplitQuery();
}
