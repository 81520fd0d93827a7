using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Messages;

/// <summary>
/// Every minute: sends what is due. Each message is marked before it is handed over, so that a crash in between leaves it parked for a person and never
/// sends it twice.
/// </summary>
internal sealed class SendMessages(HostDbContext db, MessageChannels channels, IPolicies policies, ICompany company, TimeProvider time, ILogger<SendMessages> log) : IJobStep
{
    public static readonly JobDefinition Job = new("host.send-messages", typeof(SendMessages), "0 * * * * ?");
    const int Batch = 200;
    static readonly TimeSpan Lost = TimeSpan.FromMinutes(10);

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        await ParkLostAsync(ct);
        var now = time.Now();
        var due = await db.Set<OutgoingMessage>().Where(m => m.State == MessageState.Queued && m.NextAt <= now).OrderByDescending(m => m.Urgent).ThenBy(m => m.NextAt).Take(Batch).Select(m => m.Id).ToListAsync(ct);
        var quiet = policies.At<MessagesPolicy>(now).Value.QuietUntil(company.ToLocal(now));
        long sent = 0;
        foreach (var id in due)
        {
            try
            {
                if (await OneAsync(id, quiet, ct)) sent++;
            }
            catch (DbUpdateConcurrencyException)
            {
                log.LogInformation("Message {Message} was changed by somebody else meanwhile", id); // cancelled by a person or confirmed by its receipt: theirs holds
            }
            db.ChangeTracker.Clear();
        }
        return new JobOutcome(sent);
    }

    async Task<bool> OneAsync(long id, DateTime? quietUntil, CancellationToken ct)
    {
        if (await db.Set<OutgoingMessage>().SingleOrDefaultAsync(m => m.Id == id && m.State == MessageState.Queued, ct) is not { } message) return false;
        var went = false;
        if (quietUntil is { } end && !message.Urgent) message.WaitUntil(TimeZoneInfo.ConvertTimeToUtc(end, company.Zone));
        else went = await SendAsync(message, ct);
        await db.SaveChangesAsync(ct);
        return went;
    }

    async Task ParkLostAsync(CancellationToken ct)
    {
        var before = time.Now() - Lost;
        foreach (var lost in await db.Set<OutgoingMessage>().Where(m => m.State == MessageState.Sending && m.NextAt < before).ToListAsync(ct)) lost.Failed("unknown", null);
        await db.SaveChangesAsync(ct);
    }

    async Task<bool> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        message.Begin();
        await db.SaveChangesAsync(ct);
        try
        {
            message.Went(await channels.SendAsync(message, ct), time.Now());
            return true;
        }
        catch (Exception refused) when (!ct.IsCancellationRequested)
        {
            var waits = policies.At<MessagesPolicy>(time.Now()).Value.RetryMinutes;
            message.Failed(refused.GetBaseException().Message, message.Attempts <= waits.Count ? time.Now().AddMinutes(waits[message.Attempts - 1]) : null);
            log.LogWarning(refused, "Message {Message} could not be sent at try {Attempt}", message.PublicId, message.Attempts);
            return false;
        }
    }
}

/// <summary>Every night: what jobs did is forgotten after ninety days.</summary>
internal sealed class ForgetRuns(HostDbContext db) : IJobStep
{
    public static readonly JobDefinition Job = new("host.forget-runs", typeof(ForgetRuns), "0 25 3 * * ?");
    public const int DaysKept = 90;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var oldest = slotUtc.AddDays(-DaysKept);
        await using var write = await db.BeginWriteAsync(ct);
        var gone = await db.Set<Operations.JobRun>().Where(r => r.FinishedAt != null && r.Slot < oldest).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
        return new JobOutcome(gone);
    }
}
