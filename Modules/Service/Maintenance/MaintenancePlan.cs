using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Service.Contracts;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Maintenance;

/// <summary>One kind of regular work on one appliance, and when it is due next.</summary>
internal sealed class MaintenancePlan : Aggregate
{
    public long ApplianceId { get; private init; }
    public MaintenanceWork Work { get; private init; }
    /// <summary>Kept from the policy when the plan was made.</summary>
    public int Months { get; private init; }
    /// <summary>Owed to the customer, as the policy said when the plan was made.</summary>
    public bool Owed { get; private init; }
    public DateOnly? LastDone { get; private set; }
    public DateOnly NextDue { get; private set; }
    /// <summary>Due day for which the customer was asked last: nobody is asked twice, nor for an earlier day afterwards.</summary>
    public DateOnly? ProposedFor { get; private set; }

    MaintenancePlan() { }

    /// <summary>A plan for an appliance that was bought on a day. What lies in the past was not owed to us: the next anniversary is the first due day.</summary>
    public static MaintenancePlan Of(long applianceId, MaintenanceInterval interval, DateOnly purchasedOn, DateOnly today)
    {
        var plan = new MaintenancePlan { ApplianceId = applianceId, Work = interval.Work, Months = Math.Max(1, interval.Months), Owed = interval.Owed, NextDue = NextAfter(purchasedOn, Math.Max(1, interval.Months), today) };
        plan.Acted();
        return plan;
    }

    /// <summary>First day of the series (start + k × months) that is not before <paramref name="today"/>. Counted from the start each time: the 31st stays the 31st where the month has one.</summary>
    public static DateOnly NextAfter(DateOnly start, int months, DateOnly today)
    {
        var k = Math.Max(1, ((today.Year - start.Year) * 12 + today.Month - start.Month) / months);
        while (start.AddMonths(k * months) < today) k++;
        return start.AddMonths(k * months);
    }

    /// <returns>The proposal for the due day, or null when it is too early or was made before.</returns>
    public MaintenanceProposal? Propose(int aheadDays, DateOnly today, DateTime now, Guid? id = null)
    {
        if (NextDue > today.AddDays(aheadDays) || ProposedFor >= NextDue) return null;
        ProposedFor = NextDue;
        Acted();
        return MaintenanceProposal.Open(this, now, id);
    }

    /// <summary>Done: the next one is counted from that day.</summary>
    public void Done(DateOnly day)
    {
        if (LastDone >= day) return;
        (LastDone, NextDue) = (day, day.AddMonths(Months));
        Acted();
    }

    /// <summary>Declined or never answered: the customer is asked again when the next one is due.</summary>
    public void Skip(DateOnly dueOn)
    {
        if (NextDue != dueOn) return;
        NextDue = dueOn.AddMonths(Months);
        Acted();
    }
}

internal enum ProposalState { Proposed, Booked, Done, Declined, NoAnswer }

/// <summary>The question to a customer whether and when we may come, once per due day.</summary>
internal sealed class MaintenanceProposal : Aggregate, IInFeed
{
    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public long PlanId { get; private init; }
    public long ApplianceId { get; private init; }
    public MaintenanceWork Work { get; private init; }
    public DateOnly DueOn { get; private init; }
    public DateTime OfferedAt { get; private init; }
    /// <inheritdoc cref="MaintenancePlan.Owed"/>
    public bool Owed { get; private init; }
    /// <summary>Hash of the words of the customer's link.</summary>
    public string? TokenHash { get; private set; }
    public ProposalState State { get; private set; }
    public long? OrderId { get; private set; }
    public DateTime? BookedAt { get; private set; }
    public DateOnly? DoneOn { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    MaintenanceProposal() { }

    public static MaintenanceProposal Open(MaintenancePlan plan, DateTime now, Guid? id = null)
    {
        var proposal = new MaintenanceProposal { PublicId = id ?? Kernel.PublicId.New(now), PlanId = plan.Id, ApplianceId = plan.ApplianceId, Work = plan.Work, DueOn = plan.NextDue, Owed = plan.Owed, OfferedAt = now };
        proposal.Acted();
        return proposal;
    }

    /// <summary>Tells the customer, with a link that opens this proposal and nothing else.</summary>
    public void Tell(string token)
    {
        TokenHash = PublicToken.Hash(token);
        Raise(new MaintenanceOffered(PublicId, token));
    }

    public void Book(long orderId, DateTime now)
    {
        RequireOpen();
        (State, OrderId, BookedAt) = (ProposalState.Booked, orderId, now);
        Acted();
    }

    /// <summary>The customer does not want it, or nobody could be asked.</summary>
    public void Close(ProposalState state, DateTime now)
    {
        if (state is not (ProposalState.Declined or ProposalState.NoAnswer)) throw new RuleViolation("Maintenance.UnknownAnswer") { Field = "State" };
        RequireOpen();
        (State, AnsweredAt) = (state, now);
        Acted();
    }

    public void Done(DateOnly day)
    {
        if (State is ProposalState.Done) return;
        (State, DoneOn) = (ProposalState.Done, day);
        Acted();
    }

    void RequireOpen()
    {
        if (State is not (ProposalState.Proposed or ProposalState.NoAnswer)) throw new RuleViolation("Maintenance.AlreadyAnswered");
    }
}

internal sealed class MaintenanceMap : IEntityTypeConfiguration<MaintenancePlan>, IEntityTypeConfiguration<MaintenanceProposal>
{
    public void Configure(EntityTypeBuilder<MaintenancePlan> builder)
    {
        builder.ToTable("maintenance_plans");
        builder.HasIndex(p => new { p.ApplianceId, p.Work }).IsUnique();
        builder.HasIndex(p => p.NextDue);
        builder.HasOne<Appliance>().WithMany().HasForeignKey(p => p.ApplianceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MaintenanceProposal> builder)
    {
        builder.ToTable("maintenance_proposals");
        builder.HasIndex(p => p.PublicId).IsUnique();
        builder.HasIndex(p => p.TokenHash).IsUnique();
        builder.HasIndex(p => new { p.PlanId, p.DueOn }).IsUnique();
        builder.HasIndex(p => new { p.State, p.DueOn });
        builder.HasIndex(p => p.ApplianceId);
        builder.HasIndex(p => p.OrderId);
        builder.HasOne<MaintenancePlan>().WithMany().HasForeignKey(p => p.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Appliance>().WithMany().HasForeignKey(p => p.ApplianceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ServiceOrder>().WithMany().HasForeignKey(p => p.OrderId).OnDelete(DeleteBehavior.Restrict);
    }
}
