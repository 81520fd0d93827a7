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
        return root;
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
