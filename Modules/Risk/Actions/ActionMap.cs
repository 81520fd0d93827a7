using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Risk.Actions;

internal sealed class ActionMap : IEntityTypeConfiguration<CorrectiveAction>, IEntityTypeConfiguration<ActionTrigger>, IEntityTypeConfiguration<ActionRound>, IEntityTypeConfiguration<ActionEvent>
{
    public void Configure(EntityTypeBuilder<CorrectiveAction> builder)
    {
        builder.ToTable("actions");
        builder.HasIndex(a => a.PublicId).IsUnique();
        builder.HasIndex(a => a.Number).IsUnique();
        builder.HasIndex(a => new { a.Stage, a.NextDue });
        builder.Ignore(a => a.Round).Ignore(a => a.WhyList).Ignore(a => a.FaultList).Ignore(a => a.RootCause);
        builder.HasMany(a => a.Triggers).WithOne().HasForeignKey(t => t.ActionId);
        builder.HasMany(a => a.Rounds).WithOne().HasForeignKey(r => r.ActionId);
        builder.HasMany(a => a.Events).WithOne().HasForeignKey(e => e.ActionId);
    }

    public void Configure(EntityTypeBuilder<ActionTrigger> builder)
    {
        builder.ToTable("action_triggers");
        builder.HasIndex(t => t.Key).IsUnique();
        builder.HasIndex(t => t.AboutId);
    }

    public void Configure(EntityTypeBuilder<ActionRound> builder)
    {
        builder.ToTable("action_rounds");
        builder.HasIndex(r => new { r.ActionId, r.Ordinal }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ActionEvent> builder) => builder.ToTable("action_events");
}

internal static class ActionQueries
{
    public static readonly string[] States = ["open", "plan", "do", "check", "act", "overdue", "mine", "all"];

    public static IQueryable<CorrectiveAction> Shown(this IQueryable<CorrectiveAction> actions, string state, DateOnly today, string me) => state switch
    {
        "open" => actions.Where(a => a.ClosedOn == null),
        "plan" => actions.Where(a => a.Stage == ActionStage.Plan),
        "do" => actions.Where(a => a.Stage == ActionStage.Do),
        "check" => actions.Where(a => a.Stage == ActionStage.Check),
        "act" => actions.Where(a => a.Stage == ActionStage.Act),
        "overdue" => actions.Where(a => a.NextDue < today),
        "mine" => actions.Where(a => a.ClosedOn == null && a.OwnerId == me),
        _ => actions,
    };

    public static IQueryable<CorrectiveAction> Whole(this IQueryable<CorrectiveAction> actions) => actions.Include(a => a.Triggers).Include(a => a.Rounds).Include(a => a.Events).AsSplitQuery();
}
