using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Accounts;

/// <summary>What a request knows of the session it belongs to.</summary>
/// <param name="Stamp">Security stamp of the account; another in the cookie means that password, roles or rights changed since.</param>
internal sealed record Standing(long Id, Guid Key, long AccountId, SignInMethod Method, bool IsRemembered, DateTime StartedAt, DateTime SeenAt, bool IsEnded, string? Stamp, string? SeesAsRole, long? SeesAsAccountId, DateTime ReadAt);

/// <summary>
/// Every session there is, and whether it still stands. Asked by every request, so an answer is kept in memory for fifteen seconds; whatever ends
/// a session on this server drops it at once, so that the next request is refused. Another server notices after those seconds.
/// </summary>
internal sealed partial class SessionBook(IServiceScopeFactory scopes, IPolicies policies, TimeProvider time, ILogger<SessionBook> log)
{
    const string Item = ".session", MethodItem = ".method";
    static readonly TimeSpan Kept = TimeSpan.FromSeconds(15), SeenStep = TimeSpan.FromMinutes(5);
    readonly ConcurrentDictionary<Guid, Standing> _standing = [];
    int _changes;

    /// <summary>The session of this request; null for whoever is not signed in.</summary>
    public static Standing? Of(HttpContext http) => http.Items[typeof(Standing)] as Standing;

    /// <summary>Properties with which the cookie handler is asked to sign somebody in.</summary>
    public static AuthenticationProperties Asked(bool remember, SignInMethod method) => new(new Dictionary<string, string?> { [MethodItem] = method.ToString() }) { IsPersistent = remember };

    /// <summary>A cookie is about to be given out: begins a session unless it has one.</summary>
    public async Task BeginAsync(CookieSigningInContext signing)
    {
        if (signing.Properties.Items.ContainsKey(Item) || !long.TryParse(signing.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var account)) return;
        var (now, request) = (time.Now(), signing.HttpContext.Request);
        var session = new Session
        {
            Key = new Guid(RandomNumberGenerator.GetBytes(16)), AccountId = account, Method = Enum.TryParse<SignInMethod>(signing.Properties.Items.TryGetValue(MethodItem, out var method) ? method : null, out var known) ? known : SignInMethod.Password,
            IsRemembered = signing.Properties.IsPersistent, Device = DeviceWords.Of(request.Headers.UserAgent.ToString()), Address = signing.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", StartedAt = now, SeenAt = now,
        };
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        db.Add(session);
        await db.SaveChangesAsync(signing.HttpContext.RequestAborted);
        signing.Properties.Items.Remove(MethodItem);
        signing.Properties.Items[Item] = session.Key.ToString("N");
    }

    /// <summary>A cookie came back: it counts only while its session stands.</summary>
    public async Task ValidateAsync(CookieValidatePrincipalContext asked)
    {
        var http = asked.HttpContext;
        var standing = asked.Properties.Items.TryGetValue(Item, out var text) && Guid.TryParse(text, out var key) ? await StandingAsync(key, http.RequestAborted) : null;
        var now = time.Now();
        if (standing is null or { IsEnded: true } || standing.Stamp != asked.Principal?.FindFirstValue("AspNet.Identity.SecurityStamp")
            || policies.At<SignInPolicy>(now).Value.IsOver(standing.IsRemembered, standing.StartedAt, standing.SeenAt, now))
        {
            asked.RejectPrincipal();
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }
        http.Items[typeof(Standing)] = standing;
        if (now - standing.SeenAt >= SeenStep) await NoteSeenAsync(standing, now, http.RequestAborted);
        await SecurityStampValidator.ValidatePrincipalAsync(asked); // once a minute reads the roles anew: a deputy's day begins or ends
    }

    async Task<Standing?> StandingAsync(Guid key, CancellationToken ct)
    {
        var now = time.Now();
        if (_standing.TryGetValue(key, out var known) && now - known.ReadAt < Kept) return known;
        var changes = Volatile.Read(ref _changes);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        var read = await (from s in db.Set<Session>().AsNoTracking() join a in db.Set<Account>() on s.AccountId equals a.Id where s.Key == key
            select new Standing(s.Id, s.Key, s.AccountId, s.Method, s.IsRemembered, s.StartedAt, s.SeenAt, s.EndedAt != null || a.IsDisabled, a.SecurityStamp, s.SeesAsRole, s.SeesAsAccountId, now)).FirstOrDefaultAsync(ct);
        if (read is null) return null;
        if (_standing.Count > 5_000) foreach (var old in _standing.Values.Where(s => now - s.ReadAt >= Kept)) _standing.TryRemove(old.Key, out _);
        return changes == Volatile.Read(ref _changes) ? _standing[key] = read : read; // what was read before a change must not outlive it
    }

    async Task NoteSeenAsync(Standing standing, DateTime now, CancellationToken ct)
    {
        if (!_standing.TryUpdate(standing.Key, standing with { SeenAt = now }, standing)) return; // another request of the same browser does it
        try
        {
            await ChangeAsync(sessions => sessions.Where(s => s.Id == standing.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), ct), ct);
        }
        catch (Exception unwritten) when (unwritten is System.Data.Common.DbException or IOException)
        {
            SeenNotNoted(log, unwritten); // a full disk must not keep people from reading
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "When a session was last seen could not be noted")]
    static partial void SeenNotNoted(ILogger log, Exception unwritten);

    /// <summary>Ends sessions now: the next request of each is refused.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="only">Only this one of them.</param>
    /// <param name="except">All but this one.</param>
    /// <returns>How many ended.</returns>
    public async Task<int> EndAsync(long account, CancellationToken ct, long? only = null, long? except = null)
    {
        var now = time.Now();
        var ended = await ChangeAsync(sessions => sessions.Where(s => s.AccountId == account && s.EndedAt == null && (only == null || s.Id == only) && s.Id != (except ?? 0)).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct), ct);
        Forget(account);
        return ended;
    }

    /// <summary>From now on the session counts as one with this method.</summary>
    public Task ProveAsync(Standing standing, SignInMethod method, CancellationToken ct) =>
        ChangeAsync(standing, s => s.SetProperty(x => x.Method, method), ct);

    /// <summary>Lets a session look at the product as a role or a person; both null ends it.</summary>
    public Task SeeAsAsync(Standing standing, string? role, long? account, CancellationToken ct) =>
        ChangeAsync(standing, s => s.SetProperty(x => x.SeesAsRole, role).SetProperty(x => x.SeesAsAccountId, account), ct);

    async Task ChangeAsync(Standing standing, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Session>> set, CancellationToken ct)
    {
        await ChangeAsync(sessions => sessions.Where(s => s.Id == standing.Id).ExecuteUpdateAsync(set, ct), ct);
        Forget(standing.AccountId);
    }

    /// <summary>Something about this account changed: its sessions are read anew.</summary>
    public void Forget(long account)
    {
        Interlocked.Increment(ref _changes);
        foreach (var standing in _standing.Values.Where(s => s.AccountId == account)) _standing.TryRemove(standing.Key, out _);
    }

    /// <summary>Those of an account that still stand, last seen first.</summary>
    public async Task<IReadOnlyList<Session>> OfAsync(long account, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (now, db) = (time.Now(), scope.ServiceProvider.GetRequiredService<HostDbContext>());
        var policy = policies.At<SignInPolicy>(now).Value;
        return [.. (await db.Set<Session>().AsNoTracking().Where(s => s.AccountId == account && s.EndedAt == null).OrderByDescending(s => s.SeenAt).ThenByDescending(s => s.Id).Take(200).ToListAsync(ct))
            .Where(s => !policy.IsOver(s.IsRemembered, s.StartedAt, s.SeenAt, now))];
    }

    async Task<int> ChangeAsync(Func<IQueryable<Session>, Task<int>> change, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        await using var write = await db.BeginWriteAsync(ct);
        var rows = await change(db.Set<Session>());
        await write.CommitAsync(ct);
        return rows;
    }
}

/// <summary>Where and with what people were signed in is forgotten a month after it is over.</summary>
internal sealed class ForgetSessions(HostDbContext db, IPolicies policies, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("host.forget-sessions", typeof(ForgetSessions), "0 35 3 * * ?");
    public const int DaysKept = 30;

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        var (oldest, policy) = (time.Now().AddDays(-DaysKept), policies.At<SignInPolicy>(time.Now()).Value);
        var over = (await db.Set<Session>().AsNoTracking().Where(s => s.EndedAt < oldest || s.SeenAt < oldest).Select(s => new { s.Id, s.EndedAt, s.IsRemembered, s.StartedAt, s.SeenAt }).ToListAsync(ct))
            .Where(s => s.EndedAt < oldest || policy.IsOver(s.IsRemembered, s.StartedAt, s.SeenAt, oldest)).Select(s => s.Id).ToList();
        await using var write = await db.BeginWriteAsync(ct);
        var gone = 0;
        foreach (var part in over.Chunk(500)) gone += await db.Set<Session>().Where(s => part.Contains(s.Id)).ExecuteDeleteAsync(ct);
        await write.CommitAsync(ct);
        return new JobOutcome(gone);
    }
}
