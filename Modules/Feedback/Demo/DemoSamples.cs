using System.Globalization;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Demo;

/// <summary>Each quarter some of the demo company's customers are drawn and asked how they see the company as a whole.</summary>
internal sealed class DemoSamples(FeedbackDbContext db, ICompany company, IPolicies policies) : IDemoPart
{
    public int Order => 35;

    public Task<bool> HasDataAsync(CancellationToken ct) => db.Set<RelationshipSample>().AnyAsync(ct);

    public async Task<long> BuildAsync(DemoPlan plan, IProgress<(int Done, int Total)> progress, CancellationToken ct)
    {
        var (random, policy, calendar) = (new Random(plan.Seed + 5), policies.At<SurveyPolicy>(DateTime.UnixEpoch).Value, company.CalendarAt(DateTime.UnixEpoch));
        var questionnaire = await db.Set<Questionnaire>().AsNoTracking().Include(q => q.Versions).SingleAsync(q => q.Kind == SurveyKind.Relationship, ct);
        var served = await db.Set<Invitation>().AsNoTracking().Where(i => i.Kind == SurveyKind.Service && i.FirstCompleted != null)
            .Select(i => new { i.ContactKey, i.ContactName, i.Phone, Day = i.FirstCompleted!.Value, Type = i.Orders.OrderByDescending(o => o.CompletedAt).Select(o => o.ProductType).FirstOrDefault() }).ToListAsync(ct);
        db.TellsNobody = true;
        for (var quarter = RelationshipSample.QuarterOf(plan.From).AddMonths(3); quarter.AddDays(4) < plan.Until; quarter = quarter.AddMonths(3))
        {
            var day = quarter.AddDays(4);
            var at = calendar.StartOf(day).AddHours(9);
            List<SampledContact> frame = [.. served.Where(s => s.Day < day && s.Day >= day.AddMonths(-policy.RelationshipMonths)).GroupBy(s => s.ContactKey).Select(g => g.MaxBy(s => s.Day)!).Select(s => new SampledContact(s.ContactKey, s.ContactName, s.Phone, s.Type ?? ""))];
            var seed = $"{plan.Seed:x}{quarter:yyyyMM}";
            var drawn = RelationshipSample.Draw(frame, seed, policy.RelationshipSample);
            db.Add(RelationshipSample.Of(quarter, seed, frame, drawn, 0, at, Actor.System));
            foreach (var contact in drawn) Ask(contact, questionnaire, at, day, random, policy, calendar.EndOf(plan.Until));
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return 0;
    }

    void Ask(SampledContact contact, Questionnaire questionnaire, DateTime at, DateOnly day, Random random, SurveyPolicy policy, DateTime end)
    {
        var invitation = Invitation.Of(SurveyKind.Relationship, questionnaire, new Addressee(contact.Key, contact.Name, contact.Phone), at, day, company.CalendarAt(at).EndOf(Courtesy.LastDay(day, policy)), null, 0, publicId: PublicId.Seeded(random));
        db.Add(invitation);
        invitation.Delivered(at);
        var answered = at.AddHours(1 + (random.NextDouble() * 90)).CutToMilliseconds();
        if (random.NextDouble() > 0.38 || answered >= end) return;
        var recommend = random.NextDouble() switch { < 0.58 => 9 + random.Next(2), < 0.86 => 7 + random.Next(2), _ => 2 + random.Next(5) };
        var rating = recommend >= 9 ? 5 : recommend >= 7 ? 4 : 2 + random.Next(2);
        invitation.Answer(new Dictionary<string, IReadOnlyList<string>> { [ShippedQuestionnaires.Recommend] = [recommend.ToString(CultureInfo.InvariantCulture)], [ShippedQuestionnaires.Overall] = [rating.ToString(CultureInfo.InvariantCulture)] },
            questionnaire.Current.Questions, new AnswerSource(SurveyMethod.Link, "zh-CN"), answered, company.LocalDay(answered), policy);
    }
}
