using System.Globalization;
using System.Security.Claims;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Messages;

/// <summary>The morning summary: what every module has to say to the roles that somebody holds, what he may not open left out, the urgent first.</summary>
internal sealed class Digest(IEnumerable<IDigestPart> parts, IPermissions permissions, TimeProvider time)
{
    public async Task<IReadOnlyList<DigestLine>> ForAsync(ClaimsPrincipal reader, CancellationToken ct)
    {
        var roles = reader.Claims.Where(c => c.Type == ClaimTypes.Role).Select(c => c.Value).ToHashSet();
        List<DigestLine> lines = [];
        foreach (var part in parts.Where(p => p.Roles.Any(roles.Contains)))
            lines.AddRange((await part.LinesAsync(time.Now(), ct)).Where(l => l.Count > 0 && l.Roles.Any(roles.Contains) && permissions.Has(reader, l.Permission)));
        return [.. lines.OrderByDescending(l => l.IsUrgent)];
    }

    public Task<IReadOnlyList<DigestLine>> ForAsync(string role, CancellationToken ct) =>
        ForAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], authenticationType: nameof(Digest))), ct);

    /// <summary>True when some part has something for these roles, be it nothing to report.</summary>
    public bool Serves(IEnumerable<string> roles) => parts.Any(p => p.Roles.Any(roles.Contains));

    public static IReadOnlyList<string> ArgsOf(DigestLine line) => [line.Count.ToString(CultureInfo.InvariantCulture), .. line.Args];
}

/// <summary>
/// Puts the summary under the bell, once per role and working day at 08:00 company time. The later slots are for the office computer that was
/// still off at eight; whoever was told is not told again.
/// </summary>
internal sealed class RingDigest(Digest digest, IBell bell, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("host.ring-digest", typeof(RingDigest), "0 0 8-11 * * ?");

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var day = company.LocalDay(slotUtc);
        if (day != company.LocalDay(time.Now()) || !company.CalendarAt(slotUtc).IsWorkingDay(day)) return new JobOutcome(0); // a slot left over from another day is no news
        long told = 0;
        foreach (var role in Roles.All.Where(r => digest.Serves([r])))
        {
            await bell.RingAsync(Recipients.InRole(role), NoticeOf(role, day, await digest.ForAsync(role, ct)), ct);
            told++;
        }
        return new JobOutcome(told);
    }

    static Notice NoticeOf(string role, DateOnly day, IReadOnlyList<DigestLine> lines)
    {
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Notice($"digest:{date}:{role}", lines.Count == 0 ? "Messages.Digest.Quiet" : "Messages.Digest.Notice", [date, "Roles." + role], "/")
        {
            Lines = [.. lines.Select(l => new NoticeLine(l.TextKey, Digest.ArgsOf(l), l.Link))],
        };
    }
}
