using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AfterSales.Documents.Agreements;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Documents.Disputes;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Evidence;

/// <summary>What this module holds: disputes with what they are about, agreements with their versions and terminations.</summary>
internal sealed class OwnEvidence(DocumentsDbContext db) : IEvidence
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    public async Task<EvidenceFound> AboutAsync(EvidenceOf about, bool masked, CancellationToken ct) => about.Kind switch
    {
        LinkKinds.Dispute when Guid.TryParse(about.Key, out var id) => await DisputeAsync(id, ct),
        LinkKinds.Agreement when Guid.TryParse(about.Key, out var id) => await AgreementAsync(id, ct),
        _ => EvidenceFound.None,
    };

    async Task<EvidenceFound> DisputeAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Dispute>().AsNoTracking().WithAll().FirstOrDefaultAsync(d => d.PublicId == id, ct) is not { } d) return EvidenceFound.None;
        var file = new EvidenceFile("dispute.json", $"{d.Code} 争议 · dispute", JsonSerializer.SerializeToUtf8Bytes(new
        {
            d.Code, d.Subject, d.OtherParty, claimed = d.Claimed?.ToString(), d.OpenedOn, d.Stage, d.StageSince, d.Outcome, d.OutcomeText, outcome_amount = d.OutcomeAmount?.ToString(), d.ClosedOn,
            steps = d.Steps.OrderBy(s => s.Id).Select(s => new { s.Stage, s.What, s.FirstDueOn, s.DueOn, s.DoneOn, s.DroppedOn, s.Result, s.PaperId }),
            positions = d.Positions.OrderBy(p => p.Id).Select(p => new { p.Side, p.Stage, p.On, p.Text, p.PaperId }),
            links = d.Links.Select(l => new { l.Kind, l.Label }), history = d.Events.OrderBy(e => e.Id).Select(e => new { e.At, e.ActorName, e.Act, args = e.Args.Split('\u001f') }),
        }, Json));
        return new EvidenceFound([file], [.. d.Links.Select(l => new EvidenceOf(l.Kind, l.Key, l.Label)).Where(l => l.Kind != LinkKinds.Customer || d.Links.TrueForAll(o => o.Kind != LinkKinds.Order))]);
    }

    async Task<EvidenceFound> AgreementAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Agreement>().AsNoTracking().WithAll().FirstOrDefaultAsync(a => a.PublicId == id, ct) is not { } a) return EvidenceFound.None;
        var terminations = await db.Set<Termination>().AsNoTracking().WithAll().Where(t => t.AgreementId == a.Id).OrderBy(t => t.Id).ToListAsync(ct);
        var file = new EvidenceFile("agreement.json", $"{a.Code} 协议 · agreement", JsonSerializer.SerializeToUtf8Bytes(new
        {
            a.Code, a.Kind, a.Title, a.Party, a.StartsOn, a.EndsOn, a.TerminatedOn,
            versions = a.Versions.OrderBy(v => v.Number).Select(v => new { v.Number, v.Stage, v.EffectiveFrom, v.SignedOn, v.NoticeOn, v.Reason, v.Customers, v.Products, v.Sites, v.ResponseHours, v.HandlingHours, v.ComplexDays, v.DiscountPercent, v.PricesOf, v.Covers, v.SurveyPercent, v.PriceTerms, v.TextZh, v.TextEn }),
            changes = a.Changes.OrderBy(c => c.Id).Select(c => new { c.Kind, c.ActOn, c.NoticeOn, c.PaperId }), clauses = a.Clauses.OrderBy(c => c.Position).Select(c => new { c.Number, c.Zh, c.En }),
            terminations = terminations.Select(t => new { t.Code, t.Side, t.Ground, t.StartedOn, t.EndsOn, t.Stage, t.NoticeOn, t.Objected, settled = t.Settled?.ToString(), t.ClosedOn, steps = t.Steps.Select(s => new { s.Stage, s.DueOn, s.DoneOn, s.Words, s.PaperId }), items = t.Items.Select(i => new { i.What, i.DueOn, i.DoneOn, i.Note }) }),
            history = a.Events.OrderBy(e => e.Id).Select(e => new { e.At, e.ActorName, e.Act, args = e.Args.Split('\u001f') }),
        }, Json));
        return new EvidenceFound([file], [.. terminations.Select(t => new EvidenceOf(LinkKinds.Termination, t.PublicId.ToString("D"), t.Code!))]);
    }
}
