using AfterSales.Kernel.Data;
using AfterSales.Reporting.Contracts.Feed;
using AfterSales.Reporting.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Reporting.Scorecard;

/// <summary>How a clause stood in a month: as signed, or as the work says while nobody has signed.</summary>
internal sealed class ClauseMonth : Aggregate, IInFeed
{
    public long Change { get; private set; }
    public required string Contract { get; init; }
    public required string Clause { get; init; }
    public required DateOnly Month { get; init; }
    public ClauseState State { get; private set; }

    public void Stands(ClauseState state)
    {
        if (State == state && Version > 0) return;
        State = state;
        Acted();
    }
}

/// <summary>Whether an indicator had an owner, a target and, within twelve months, a value.</summary>
internal sealed class LivingIndicator : Aggregate, IInFeed
{
    public long Change { get; private set; }
    public required string Indicator { get; init; }
    public required DateOnly Month { get; init; }
    public bool HasOwner { get; private set; }
    public bool HasTarget { get; private set; }
    public bool HasValue { get; private set; }

    public void Stands(bool hasOwner, bool hasTarget, bool hasValue)
    {
        if (Version > 0 && (HasOwner, HasTarget, HasValue) == (hasOwner, hasTarget, hasValue)) return;
        (HasOwner, HasTarget, HasValue) = (hasOwner, hasTarget, hasValue);
        Acted();
    }
}

internal sealed class ClauseMonthMap : IEntityTypeConfiguration<ClauseMonth>
{
    public void Configure(EntityTypeBuilder<ClauseMonth> builder)
    {
        builder.ToTable("clause_months");
        builder.HasIndex(c => new { c.Contract, c.Month, c.Clause }).IsUnique();
    }
}

internal sealed class LivingIndicatorMap : IEntityTypeConfiguration<LivingIndicator>
{
    public void Configure(EntityTypeBuilder<LivingIndicator> builder)
    {
        builder.ToTable("living_indicators");
        builder.HasIndex(i => new { i.Month, i.Indicator }).IsUnique();
    }
}

internal sealed class ClauseMonthFeed(ReportingDbContext db) : TableFeed<ClauseMonth, ClauseMonth, ClauseMonthFeedRow>(db)
{
    public override string Name => "reporting.clause-months";
    protected override IQueryable<ClauseMonth> Read(IQueryable<ClauseMonth> stored) => stored;
    protected override ClauseMonthFeedRow Row(ClauseMonth stored) => new() { Key = stored.Id, Change = stored.Change, Contract = stored.Contract, Clause = stored.Clause, LastDay = stored.Month.AddMonths(1).AddDays(-1), State = Kernel.Code.Of(stored.State) };
}

internal sealed class LivingIndicatorFeed(ReportingDbContext db) : TableFeed<LivingIndicator, LivingIndicator, LivingIndicatorFeedRow>(db)
{
    public override string Name => "reporting.living-indicators";
    protected override IQueryable<LivingIndicator> Read(IQueryable<LivingIndicator> stored) => stored;
    protected override LivingIndicatorFeedRow Row(LivingIndicator stored) => new() { Key = stored.Id, Change = stored.Change, Indicator = stored.Indicator, LastDay = stored.Month.AddMonths(1).AddDays(-1), HasOwner = stored.HasOwner, HasTarget = stored.HasTarget, HasValue = stored.HasValue };
}
