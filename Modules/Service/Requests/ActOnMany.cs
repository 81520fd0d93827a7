using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Text;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Requests;

/// <summary>Acts that make sense for several orders at once: a technician's round, a storm, a morning of closing.</summary>
internal enum ManyAct { Assign, Urge, Special, Pause, Resume, Close }

/// <summary>An order as it was chosen: its number and the version that the person saw.</summary>
internal readonly record struct Chosen(string Number, int Version)
{
    /// <summary>Value of a check box: the version, a blank, the number.</summary>
    public static Chosen? Parse(string? value)
    {
        var blank = value?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        return blank > 0 && int.TryParse(value.AsSpan(0, blank), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? new Chosen(value![(blank + 1)..], version) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version} {Number}");
}

/// <param name="Reason">Code of the reason, where the act wants one.</param>
internal sealed record ManyOrder(ManyAct Act, long? Technician, string? Reason, string? Note);

/// <param name="Refusal">Why nothing was done to the order; null when it was done.</param>
internal sealed record ManyOutcome(string Number, string? Refusal);

/// <summary>
/// Does one act to each of several orders: through the aggregate, each in a short transaction of its own, so that one refusal stops no other.
/// The version that was seen must still be there: the same form sent twice finds every order changed, and does nothing the second time.
/// </summary>
internal sealed class ActOnMany(IServiceScopeFactory scopes, OrderRulebook rulebook, Texts text, TimeProvider time)
{
    /// <summary>As many as one page of the list shows.</summary>
    public const int Most = 200;

    /// <summary>What one must hold for an act: exactly what the page of the same act for one order demands.</summary>
    public static string PermissionOf(ManyAct act) => Demanded[act];

    /// <summary>Read once: the order list asks for all of them at every look.</summary>
    static readonly FrozenDictionary<ManyAct, string> Demanded = Enum.GetValues<ManyAct>().ToFrozenDictionary(act => act, act => (act switch
    {
        ManyAct.Assign => typeof(AssignModel),
        ManyAct.Urge => typeof(UrgeModel),
        ManyAct.Special => typeof(SpecialModel),
        ManyAct.Pause => typeof(PauseModel),
        ManyAct.Resume => typeof(ResumeModel),
        _ => typeof(CloseModel),
    }).GetCustomAttribute<PermissionAttribute>()!.PermissionCode);

    /// <summary>Reasons to choose from; those of the policy in force now, each order's own policy has the last word.</summary>
    public IReadOnlyList<string> ReasonsOf(ManyAct act)
    {
        var sla = rulebook.InForceAt(time.Now()).Sla;
        return act switch
        {
            ManyAct.Special => sla.SpecialReasons,
            ManyAct.Pause => [.. sla.Pauses.Select(p => p.Code)],
            ManyAct.Close => sla.OverrunReasons,
            _ => [],
        };
    }

    public static string ReasonKey(ManyAct act) => act switch { ManyAct.Special => "SpecialReason.", ManyAct.Pause => "PauseReason.", _ => "OverrunReason." };

    /// <param name="viewer">Orders that the person may not see are answered like absent ones.</param>
    /// <exception cref="RuleViolation">The form itself is wrong; no order was touched.</exception>
    public async Task<IReadOnlyList<ManyOutcome>> RunAsync(ManyOrder order, IReadOnlyList<Chosen> chosen, Actor who, Viewer viewer, CancellationToken ct)
    {
        if (chosen.Count == 0) throw new RuleViolation("Requests.Many.NothingChosen");
        if (chosen.Count > Most) throw new RuleViolation("Requests.Many.TooMany", Most);
        if (order.Act is ManyAct.Special or ManyAct.Pause && string.IsNullOrEmpty(order.Reason)) throw new RuleViolation("Requests.ReasonMissing") { Field = "Reason" };
        await using var scope = scopes.CreateAsyncScope();
        if (order.Act == ManyAct.Assign && !await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<Technician>().AnyAsync(t => t.Id == order.Technician, ct))
            throw new RuleViolation("Requests.Assign.UnknownTechnician") { Field = "Technician" };
        List<ManyOutcome> outcomes = [];
        foreach (var one in chosen.DistinctBy(c => c.Number)) outcomes.Add(new ManyOutcome(one.Number, await TryAsync(order, one, who, viewer, ct)));
        return outcomes;
    }

    /// <returns>Why it was refused, in the reader's language.</returns>
    async Task<string?> TryAsync(ManyOrder order, Chosen chosen, Actor who, Viewer viewer, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        try
        {
            var found = await db.Set<ServiceOrder>().VisibleTo(viewer).OneAsync(chosen.Number, ct);
            if (found.Version != chosen.Version) return await WhoChangedAsync(db, chosen, ct);
            await ActAsync(scope.ServiceProvider.GetRequiredService<AssignTechnician>(), found, order, who, ct);
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (RuleViolation refusal)
        {
            return text.Of(refusal);
        }
        catch (NotThere)
        {
            return text["Requests.NoSuchOrder", chosen.Number];
        }
        catch (DbUpdateConcurrencyException)
        {
            return await WhoChangedAsync(db, chosen, ct);
        }
    }

    async Task ActAsync(AssignTechnician assign, ServiceOrder found, ManyOrder order, Actor who, CancellationToken ct)
    {
        var (rules, now) = (rulebook.KeptBy(found), time.Now());
        switch (order.Act)
        {
            case ManyAct.Assign: await assign.ActAsync(found, order.Technician, now, who, ct); break;
            case ManyAct.Urge: found.TakeUrge(order.Note, now, who); break;
            case ManyAct.Special: found.MarkSpecial(order.Reason!, now, rules, who); break;
            case ManyAct.Pause: found.PauseClock(order.Reason!, now, order.Note, null, now, rules, who); break;
            case ManyAct.Resume: found.ResumeClock(now, rules, who); break;
            case ManyAct.Close: found.Close(string.IsNullOrEmpty(order.Reason) ? null : order.Reason, now, rules, who); break;
            default: throw new InvalidOperationException($"Nobody knows how to {order.Act} many orders.");
        }
    }

    async Task<string> WhoChangedAsync(ServiceDbContext db, Chosen chosen, CancellationToken ct)
    {
        var last = await db.Set<ServiceOrder>().AsNoTracking().Where(o => o.Number == chosen.Number).SelectMany(o => o.Events).OrderByDescending(e => e.Version).Select(e => e.ActorName).FirstOrDefaultAsync(ct);
        return text["Requests.Many.Changed", last ?? "?"];
    }
}
