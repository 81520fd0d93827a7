using Microsoft.AspNetCore.Authorization;

namespace AfterSales.Kernel.Pages;

/// <summary>The permission that a page or endpoint demands. Every page carries one of these, or <see cref="OpenToAllAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PermissionAttribute(string code) : AuthorizeAttribute(Prefix + code)
{
    public const string Prefix = "permission:";
    public string PermissionCode { get; } = code;
}

/// <summary>A page that anybody may open, and why.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute(string why) : Attribute, IAllowAnonymous
{
    public string Why { get; } = why;
}

/// <summary>A page for whoever is signed in, whatever the role (own account, own messages), and why.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute(string why) : AuthorizeAttribute
{
    public string Why { get; } = why;
}

/// <summary>A page whose form is answered on a nearly full disk too, because it writes next to nothing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WritesFromReserveAttribute : Attribute;
