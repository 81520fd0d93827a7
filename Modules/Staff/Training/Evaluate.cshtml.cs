using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>A session evaluated on four levels: reaction, learning, behaviour, results (clause 7.3).</summary>
[Permission(StaffPermissions.ReadTraining)]
internal sealed class EvaluateModel(IPolicies policies) : SessionPage
{
    [BindProperty] public string? Findings { get; set; }
    public IReadOnlyList<Reaction> Reactions { get; private set; } = [];
    public IReadOnlyList<BehaviourCheck> Checks { get; private set; } = [];
    public LearningGain? Gain { get; private set; }
    public EffectReport? Effect { get; private set; }
    public TrainingPolicy Policy => policies.At<TrainingPolicy>(Now).Value;
    public bool MayCheck => MayMark && Today >= Session.Day.AddDays(Policy.BehaviourFromDays) && Today <= Session.Day.AddDays(Policy.BehaviourToDays);
    protected override string Home => $"/Staff/Training/Evaluate/{Id}";

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Reactions = await Db.Set<Reaction>().AsNoTracking().Where(r => r.SessionId == Session.Id).ToListAsync(ct);
        Checks = await Db.Set<BehaviourCheck>().AsNoTracking().Where(c => c.SessionId == Session.Id).ToListAsync(ct);
        Gain = LearningGain.Of(await Db.Set<Sitting>().AsNoTracking().Where(s => s.SessionId == Session.Id && s.Share != null).ToListAsync(ct));
        Effect = await Db.Set<EffectReport>().AsNoTracking().Include(r => r.People).FirstOrDefaultAsync(r => r.SessionId == Session.Id, ct);
    }

    public async Task<IActionResult> OnPostCheckAsync(long participant, int? applies, string? seen, CancellationToken ct)
    {
        if (!MayMark) return Forbid();
        await LoadAsync(ct);
        var who = Session.Seated.FirstOrDefault(p => p.Id == participant) ?? throw new NotThere();
        if (Checks.Any(c => c.ParticipantId == participant)) throw new ChangedMeanwhile([]);
        Db.Add(BehaviourCheck.Record(Session, who, applies, seen, Today, Policy, Actor));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect(Home);
    }

    public async Task<IActionResult> OnPostConcludeAsync(CancellationToken ct)
    {
        if (!MayMark) return Forbid();
        await LoadAsync(ct);
        var version = int.Parse(Request.Form[nameof(Version)].ToString(), CultureInfo.InvariantCulture);
        Version = version;
        return await ActAsync((session, now) => session.Evaluate(Findings, Reactions.Count > 0, Checks.Count > 0, Today, now, Actor), ct);
    }
}

/// <summary>Level 2: those who sat both tests, before and after.</summary>
/// <param name="Before">Mean share of right answers.</param>
/// <param name="ShareOfPossible">Gain as a share of what could still be gained (Hake 1998); null where nothing could.</param>
internal sealed record LearningGain(int N, double Before, double After, double? ShareOfPossible)
{
    public static LearningGain? Of(IEnumerable<Sitting> sat)
    {
        var both = sat.GroupBy(s => s.ParticipantId).Select(g => (Before: g.FirstOrDefault(s => s.Stage == TestStage.Before)?.Share, After: g.FirstOrDefault(s => s.Stage == TestStage.After)?.Share)).Where(p => p is { Before: not null, After: not null }).ToList();
        if (both.Count == 0) return null;
        var (before, after) = (both.Average(p => p.Before!.Value), both.Average(p => p.After!.Value));
        return new LearningGain(both.Count, before, after, before < 1 ? (after - before) / (1 - before) : null);
    }
}

/// <summary>How effects look: shares in percentage points, hours and others as they are.</summary>
internal static class EffectShown
{
    static readonly HashSet<string> Plain = ["handling_hours", "response_hours", "complaint_rate", "revenue_per_order", "nps"];

    public static string Number(string indicator, double? value, bool sign = false) => value is not { } number ? "–"
        : Plain.Contains(indicator) ? number.ToString(sign ? "+0.0;-0.0;0.0" : "0.0", CultureInfo.InvariantCulture) : (100 * number).ToString(sign ? "+0.0;-0.0;0.0" : "0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>Page with the rows behind one person's number.</summary>
    public static string Rows(string indicator, string technician, DateOnly from, DateOnly to) =>
        $"/Reporting/Dashboards/Rows?indicator={indicator}&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}&where=technician={Uri.EscapeDataString(technician)}";
}
