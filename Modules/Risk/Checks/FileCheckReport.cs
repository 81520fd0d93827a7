using System.Globalization;
using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Text;
using AfterSales.Risk.Contracts;
using AfterSales.Risk.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Checks;

/// <summary>Puts the report of a finished check on file with Documents (clauses 4.3 and 8.2): what was asked, what was found, the score, how it was drawn.</summary>
internal sealed class FileCheckReport(RiskDbContext db, IFileStore files, ICompany company, Texts text, TimeProvider time) : IHandle<CheckDone>
{
    public async Task HandleAsync(CheckDone @event, CancellationToken ct)
    {
        var check = await db.Set<SpotCheck>().AsNoTracking().Whole().SingleAsync(c => c.PublicId == @event.CheckId, ct);
        var paper = new PrintedPaper(text, company.Name, "Paper.check_report", check.Number)
            .Fact("Checks.Order", check.OrderNumber).Fact("Checks.Subject", $"{check.TechnicianName} {check.Team}".Trim()).Fact("Checks.Product", check.ProductModel).Fact("Checks.Checker", check.CheckerName)
            .Fact("Checks.Done", company.ToLocal(check.DoneAt!.Value).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)).Fact("Checks.Seed", check.Sample.Seed)
            .Table(["Checks.Question", "Checks.Weight", "Checks.Found", "Checks.Words"], check.Answers.OrderBy(a => a.Ordinal).Select(a => (IReadOnlyList<string>)[$"{a.Zh} {a.En}", a.Weight.ToString(CultureInfo.InvariantCulture), text.Of($"CheckFinding.{a.Finding}", Texts.Chinese), a.Note ?? ""]))
            .Fact(check.Passed == true ? "Checks.Passed" : "Checks.Failed", $"{check.Score!.Value.ToString("0.#", CultureInfo.InvariantCulture)} / {check.PassScore}").Fact("Checks.Remark", check.Remark);
        var kept = await files.Keep(new MemoryStream(paper.ToBytes()), PrintedPaper.MediaType, ct);
        RecordLink[] links = [new(LinkKinds.Order, check.OrderId.ToString("D"), check.OrderNumber)];
        db.Publish(new RecordToFile(check.PublicId, RecordClasses.QualityReport, Papers.CheckReport, $"{check.Number} 抽查报告 {check.OrderNumber}", $"{check.Number} check report {check.OrderNumber}", kept.Sha256, $"{check.Number}.html", PrintedPaper.MediaType, check.DoneAt.Value, links), time.Now());
    }
}
