using System.CommandLine;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.CommandLine;

namespace AfterSales.Host.CommandLine;

/// <summary>The whole command line: verbs of the Host and of every module, with the options that all of them share.</summary>
internal static class RootVerbs
{
    const string DataName = "--data", JsonName = "--json";

    /// <summary>The data folder that was asked for; null without one.</summary>
    public static string? Data(ParseResult parse) => Shared<string?>(parse, DataName);

    /// <summary>Whether the answer shall be one JSON document.</summary>
    public static bool Json(ParseResult parse) => Shared<bool>(parse, JsonName);

    // Options belong to one tree: an option that trees share ties them together, and a server would keep every verb it ever ran.
    static T? Shared<T>(ParseResult parse, string name) => parse.GetValue((Option<T>)parse.RootCommandResult.Command.Options.Single(o => o.Name == name));

    /// <param name="input">Standard input for verbs that need no data folder; the console's own where none is given.</param>
    public static RootCommand Build(IReadOnlyList<IModule> modules, VerbRunner verbs, Command serve, TextReader? input = null)
    {
        Option[] shared =
        [
            new Option<string?>(DataName) { Description = "Data folder. Default: $AFTERSALES_DATA, else ./data.", Recursive = true, HelpName = "DIR" },
            new Option<bool>(JsonName) { Description = "One JSON document on standard output.", Recursive = true },
        ];
        var root = new RootCommand("AfterSales: after-sales service quality by contract.");
        foreach (var option in shared) root.Add(option);
        root.Add(serve);
        root.Add(Running.UnitVerbs.Command());
        root.Add(Accounts.UserVerbs.All(verbs));
        foreach (var command in Operations.OperationsVerbs.All(verbs, input ?? Console.In)) root.Add(command);
        foreach (var command in modules.SelectMany(m => m.Commands(verbs))) Merge(root, command, shared);
        return root;
    }

    /// <summary>Two modules may share a first word (<c>import orders</c>, <c>import complaints</c>): their subcommands join.</summary>
    static void Merge(Command parent, Command command, Option[] shared)
    {
        if (parent.Subcommands.FirstOrDefault(c => c.Name == command.Name) is { } there)
        {
            foreach (var option in shared) command.Add(option); // the parser looks for options of all verbs along a command's first parent, which is this one
            foreach (var sub in command.Subcommands) Merge(there, sub, shared);
        }
        else parent.Add(command);
    }
}
