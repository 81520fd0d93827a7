using System.Security.Claims;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace AfterSales.Host.Accounts;

/// <summary>Who may do what: permissions declared by the modules, granted to roles. The administrator holds all.</summary>
internal sealed class PermissionBook(IEnumerable<IModule> modules) : IPermissions
{
    readonly Dictionary<string, HashSet<string>> _roles = modules.SelectMany(m => m.Permissions).ToDictionary(p => p.Code, p => p.Roles.Append(Roles.Administrator).ToHashSet());

    public bool Has(ClaimsPrincipal user, string permission) =>
        user.Identity?.IsAuthenticated == true && _roles.TryGetValue(permission, out var roles) && user.Claims.Any(c => c.Type == ClaimTypes.Role && roles.Contains(c.Value));
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

/// <summary>Turns <c>[Permission("…")]</c> into a policy. What names no permission is denied to everybody.</summary>
internal sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policyName.StartsWith(PermissionAttribute.Prefix, StringComparison.Ordinal)
            ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new HasPermission(policyName[PermissionAttribute.Prefix.Length..])).Build()
            : await base.GetPolicyAsync(policyName);
}
