using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Feedback.Surveys;

/// <summary>On the fifth day of a quarter: draws its relationship sample and invites it. A quarter is drawn once, whatever is started again.</summary>
internal sealed class DrawRelationshipSample(FeedbackDbContext db, AskCustomers ask, ICompany company, IPolicies policies, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("feedback.draw-relationship-sample", typeof(DrawRelationshipSample), "0 0 9 5 1,4,7,10 ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct) => new((await DrawAsync(RelationshipSample.NewSeed(), Actor.System, ct))?.Drawn ?? 0);

    /// <returns>Null when the quarter was drawn already.</returns>
    public async Task<RelationshipSample?> DrawAsync(string seed, Actor who, CancellationToken ct)
    {
        var now = time.Now();
        var (today, policy) = (company.LocalDay(now), policies.At<SurveyPolicy>(now));
        var quarter = RelationshipSample.QuarterOf(today);
        if (await db.Set<RelationshipSample>().AnyAsync(s => s.Quarter == quarter, ct)) return null;
        var (frame, leftOut) = await FrameAsync(today, policy.Value, ct);
        var drawn = RelationshipSample.Draw(frame, seed, policy.Value.RelationshipSample);
        var questionnaire = await ask.QuestionnaireAsync(SurveyKind.Relationship, ct);
        var ends = company.CalendarAt(DateTime.UnixEpoch).EndOf(Courtesy.LastDay(today, policy.Value));
        foreach (var contact in drawn)
        {
            var invitation = Invitation.Of(SurveyKind.Relationship, questionnaire, new Addressee(contact.Key, contact.Name, contact.Phone) { Email = contact.Email }, now, today, ends, null, policy.Version);
            invitation.Send(now);
            db.Add(invitation);
        }
        var sample = RelationshipSample.Of(quarter, seed, frame, drawn, leftOut, now, who);
        db.Add(sample);
        await db.SaveChangesAsync(ct); // sample and invitations together: half a draw does not exist
        return sample;
    }

    /// <summary>Everybody served in the last months, once, with the product type of the last job; without those who may not be asked now.</summary>
    async Task<(IReadOnlyList<SampledContact> Frame, int LeftOut)> FrameAsync(DateOnly today, SurveyPolicy policy, CancellationToken ct)
    {
        var (since, pressed) = (today.AddMonths(-policy.RelationshipMonths), today.AddDays(-policy.CapDays));
        var served = await db.Set<Invitation>().AsNoTracking().Where(i => i.Kind == SurveyKind.Service && i.FirstCompleted >= since).OrderBy(i => i.Id)
            .Select(i => new { i.ContactKey, i.ContactName, i.Phone, i.Email, Type = i.Orders.OrderByDescending(o => o.CompletedAt).Select(o => o.ProductType).FirstOrDefault() }).ToListAsync(ct);
        var optedOut = (await db.Set<OptOut>().Where(o => o.LiftedAt == null).Select(o => o.ContactKey).ToListAsync(ct)).ToHashSet();
        var asked = (await db.Set<Invitation>().Where(i => (i.Kind == SurveyKind.Relationship && i.InvitedDay >= pressed) || i.RemindedDay >= pressed).Select(i => i.ContactKey).Distinct().ToListAsync(ct)).ToHashSet();
        var contacts = served.GroupBy(s => s.ContactKey).Select(g => g.Last()).Select(s => new SampledContact(s.ContactKey, s.ContactName, s.Phone, s.Type ?? "") { Email = s.Email }).ToList();
        var frame = contacts.FindAll(c => !optedOut.Contains(c.Key) && !asked.Contains(c.Key));
        return (frame, contacts.Count - frame.Count);
    }
}

internal sealed class RelationshipSampleMap : IEntityTypeConfiguration<RelationshipSample>, IEntityTypeConfiguration<SampleStratum>
{
    public void Configure(EntityTypeBuilder<RelationshipSample> builder)
    {
        builder.ToTable("relationship_samples");
        builder.HasIndex(s => s.Quarter).IsUnique();
        builder.HasMany(s => s.Strata).WithOne().HasForeignKey(s => s.SampleId);
    }

    public void Configure(EntityTypeBuilder<SampleStratum> builder) => builder.ToTable("relationship_sample_strata");
}
