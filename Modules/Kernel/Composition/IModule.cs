using System.CommandLine;
using System.Reflection;
using System.Resources;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Kernel.Composition;

/// <summary>What a module tells the Host. The module class is the only public type of its project.</summary>
public interface IModule
{
    /// <summary>Area of its pages, e.g. <c>Service</c>; lower-cased, its database schema.</summary>
    string Name { get; }
    Assembly Assembly => GetType().Assembly;
    ResourceManager Text { get; }
    IReadOnlyList<Permission> Permissions { get; }
    IReadOnlyList<MenuItem> Menu { get; }
    IReadOnlyList<JobDefinition> Jobs => [];
    /// <summary>Policies of the module: data with effective dates, edited in Settings.</summary>
    IReadOnlyList<Policies.PolicyDefinition> Policies => [];
    /// <summary>Messages to customers that the module sends.</summary>
    IReadOnlyList<Messages.MessageTemplate> Templates => [];
    void Register(IServiceCollection services, DatabaseOptions database);
    /// <summary>Scopes of the module's operations for programs, e.g. <c>orders.read</c>; text key <c>Api.Scope.{scope}</c>.</summary>
    IReadOnlyList<string> ApiScopes => [];
    /// <summary>Adds the module's operations under <c>/api/v1</c>.</summary>
    void MapApi(IEndpointRouteBuilder api) { }
    /// <summary>Command-line verbs of the module, e.g. <c>order explain</c>.</summary>
    IEnumerable<Command> Commands(VerbRunner verbs) => [];
}

/// <summary>A right to do something, granted to roles. Codes read <c>module.capability.act</c>, e.g. <c>service.orders.respond</c>.</summary>
/// <param name="Roles">Roles that hold it unless an administrator changed that; the administrator holds all.</param>
public sealed record Permission(string Code, params string[] Roles);

/// <summary>One entry of the navigation, shown to whoever holds the permission.</summary>
/// <param name="TextKey">Key of its label.</param>
/// <param name="Path">Where it leads, e.g. <c>/Service/Requests</c>.</param>
/// <param name="Icon">Name of a symbol in the icon sprite.</param>
/// <param name="Order">Position; the section of the navigation that it stands in follows from it.</param>
/// <param name="Key">Letter that opens it after <kbd>g</kbd>; null for most.</param>
public sealed record MenuItem(string TextKey, string Path, string Permission, string Icon, int Order, char? Key = null);

/// <summary>Role codes; a person may hold several, a company may rename them.</summary>
public static class Roles
{
    public const string Dispatcher = "dispatcher";
    public const string Technician = "technician";
    public const string Trainer = "trainer";
    public const string QualityOfficer = "quality-officer";
    public const string RecordsClerk = "records-clerk";
    public const string Cashier = "cashier";
    public const string Manager = "manager";
    public const string Administrator = "administrator";
    public const string BrandAuditor = "brand-auditor";

    public static readonly IReadOnlyList<string> All =
        [Dispatcher, Technician, Trainer, QualityOfficer, RecordsClerk, Cashier, Manager, Administrator, BrandAuditor];
}
