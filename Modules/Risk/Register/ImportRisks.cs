using System.CommandLine;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using AfterSales.Risk.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Register;

/// <summary><c>import risks FILE</c>, and the same from the page: a register as it was kept so far. A risk whose code is there already changes nothing.</summary>
internal sealed class ImportRisks(RiskDbContext db, IPolicies policies, ICompany company, TimeProvider time, Texts text)
{
    const int LongestText = 1000;
    static readonly string[] Needed = ["risk_code", "category", "risk_title", "cause", "risk_event", "risk_effect", "risk_owner", "inherent_likelihood", "inherent_consequence"];

    public static readonly ImportTemplate Template = new("risks", Needed,
    [
        new("risk_code", "R-01", "Import.Template.Number"), new("category", "safety", "Import.Template.OneOf", string.Join(' ', Code.All<RiskCategory>())), new("risk_title", "燃气泄漏", Words, 200), new("cause", "接头老化", Words, LongestText),
        new("risk_event", "维修后接头渗漏", Words, LongestText), new("risk_effect", "用户中毒或爆燃", Words, LongestText), new("risk_owner", "王芳", Words, 200), new("risk_response", "reduce", "Import.Template.OneOf", string.Join(' ', Code.All<RiskResponse>())),
        new("registered_on", "2025-03-01", "Import.Template.Day"), .. new[] { ("inherent", "4", "5"), ("residual", "2", "5"), ("target", "1", "5") }.SelectMany(l => new TemplateColumn[] { new(l.Item1 + "_likelihood", l.Item2, "Import.Template.Whole", 1, Level.Most), new(l.Item1 + "_consequence", l.Item3, "Import.Template.Whole", 1, Level.Most) }),
    ]);

    const string Words = "Import.Template.Text";

    public static Command Verb(VerbRunner verbs) => ImportVerb.Of<ImportRisks>(verbs, "risks", "A risk register.", "CSV or XLSX with one risk per row.",
        (import, path, map, dryRun, report, ct) => import.RunAsync(path, map, dryRun, Actor.Import, report, ct), _ => Template);

    /// <exception cref="RuleViolation">The table cannot be read, or a column that every row needs is missing.</exception>
    public async Task RunAsync(string path, ImportMap map, bool dryRun, Actor who, ImportReport report, CancellationToken ct)
    {
        using var table = TableFile.Open(path, map.Delimiter, map.Encoding);
        var reader = new RowReader(table.Headers, Template.Codes, _ => false, map, company.Zone, text);
        reader.Require(Needed);
        var known = (await db.Set<RegisteredRisk>().Where(r => r.ImportedAs != null).Select(r => r.ImportedAs!).ToListAsync(ct)).ToHashSet();
        foreach (var row in table.Rows())
        {
            report.Read++;
            reader.Take(row);
            if (RiskOf(reader, who) is not { } risk) report.Reject([.. reader.Problems]);
            else if (!known.Add(risk.ImportedAs!)) report.Unchanged++;
            else
            {
                report.Accepted++;
                if (!dryRun) db.Add(risk);
            }
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    RegisteredRisk? RiskOf(RowReader reader, Actor who)
    {
        var now = time.Now();
        var today = company.LocalDay(now);
        foreach (var column in Needed.Where(c => reader.Text(c, LongestText) is null)) reader.Refuse(column, "", "Import.Missing");
        var (category, response, since) = (reader.Member<RiskCategory>("category"), reader.Member<RiskResponse>("risk_response"), reader.Day("registered_on"));
        if (since > today) reader.Refuse("registered_on", reader.Text("registered_on")!, "Register.Import.InFuture");
        var inherent = LevelOf(reader, "inherent", null);
        var (residual, target) = (LevelOf(reader, "residual", inherent), LevelOf(reader, "target", inherent));
        if (residual is not null && inherent is not null && !residual.IsWithin(inherent)) reader.Refuse("residual_likelihood", $"{residual.Likelihood} x {residual.Consequence}", "Register.ResidualAboveInherent");
        if (target is not null && inherent is not null && !target.IsWithin(inherent)) reader.Refuse("target_likelihood", $"{target.Likelihood} x {target.Consequence}", "Register.TargetAboveInherent");
        if (reader.Problems.Count > 0) return null;
        var facts = new RiskFacts(category!.Value, reader.Text("risk_title"), reader.Text("cause", LongestText), reader.Text("risk_event", LongestText), reader.Text("risk_effect", LongestText), response ?? RiskResponse.Reduce, new Owner(null, reader.Text("risk_owner")!));
        return RegisteredRisk.Register(facts, new Levels(inherent!, residual!, target!), policies.At<RiskPolicy>(now).Value, since ?? today, now, who, reader.Text("risk_code"));
    }

    /// <summary>Likelihood and consequence; what is not said is as the level that it is compared with.</summary>
    static Level? LevelOf(RowReader reader, string which, Level? otherwise)
    {
        var (likelihood, consequence) = (reader.Number(which + "_likelihood", 1, Level.Most) ?? otherwise?.Likelihood, reader.Number(which + "_consequence", 1, Level.Most) ?? otherwise?.Consequence);
        return likelihood is { } l && consequence is { } c ? new Level(l, c) : null;
    }
}
