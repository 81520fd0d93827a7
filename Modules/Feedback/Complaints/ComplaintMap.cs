using AfterSales.Feedback.Callbacks;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Feedback.Complaints;

internal sealed class ComplaintMap : IEntityTypeConfiguration<Complaint>, IEntityTypeConfiguration<ComplaintEvent>, IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("complaints");
        builder.HasIndex(c => c.PublicId).IsUnique();
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.TokenHash).IsUnique();
        builder.HasIndex(c => new { c.Stage, c.ReceivedAt });
        builder.HasIndex(c => c.OrderId);
        builder.HasIndex(c => c.EarlierNumber).IsUnique();
        builder.Ignore(c => c.NextClock).Ignore(c => c.OpenClocks).Ignore(c => c.Clocks);
        Clock(builder.ComplexProperty(c => c.Acknowledging));
        Clock(builder.ComplexProperty(c => c.Deciding));
        Clock(builder.ComplexProperty(c => c.Closing));
        builder.HasMany(c => c.Events).WithOne().HasForeignKey(e => e.ComplaintId);
        builder.HasMany(c => c.Escalations).WithOne().HasForeignKey(e => e.ComplaintId);
    }

    static void Clock(ComplexPropertyBuilder<FeedbackClock> clock) => clock.Property(c => c.Limit).HasConversion(l => l.ToString(), code => FeedbackClock.Parse(code)).HasMaxLength(10);

    public void Configure(EntityTypeBuilder<ComplaintEvent> builder) => builder.ToTable("complaint_events");

    public void Configure(EntityTypeBuilder<Escalation> builder)
    {
        builder.ToTable("complaint_escalations");
        builder.HasIndex(e => new { e.ComplaintId, e.Clock, e.Level, e.Round }).IsUnique();
    }
}

/// <summary>The rules a complaint lives under: those in force at receipt.</summary>
internal sealed class ComplaintRulebook(IPolicies policies, ICompany company)
{
    public ComplaintRules InForceAt(DateTime utc) => policies.At<ComplaintPolicy>(utc) is var policy ? new(policy.Value, policy.Version, company.CalendarAt(utc)) : null!;

    public ComplaintRules KeptBy(Complaint complaint) => new(policies.Version<ComplaintPolicy>(complaint.PolicyVersion).Value, complaint.PolicyVersion, company.Calendar(complaint.CalendarVersion));
}

internal static class ComplaintQueries
{
    public static readonly string[] States = ["open", "overdue", "safety", "closed", "all"];

    public static IQueryable<Complaint> Shown(this IQueryable<Complaint> complaints, string state, DateTime now) => state switch
    {
        "open" => complaints.Where(c => c.Stage != ComplaintStage.Closed),
        "overdue" => complaints.Where(c => c.Stage != ComplaintStage.Closed && ((c.Acknowledging.Verdict == null && c.Acknowledging.Due < now) || (c.Deciding.Verdict == null && c.Deciding.Due < now) || (c.Closing.Verdict == null && c.Closing.Due < now))),
        "safety" => complaints.Where(c => c.Severity == Severity.Safety && c.Stage != ComplaintStage.Closed),
        "closed" => complaints.Where(c => c.Stage == ComplaintStage.Closed),
        _ => complaints,
    };

    /// <exception cref="NotThere">No such complaint.</exception>
    public static async Task<Complaint> OneAsync(this IQueryable<Complaint> complaints, Guid id, CancellationToken ct) =>
        await complaints.Include(c => c.Events).Include(c => c.Escalations).AsSplitQuery().FirstOrDefaultAsync(c => c.PublicId == id, ct) ?? throw new NotThere();
}
