using System.CommandLine;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.CommandLine;

namespace AfterSales.Host.CommandLine;

/// <summary>The whole command line: verbs of the Host and of every module, with the options that all of them share.</summary>
internal static class RootVerbs
{
    public static readonly Option<string?> Data = new("--data") { Description = "Data folder. Default: $AFTERSALES_DATA, else ./data.", Recursive = true, HelpName = "DIR" };
    public static readonly Option<bool> Json = new("--json") { Description = "One JSON document on standard output.", Recursive = true };

    public static RootCommand Build(IReadOnlyList<IModule> modules, VerbRunner verbs, Command serve)
    {
        var root = new RootCommand("AfterSales: after-sales service quality by contract.") { Data, Json };
        root.Add(serve);
        root.Add(Accounts.UserVerbs.All(verbs));
        foreach (var command in Operations.OperationsVerbs.All(verbs)) root.Add(command);
        foreach (var command in modules.SelectMany(m => m.Commands(verbs))) Merge(root, command);
        RefuseOtherKinds(root);
        return root;
    }

    /// <summary>What will be importable one day; a kind without an importer is refused in words, whatever follows it.</summary>
    static readonly string[] Kinds =
        ["orders", "customers", "appliances", "employees", "models", "price-list", "complaints", "survey-answers", "training", "calendar", "payments", "certificates", "mentions", "documents", "risks"];

    static void RefuseOtherKinds(RootCommand root)
    {
        if (root.Subcommands.FirstOrDefault(c => c.Name == "import") is not { } import) return;
        var there = string.Join(", ", import.Subcommands.Select(c => c.Name).Order(StringComparer.Ordinal));
        foreach (var kind in Kinds.Where(k => import.Subcommands.All(c => c.Name != k)))
        {
            var absent = new Command(kind) { Hidden = true, TreatUnmatchedTokensAsErrors = false };
            absent.SetAction(int (_) => throw new RuleViolation("Import.Kind.NotYet", kind, there));
            import.Add(absent);
        }
    }

    /// <summary>Two modules may share a first word (<c>import orders</c>, <c>import complaints</c>): their subcommands join.</summary>
    static void Merge(Command parent, Command command)
    {
        if (parent.Subcommands.FirstOrDefault(c => c.Name == command.Name) is { } there)
        {
            command.Add(Data); // the parser looks for options of all verbs along a command's first parent, which is this one
            command.Add(Json);
            foreach (var sub in command.Subcommands) Merge(there, sub);
        }
        else parent.Add(command);
    }
}
