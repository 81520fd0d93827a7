using System.CommandLine;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AfterSales.Kernel.Composition;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AfterSales.ArchitectureTests;

/// <summary>A module shows one type, its module class; types that nobody inherits from are sealed; names say what a thing is.</summary>
public sealed partial class TypesOfTheHouse
{
    [Fact]
    public void only_the_module_class_is_public() => House.ModuleAssemblies.SelectMany(a => NeedlesslyPublic(a.GetExportedTypes())).ShouldBeNone();

    [Fact]
    public void a_second_public_type_is_refused() => NeedlesslyPublic([typeof(Service.ServiceModule), typeof(PublicSample)]).ShouldName(nameof(PublicSample));

    [Fact]
    public void are_sealed_unless_something_inherits() => House.Assemblies.SelectMany(a => Unsealed(a.GetTypes())).ShouldBeNone();

    [Fact]
    public void an_open_class_that_nobody_inherits_from_is_refused() =>
        Unsealed([typeof(OpenSample), typeof(InheritedSample), typeof(HeirSample)]).ShouldBe([$"{typeof(OpenSample).FullName} is neither sealed nor inherited from."]);

    [Fact]
    public void have_no_empty_words_in_their_names() => House.Assemblies.SelectMany(a => EmptyNames(a.GetTypes())).ShouldBeNone();

    [Fact]
    public void an_empty_word_in_a_name_is_refused() =>
        EmptyNames([typeof(OrderManager), typeof(DtoForOrders), typeof(OrderService), typeof(ServiceOrder), typeof(DatabaseCommons)])
            .ShouldBe([$"{typeof(OrderManager).FullName}: 'Manager' says nothing.", $"{typeof(DtoForOrders).FullName}: 'Dto' says nothing.", $"{typeof(OrderService).FullName}: 'Service' says nothing."]);

    [Fact]
    public void keep_no_option_of_the_command_line_for_ever() => House.Assemblies.SelectMany(a => SharedSymbols(a.GetTypes())).ShouldBeNone();

    [Fact]
    public void an_option_that_trees_share_is_refused() => SharedSymbols([typeof(SharingVerb)]).ShouldName(nameof(SharingVerb));

    /// <summary>A server builds a tree for each verb it runs: an option in two of them ties them together, and with them all that they hold.</summary>
    static IEnumerable<string> SharedSymbols(IEnumerable<Type> types) =>
        from type in types
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where typeof(Symbol).IsAssignableFrom(field.FieldType)
        select $"{type.FullName}.{field.Name} is shared by all trees of the command line.";

    static IEnumerable<string> NeedlesslyPublic(IEnumerable<Type> exported) => exported
        .Where(t => !typeof(IModule).IsAssignableFrom(t) && !IsFromTheTools(t))
        .Select(t => $"{t.FullName} is public; only the module class is.");

    /// <summary>Migrations and snapshots are written by the tools, which want them public, and so does the web SDK the entry point.</summary>
    static bool IsFromTheTools(Type type) => type.Assembly.EntryPoint?.DeclaringType == type || typeof(Migration).IsAssignableFrom(type) || typeof(ModelSnapshot).IsAssignableFrom(type);

    static IEnumerable<string> Unsealed(IReadOnlyCollection<Type> types)
    {
        var inherited = types.Select(t => t.BaseType).OfType<Type>().Select(t => t.IsGenericType ? t.GetGenericTypeDefinition() : t).ToHashSet();
        return types.Where(t => t is { IsClass: true, IsAbstract: false, IsSealed: false } && !IsGenerated(t) && !IsFromTheTools(t) && !inherited.Contains(t))
            .Select(t => $"{t.FullName} is neither sealed nor inherited from.");
    }

    static IEnumerable<string> EmptyNames(IEnumerable<Type> types) =>
        from type in types
        where !IsGenerated(type) && !typeof(TagHelper).IsAssignableFrom(type)
        let words = Word().Matches(type.Name.Split('`')[0]).Select(m => m.Value).ToList()
        let empty = words.FirstOrDefault(EmptyWords.Contains) ?? (words.Count > 1 && EmptyEndings.Contains(words[^1]) ? words[^1] : null)
        where empty is not null
        select $"{type.FullName}: '{empty}' says nothing.";

    static bool IsGenerated(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute), false) || type.Name.Contains('<') || (type.Namespace ?? "").StartsWith("AspNetCoreGenerated", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsGenerated(outer)) || !(type.FullName ?? "").StartsWith("AfterSales.", StringComparison.Ordinal)
        || type.FullName!.StartsWith("System.", StringComparison.Ordinal);

    static readonly HashSet<string> EmptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Processor", "Dto", "Impl"];

    /// <summary>Empty as the last word only: a list of common passwords and a base address say something.</summary>
    static readonly HashSet<string> EmptyEndings = ["Service", "Common", "Base"];

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*")]
    private static partial Regex Word();

#pragma warning disable CA1852 // the sample is open on purpose
    class OpenSample;
    class InheritedSample;
#pragma warning restore CA1852
    sealed class HeirSample : InheritedSample;
    sealed class OrderManager;
    sealed class DtoForOrders;
    sealed class OrderService;
    sealed class ServiceOrder;
    sealed class DatabaseCommons;
    sealed class SharingVerb
    {
        public static readonly Option<bool> Json = new("--json");
    }
}

public sealed class PublicSample;
