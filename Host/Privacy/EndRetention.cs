using AfterSales.Host.Data;
using AfterSales.Host.Messages;
using AfterSales.Kernel;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Privacy;

/// <summary>How long personal data is kept, by class. Papers on file have their own retention and end by two people.</summary>
internal sealed record RetentionPolicy
{
    public const string Key = "host.retention";

    /// <summary>False until an administrator has seen what tonight would end and agreed to it.</summary>
    public bool IsOn { get; init; }
    /// <summary>Years after the last order until a customer is erased.</summary>
    public int CustomerYears { get; init; } = 5;
    /// <summary>Months until a message to a customer loses its address and its words.</summary>
    public int MessageMonths { get; init; } = 24;
    /// <summary>Months for which it is known who saw whom.</summary>
    public int LookMonths { get; init; } = 36;
    /// <summary>Months after the end of an order for which the pictures are kept that the customer sent.</summary>
    public int PictureMonths { get; init; } = 36;
    /// <summary>Months for which it is known where a stamp was given and a photo taken.</summary>
    public int PlaceMonths { get; init; } = 24;

    public int MonthsOf(AgedClass kind) => kind switch
    {
        AgedClass.Pictures => PictureMonths,
        AgedClass.Places => PlaceMonths,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>What a class holds that is past its time.</summary>
/// <param name="TextKey">Name of the class.</param>
/// <param name="Kept">Months for which it is kept.</param>
internal sealed record PastTime(string TextKey, int Kept, int Due);

/// <summary>Counts what is past its time, and every night ends a part of it: some thousand rows and some customers at a time, so that nobody waits for it.</summary>
internal sealed class EndRetention(HostDbContext db, IIdlePersons idle, IEnumerable<IAgedData> aged, ErasePeople people, IPolicies policies, IAuditLog audit, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("host.end-retention", typeof(EndRetention), "0 10 4 * * ?");
    const int MostRows = 5_000, MostCustomers = 50, MostLookedAt = 500;

    static readonly MessageState[] Ended = [MessageState.Sent, MessageState.Delivered, MessageState.Cancelled, MessageState.NotSent, MessageState.Parked];

    IQueryable<PersonLook> Looks(RetentionPolicy policy, DateTime now) => db.Set<PersonLook>().Where(l => l.At < now.AddMonths(-policy.LookMonths));
    IQueryable<OutgoingMessage> Messages(RetentionPolicy policy, DateTime now) => db.Set<OutgoingMessage>().Where(m => m.QueuedAt < now.AddMonths(-policy.MessageMonths) && m.Body != PersonRows.Gone && Ended.Contains(m.State));

    /// <summary>What tonight, and the nights after it, would end.</summary>
    public async Task<IReadOnlyList<PastTime>> DueAsync(RetentionPolicy policy, CancellationToken ct)
    {
        var now = time.Now();
        List<PastTime> byAge = [];
        foreach (var data in aged) byAge.Add(new($"Privacy.Retention.{data.Class}", policy.MonthsOf(data.Class), await data.CountAsync(now.AddMonths(-policy.MonthsOf(data.Class)), ct)));
        return
        [
            new("Privacy.Retention.Customers", policy.CustomerYears * 12, await idle.CountAsync(now.AddYears(-policy.CustomerYears), ct)),
            new("Privacy.Retention.Messages", policy.MessageMonths, await Messages(policy, now).CountAsync(ct)),
            new("Privacy.Retention.Looks", policy.LookMonths, await Looks(policy, now).CountAsync(ct)),
            .. byAge,
        ];
    }

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var policy = policies.At<RetentionPolicy>(time.Now()).Value;
        if (!policy.IsOn) return new JobOutcome(0);
        var (now, rows) = (time.Now(), 0L);
        await using (var write = await db.BeginWriteAsync(ct))
        {
            var looks = Looks(policy, now).OrderBy(l => l.Id).Select(l => l.Id).Take(MostRows);
            rows += await db.Set<PersonLook>().Where(l => looks.Contains(l.Id)).ExecuteDeleteAsync(ct);
            var messages = Messages(policy, now).OrderBy(m => m.Id).Select(m => m.Id).Take(MostRows);
            rows += await db.Set<OutgoingMessage>().Where(m => messages.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.Body, PersonRows.Gone).SetProperty(m => m.Subject, PersonRows.Gone).SetProperty(m => m.Values, "{}")
                .SetProperty(m => m.Phone, (string?)null).SetProperty(m => m.Email, (string?)null).SetProperty(m => m.Error, (string?)null), ct);
            await write.CommitAsync(ct);
        }
        foreach (var data in aged) rows += await data.EndAsync(now.AddMonths(-policy.MonthsOf(data.Class)), MostRows, ct);
        var customers = 0;
        foreach (var id in await idle.SinceAsync(now.AddYears(-policy.CustomerYears), MostLookedAt, ct)) // more than are erased: those who still owe must not hold up the others
        {
            if (customers == MostCustomers) break;
            var person = await people.FindAsync(id, ct);
            if (person.Obstacles.Count > 0 || ErasePeople.IsErased(person)) continue; // still owes, still has an agreement: another night
            await people.EraseAsync(person, Actor.System, ct);
            customers++;
        }
        if (rows + customers > 0) await audit.RecordAsync(Actor.System, "retention.ended", RetentionPolicy.Key, $"{rows} rows, {customers} customers", ct);
        return new JobOutcome(rows + customers);
    }
}
