using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Policies;
using AfterSales.Risk.Data;
using AfterSales.Service.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Checks;

/// <summary>Draws what a plan is to check of a period: by a person, or by itself once the period is over. A period is drawn once, whatever is started again.</summary>
internal sealed class DrawSamples(RiskDbContext db, IOrderLookup orders, IPolicies policies, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("risk.draw-samples", typeof(DrawSamples), "0 30 5 * * ?");
    const int Page = 500;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var (today, drawn) = (company.LocalDay(time.Now()), 0L);
        var policy = policies.At<CheckPolicy>(time.Now()).Value;
        foreach (var plan in await db.Set<CheckPlan>().Include(p => p.Checkers).Where(p => p.StoppedOn == null).OrderBy(p => p.Id).ToListAsync(ct))
        {
            var (from, to) = plan.PeriodBefore(today);
            if (from < plan.StartsOn || today < to.AddDays(policy.DrawAfterDays) || await IsDrawnAsync(plan, from, to, ct)) continue;
            var frame = await FrameAsync(plan.Population, from, to, ct);
            if (Sampling.Eligible([.. frame.Select(Of)], [.. plan.Checkers.Select(c => c.AccountId)]) == 0) continue; // nothing was done, or only by the checkers themselves
            drawn += (await DrawAsync(plan, frame, from, to, Sampling.NewSeed(), Actor.System, ct)).Drawn;
        }
        return new JobOutcome(drawn);
    }

    /// <exception cref="RuleViolation">The period is not over, was drawn already, or has nothing to draw.</exception>
    public async Task<CheckSample> DrawAsync(CheckPlan plan, DateOnly from, DateOnly to, string seed, Actor who, CancellationToken ct)
    {
        if (await IsDrawnAsync(plan, from, to, ct)) throw new RuleViolation("Checks.Draw.Overlaps") { Field = "Period.From" };
        return await DrawAsync(plan, await FrameAsync(plan.Population, from, to, ct), from, to, seed, who, ct);
    }

    async Task<CheckSample> DrawAsync(CheckPlan plan, IReadOnlyList<OrderInBrief> frame, DateOnly from, DateOnly to, string seed, Actor who, CancellationToken ct)
    {
        var now = time.Now();
        var (today, policy) = (company.LocalDay(now), policies.At<CheckPolicy>(now).Value);
        var list = await db.Set<CheckList>().AsNoTracking().Include(l => l.Questions).FirstAsync(l => l.Id == plan.ListId, ct);
        if (list.Questions.Count == 0) throw new RuleViolation("Checks.Draw.ListEmpty", list.Name);
        var (sample, checks) = Draw(plan, list, frame, from, to, seed, policy, now, today, who);
        db.AddRange(checks);
        db.Add(sample);
        await db.SaveChangesAsync(ct); // sample and checks together: half a draw does not exist
        return sample;
    }

    /// <summary>The draw itself, from jobs already found.</summary>
    public static (CheckSample Sample, IReadOnlyList<SpotCheck> Checks) Draw(CheckPlan plan, CheckList list, IReadOnlyList<OrderInBrief> frame, DateOnly from, DateOnly to, string seed, CheckPolicy policy, DateTime now, DateOnly today, Actor who, Func<Guid>? newId = null)
    {
        List<Drawable> drawables = [.. frame.Select(Of)];
        List<string> checkers = [.. plan.Checkers.Select(c => c.AccountId)];
        var drawn = Sampling.Draw(drawables, seed, plan.SizeOf(Sampling.Eligible(drawables, checkers), policy), checkers);
        var sample = CheckSample.Of(plan, from, to, seed, drawables, drawn.Count, now, today, who, newId?.Invoke());
        var due = to.AddDays(policy.DaysToCheck) is var day && day > today ? day : today.AddDays(policy.DaysToCheck);
        var names = plan.Checkers.ToDictionary(c => c.AccountId, c => c.Name);
        return (sample, [.. drawn.Select(d => SpotCheck.Drawn(sample, plan, list, frame[d.Index], new Checker(d.Checker, names[d.Checker]), due, today, now, newId?.Invoke()))]);
    }

    static Drawable Of(OrderInBrief order) => new(order.Number, order.TechnicianAccount);

    Task<bool> IsDrawnAsync(CheckPlan plan, DateOnly from, DateOnly to, CancellationToken ct) => db.Set<CheckSample>().AnyAsync(s => s.PlanId == plan.Id && s.From <= to && s.To >= from, ct);

    /// <summary>Jobs completed in the period that are so as the plan says.</summary>
    async Task<IReadOnlyList<OrderInBrief>> FrameAsync(Population population, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var calendar = company.CalendarAt(time.Now());
        var (after, afterId, end) = (calendar.StartOf(from).AddMilliseconds(-1), (Guid?)null, calendar.EndOf(to));
        List<OrderInBrief> frame = [];
        while (await orders.CompletedAfterAsync(after, afterId, Page, ct) is { Count: > 0 } page)
        {
            frame.AddRange(page.Where(o => o.CompletedAt < end && Fits(o, population)));
            if (page[^1].CompletedAt >= end) break;
            (after, afterId) = (page[^1].CompletedAt!.Value, page[^1].Id);
        }
        return frame;
    }

    public static bool Fits(OrderInBrief order, Population population) =>
        (population.Kind is null || order.Kind == population.Kind) && (population.ProductType is null || order.ProductType == population.ProductType) && (population.Team is null || order.Team == population.Team);
}
