using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Contracts;
using AfterSales.Risk.Contracts;
using AfterSales.Risk.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Risk.Actions;

/// <summary>Opens corrective actions, each once by its key; the caller saves.</summary>
internal sealed class OpenAction(RiskDbContext db, IPolicies policies, ICompany company, TimeProvider time)
{
    public static string Page(CorrectiveAction action) => $"/Risk/Actions/Details/{action.PublicId}";

    /// <exception cref="InvalidOperationException">The source is unknown.</exception>
    public async Task<(CorrectiveAction Action, bool IsNew)> OpenAsync(ActionRequest request, Actor who, CancellationToken ct)
    {
        if (!Code.TryParse<ActionSource>(request.Source, out var source)) throw new InvalidOperationException($"'{request.Source}' is no source of a corrective action.");
        if (await ByKeyAsync(request.Key, ct) is { } there) return (there, false);
        var now = time.Now();
        var action = CorrectiveAction.Open(new Trigger(request.Key, source, request.AboutId, request.AboutLabel, request.Link), request.Problem, null, policies.At<ActionPolicy>(now).Value, company.LocalDay(now), now, who);
        db.Add(action);
        return (action, true);
    }

    Task<CorrectiveAction?> ByKeyAsync(string key, CancellationToken ct) => db.Set<CorrectiveAction>().FirstOrDefaultAsync(a => a.Triggers.Any(t => t.Key == key), ct);

    /// <summary>A signal: opens an action, or joins the one that is open about the same number.</summary>
    public async Task OpenAsync(SignalFound signal, CancellationToken ct)
    {
        var (where, link) = (signal.Member is null ? "" : $":{signal.Dimension}:{signal.Member}", signal.SignalId == Guid.Empty ? $"/Reporting/Dashboards/Explorer?indicator={signal.Indicator}&by={signal.Grain}" : signal.Page);
        var period = signal.Member is null ? signal.Period : $"{signal.Period} {signal.Member}";
        var trigger = new Trigger($"signal:{signal.Indicator}:{signal.Grain}:{signal.Period}:{signal.Rule}{where}", ActionSource.Signal, signal.SignalId == Guid.Empty ? null : signal.SignalId, period, link);
        if (await ByKeyAsync(trigger.Key, ct) is not null) return;
        var now = time.Now();
        if (await db.Set<CorrectiveAction>().Include(a => a.Triggers).Where(a => a.Indicator == signal.Indicator && a.Member == signal.Member && a.ClosedOn == null).OrderBy(a => a.Id).FirstOrDefaultAsync(ct) is { } open)
        {
            open.AlsoAsked(trigger, now);
            return;
        }
        var (from, to) = (Chosen(signal), signal.To);
        string[] args = [$"Indicators.{signal.Indicator}.Name", period, "Actions.Rule." + signal.Rule, Number(signal.Value), Number(signal.Center), Number(signal.Lower), Number(signal.Upper)];
        db.Add(CorrectiveAction.Open(trigger, "Actions.SignalProblem", string.Join('\u001f', args), policies.At<ActionPolicy>(now).Value, company.LocalDay(now), now, Actor.System, signal.Indicator, from, to, faults: Suspects(signal), of: (signal.Dimension, signal.Member)));
    }

    /// <summary>
    /// A finding of the brand's audit: each clause that an audit found broken is one action, and every order that shows it one of its triggers. Told again, or asked
    /// for on the audit's page, it is the same.
    /// </summary>
    public async Task<CorrectiveAction> OpenAsync(AuditFindingRaised finding, CancellationToken ct)
    {
        var (of, now) = (finding.KeyOfClause, time.Now());
        var trigger = new Trigger(finding.Key, ActionSource.Audit, finding.AuditId, $"{finding.Order} {finding.Finding}", finding.Page);
        if (await ByKeyAsync(trigger.Key, ct) is { } there) return there;
        if (await db.Set<CorrectiveAction>().Include(a => a.Triggers).FirstOrDefaultAsync(a => a.ClosedOn == null && a.Triggers.Any(t => t.Key.StartsWith(of)), ct) is { } open)
        {
            open.AlsoAsked(trigger, now);
            return open;
        }
        string[] args = [finding.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), finding.Auditor, finding.Clause, finding.Order, finding.Finding];
        var action = CorrectiveAction.Open(trigger, "Actions.AuditProblem", string.Join('\u001f', args), policies.At<ActionPolicy>(now).Value, company.LocalDay(now), now, Actor.System);
        db.Add(action);
        return action;
    }

    /// <summary>Periods that made the signal: nine of them where nine in a row lie on one side.</summary>
    static DateOnly Chosen(SignalFound signal) => signal.Rule != "nine_on_one_side" ? signal.From : signal.Grain == "month" ? signal.From.AddMonths(-8) : signal.From.AddDays(-8 * 7);

    /// <summary>The fault codes that explain most of a shift.</summary>
    static IEnumerable<string> Suspects(SignalFound signal) => signal.Slices.Where(s => s.Dimension == "fault").OrderByDescending(s => s.Explained).Take(MostSuspects).Select(s => s.Code);

    const int MostSuspects = 3;

    static string Number(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "–";
}

/// <summary>A bad signal opens a corrective action by itself and tells the quality officers (clause 4.5); news of a good one opens none.</summary>
internal sealed class OpenActionWhenSignalFound(OpenAction open, IBell bell) : IHandle<SignalFound>
{
    public async Task HandleAsync(SignalFound @event, CancellationToken ct)
    {
        if (!@event.IsWorse) return;
        await bell.RingAsync([Roles.QualityOfficer], $"risk-signal:{@event.Indicator}:{@event.Grain}:{@event.Period}", "Actions.Bell.Signal", [$"Indicators.{@event.Indicator}.Name", @event.Period], "/Risk/Actions?state=plan", ct);
        await open.OpenAsync(@event, ct);
    }
}

/// <summary>What the brand's auditor found is acted on: a corrective action, and word to the quality officers (clause 4.5).</summary>
internal sealed class OpenActionWhenAuditFinds(OpenAction open, IBell bell) : IHandle<AuditFindingRaised>
{
    public async Task HandleAsync(AuditFindingRaised @event, CancellationToken ct)
    {
        await bell.RingAsync([Roles.QualityOfficer], $"risk-audit:{@event.AuditId:N}", "Actions.Bell.Audit", [@event.Auditor, @event.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture)], "/Risk/Actions?state=plan", ct);
        await open.OpenAsync(@event, ct);
    }
}

/// <summary>Requests of other modules, each in a transaction of its own; of two at once with one key, the second finds what the first opened.</summary>
internal sealed class AskForActions(IServiceScopeFactory scopes) : IAskForActions
{
    public async Task<ActionAnswer> AskAsync(ActionRequest request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Problem)) throw new InvalidOperationException("An action needs a problem.");
        try
        {
            return await TryAsync(request, ct);
        }
        catch (DbUpdateException) // somebody else asked under the same key in between
        {
            return await TryAsync(request, ct);
        }
    }

    async Task<ActionAnswer> TryAsync(ActionRequest request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (action, isNew) = await scope.ServiceProvider.GetRequiredService<OpenAction>().OpenAsync(request, Actor.System, ct);
        await scope.ServiceProvider.GetRequiredService<RiskDbContext>().SaveChangesAsync(ct);
        return new ActionAnswer(action.PublicId, action.Number, isNew, OpenAction.Page(action));
    }
}
