using System.CommandLine;
using System.Data.Common;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;

namespace AfterSales.Host.Operations;

/// <summary><c>check</c>: asks every part of the product whether what it keeps is whole. It looks, and repairs nothing.</summary>
internal static class CheckVerb
{
    public static Command Command(VerbRunner verbs)
    {
        var check = new Command("check", "Integrity of database, numbers, audit log, and feeds against the warehouse.");
        verbs(check, RunAsync);
        return check;
    }

    static async Task<int> RunAsync(ParseResult parse, VerbContext verb)
    {
        List<(string Name, IntegrityResult Result)> results = [];
        foreach (var check in verb.Services.GetServices<IIntegrityCheck>())
        {
            verb.Progress.WriteLine(check.Name);
            results.Add((check.Name, await LookAsync(check, verb)));
        }
        var ok = results.TrueForAll(r => r.Result.Ok);
        if (verb.Json)
            verb.WriteJson(new { ok, checks = results.Select(r => new { name = r.Name, ok = r.Result.Ok, counted = r.Result.Counted, problems = r.Result.Problems, notes = r.Result.Notes }) });
        else
            foreach (var (name, result) in results)
            {
                verb.Out.WriteLine($"{(result.Ok ? "ok " : "BAD")} {name}: {string.Join(", ", result.Counted.Select(c => $"{c.Key} {c.Value}"))}");
                foreach (var line in result.Problems.Concat(result.Notes)) verb.Out.WriteLine("    " + line);
            }
        return ok ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>What cannot be read is a finding too, and the other parts are still looked at.</summary>
    static async Task<IntegrityResult> LookAsync(IIntegrityCheck check, VerbContext verb)
    {
        try
        {
            return await check.CheckAsync(verb.Cancel);
        }
        catch (Exception unreadable) when (unreadable is DbException or IOException or FormatException or InvalidOperationException or InvalidCastException)
        {
            return new IntegrityResult(false, new Dictionary<string, long>(), [verb.Services.GetRequiredService<Texts>()["Operations.Check.Unreadable", unreadable.GetBaseException().Message]], []);
        }
    }
}
