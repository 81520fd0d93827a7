using System.Collections.Frozen;
using System.Security.Claims;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Host.Integrations;
using AfterSales.Kernel.Api;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AfterSales.Host.Accounts;

/// <summary>
/// Who may do what: permissions declared by the modules, granted to roles by the product, and where the company differs from it. The administrator
/// holds all. Kept in memory; a change counts from the next request, on another server within a minute.
/// </summary>
internal sealed class PermissionBook(IEnumerable<IModule> modules, IServiceScopeFactory scopes, TimeProvider time) : IPermissions
{
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    readonly Permission[] _all = [.. modules.SelectMany(m => m.Permissions)];
    readonly Lock _loading = new();
    volatile Holders? _holders;

    sealed record Holders(FrozenDictionary<string, FrozenSet<string>> Roles, DateTime ReadAt);

    /// <summary>May not be given to anybody but the administrator: who has one of these has all.</summary>
    public static bool IsFixed(string permission) => HostPermissions.AdministratorOnly.Contains(permission);

    /// <summary>A brand's auditor belongs to another company: reading can be opened to him, acting cannot.</summary>
    public static bool MayHold(Permission permission, string role) =>
        role != Roles.BrandAuditor || permission.Code.EndsWith(".read", StringComparison.Ordinal) || permission.Roles.Contains(role);

    public bool Has(ClaimsPrincipal user, string permission) =>
        user.Identity?.IsAuthenticated == true && Now().TryGetValue(permission, out var roles) && user.Claims.Any(c => c.Type == ClaimTypes.Role && roles.Contains(c.Value));

    public bool Holds(string role, string permission) => Now()[permission].Contains(role);

    public Permission? Find(string? code) => Array.Find(_all, p => p.Code == code);

    FrozenDictionary<string, FrozenSet<string>> Now()
    {
        var (holders, now) = (_holders, time.Now());
        if (holders is not null && (now - holders.ReadAt < Kept || !_loading.TryEnter())) return holders.Roles; // one reads anew, the others go on
        if (holders is null) _loading.Enter();
        try
        {
            using var scope = scopes.CreateScope();
            var differences = scope.ServiceProvider.GetRequiredService<HostDbContext>().Set<PermissionGrant>().AsNoTracking().ToList().ToLookup(g => g.Permission);
            holders = new Holders(_all.ToFrozenDictionary(p => p.Code, p => HoldersOf(p, differences[p.Code])), now);
            _holders = holders;
            return holders.Roles;
        }
        finally
        {
            _loading.Exit();
        }
    }

    static FrozenSet<string> HoldersOf(Permission permission, IEnumerable<PermissionGrant> differences)
    {
        HashSet<string> roles = [.. permission.Roles, Roles.Administrator];
        if (!IsFixed(permission.Code))
            foreach (var grant in differences.Where(d => MayHold(permission, d.Role) && d.Role != Roles.Administrator))
                if (grant.IsHeld) roles.Add(grant.Role);
                else roles.Remove(grant.Role);
        return roles.ToFrozenSet();
    }

    /// <summary>Gives a permission to exactly these roles, and to the administrator.</summary>
    /// <returns>What changed, e.g. <c>+cashier -manager</c>.</returns>
    /// <exception cref="RuleViolation">The permission stays with the administrator, or a role may not hold it.</exception>
    public async Task<string> GiveAsync(HostDbContext db, Permission permission, IReadOnlyCollection<string> roles, CancellationToken ct)
    {
        if (IsFixed(permission.Code)) throw new RuleViolation("Accounts.Permissions.Fixed");
        if (roles.FirstOrDefault(r => Roles.All.Contains(r) && !MayHold(permission, r)) is not null) throw new RuleViolation("Accounts.Permissions.AuditorReads");
        var before = HoldersOf(permission, await db.Set<PermissionGrant>().AsNoTracking().Where(g => g.Permission == permission.Code).ToListAsync(ct));
        db.RemoveRange(await db.Set<PermissionGrant>().Where(g => g.Permission == permission.Code).ToListAsync(ct));
        await using var write = await db.BeginWriteAsync(ct);
        await db.SaveChangesAsync(ct);
        foreach (var role in Roles.All.Where(r => r != Roles.Administrator && roles.Contains(r) != permission.Roles.Contains(r)))
            db.Add(new PermissionGrant { Permission = permission.Code, Role = role, IsHeld = roles.Contains(role) });
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        _holders = null;
        return string.Join(' ', Roles.All.Where(r => r != Roles.Administrator && roles.Contains(r) != before.Contains(r)).Select(r => (roles.Contains(r) ? "+" : "-") + r));
    }
}

internal sealed record HasPermission(string Code) : IAuthorizationRequirement;

internal sealed class HasPermissionHandler(IPermissions permissions) : AuthorizationHandler<HasPermission>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, HasPermission requirement)
    {
        if (permissions.Has(context.User, requirement.Code)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>Turns <c>[Permission("…")]</c> into a policy, and an operation's scope into one that only a token satisfies. What names no permission is denied to everybody.</summary>
internal sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    /// <summary>A policy only names the permission; who holds it is asked at every request.</summary>
    public override bool AllowsCachingPolicies => true;

    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName.StartsWith(PermissionAttribute.Prefix, StringComparison.Ordinal)
            ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new HasPermission(policyName[PermissionAttribute.Prefix.Length..])).Build()
            : policyName.StartsWith(ApiOperation.Policy, StringComparison.Ordinal)
            ? new AuthorizationPolicyBuilder(ApiTokenScheme.Name).RequireAuthenticatedUser().RequireClaim(ApiOperation.ScopeClaim, policyName[ApiOperation.Policy.Length..]).Build()
            : await base.GetPolicyAsync(policyName);
}
