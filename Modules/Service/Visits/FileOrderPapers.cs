using System.Globalization;
using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Fees;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Visits;

/// <summary>Puts what came to be on paper in a customer's home on file with Documents (clause 8.2): the signed fee note, the service report, the photos.</summary>
internal sealed class FileOrderPapers(ServiceDbContext db, IFileStore files, ICompany company, Texts text, TimeProvider time) : IHandle<FeeNoteSigned>, IHandle<VisitFinished>
{
    public async Task HandleAsync(FeeNoteSigned @event, CancellationToken ct)
    {
        var note = await db.Set<FeeNote>().AsNoTracking().Include(n => n.Lines).SingleAsync(n => n.PublicId == @event.NoteId, ct);
        var order = await db.Set<ServiceOrder>().AsNoTracking().SingleAsync(o => o.Id == note.OrderId, ct);
        var paper = new PrintedPaper(text, company.Name, "Fees.Note.Title", note.Number).Fact("Visits.Paper.Order", order.Number).Fact("Visits.Paper.Customer", order.ContactName).Fact("Visits.Paper.Address", order.Address)
            .Table(["Fees.What", "Fees.Quantity.Label", "Fees.Price", "Fees.Payable"], note.Lines.OrderBy(l => l.Position).Select(l => l.Facts).Select(l => (IReadOnlyList<string>)[$"{text.Of($"FeeKind.{l.Kind}", Texts.Chinese)} {l.Name} {l.Detail}".TrimEnd(), l.Quantity.ToString("0.##", CultureInfo.InvariantCulture), l.Amount.ToString(), l.Payable.ToString()]))
            .Fact("Fees.Payable", note.Payable.ToString()).Fact("Visits.Paper.Signature", text.Of($"SignState.{note.SignState}", Texts.Chinese)).Fact("Visits.Paper.SignedBy", note.SignerName).Fact("Visits.Paper.SignedAt", At(note.SignedAt))
            .Strokes(SignedStrokes.Lines(note.Strokes), SignedStrokes.ViewBox(note.Strokes));
        await FileAsync(order, note.PublicId, Papers.FeeNote, $"{order.Number} 收费单 {note.Number}", $"{order.Number} fee note {note.Number}", paper.ToBytes(), $"{note.Number}.html", note.SignedAt ?? time.Now(), [], ct);
    }

    public async Task HandleAsync(VisitFinished @event, CancellationToken ct)
    {
        var visit = await db.Set<Visit>().AsNoTracking().Include(v => v.Work).Include(v => v.Parts).Include(v => v.Values).Include(v => v.Photos).AsSplitQuery().SingleAsync(v => v.PublicId == @event.VisitId, ct);
        var order = await db.Set<ServiceOrder>().AsNoTracking().SingleAsync(o => o.Id == visit.OrderId, ct);
        var technician = await db.Set<Technician>().Where(t => t.Id == visit.TechnicianId).Select(t => t.Name).FirstOrDefaultAsync(ct);
        var list = visit.CheckListId is null ? null : await db.Set<CheckList>().AsNoTracking().Include(l => l.Items).FirstOrDefaultAsync(l => l.Id == visit.CheckListId, ct);
        var number = $"{order.Number}-{visit.Trip}";
        var paper = new PrintedPaper(text, company.Name, "Paper.visit_report", number).Fact("Visits.Paper.Order", order.Number).Fact("Visits.Paper.Customer", order.ContactName).Fact("Visits.Paper.Address", order.Address).Fact("Visits.Paper.Technician", technician)
            .Fact("Visits.Paper.Arrived", At(visit.ArrivedAt)).Fact("Visits.Paper.Finished", At(visit.FinishedAt)).Fact("Visits.Paper.Fault", visit.FaultCode).Fact("Visits.Paper.Cause", visit.Cause)
            .Table(["Visits.Paper.Work"], visit.Work.Select(w => (IReadOnlyList<string>)[$"{w.Code} {w.NameZh}"]))
            .Table(["Visits.Paper.Parts", "Fees.Quantity.Label"], visit.Parts.Select(p => (IReadOnlyList<string>)[$"{p.Number} {p.NameZh} {p.NewSerial}".TrimEnd(), p.Quantity.ToString(CultureInfo.InvariantCulture)]))
            .Table(["Visits.Paper.Values", "Visits.Paper.Passed"], visit.Values.Select(v => (IReadOnlyList<string>)[$"{list?.Items.Find(i => i.Code == v.Item)?.NameZh ?? v.Item} {v.Value.ToString(CultureInfo.InvariantCulture)} {list?.Items.Find(i => i.Code == v.Item)?.Unit}".TrimEnd(), v.Passes ? "✓" : "✗"]))
            .Fact("Visits.Paper.Outcome", visit.Outcome is { } outcome ? text.Of($"VisitOutcome.{outcome}", Texts.Chinese) : null).Fact("Visits.Paper.Report", visit.Report).Fact("Visits.Paper.Reason", visit.Reason).Fact("Visits.Paper.NextStep", visit.NextStep)
            .Fact("Visits.Paper.Hazard", visit.Hazard).Fact("Visits.Paper.SignedBy", visit.SignedBy).Fact("Visits.Paper.Refused", visit.RefusedToSign);
        RecordLink[] ofVisit = [new(LinkKinds.Visit, visit.PublicId.ToString("D"), number)];
        var at = visit.FinishedAt ?? time.Now();
        await FileAsync(order, visit.PublicId, Papers.VisitReport, $"{number} 服务报告单", $"{number} service report", paper.ToBytes(), $"{number}.html", at, ofVisit, ct);
        foreach (var photo in visit.Photos.Where(p => p.Sha256 is not null))
            await PublishAsync(order, photo.PublicId, Papers.VisitPhoto, $"{number} 照片 {photo.Shot}", $"{number} photo {photo.Shot}", photo.Sha256!, $"{number}-{photo.Shot}.jpg", "image/jpeg", photo.At, ofVisit, ct);
    }

    string? At(DateTime? utc) => utc is { } instant ? company.ToLocal(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null;

    async Task FileAsync(ServiceOrder order, Guid key, string paper, string zh, string en, byte[] content, string name, DateTime madeAt, IReadOnlyList<RecordLink> links, CancellationToken ct)
    {
        var kept = await files.Keep(new MemoryStream(content), PrintedPaper.MediaType, ct);
        await PublishAsync(order, key, paper, zh, en, kept.Sha256, name, PrintedPaper.MediaType, madeAt, links, ct);
    }

    async Task PublishAsync(ServiceOrder order, Guid key, string paper, string zh, string en, string sha256, string name, string mediaType, DateTime madeAt, IReadOnlyList<RecordLink> links, CancellationToken ct)
    {
        var customer = await db.Set<Customer>().Where(c => c.Id == order.CustomerId).Select(c => (Guid?)c.PublicId).FirstOrDefaultAsync(ct);
        List<RecordLink> all = [new(LinkKinds.Order, order.PublicId.ToString("D"), order.Number), .. links];
        if (customer is { } id) all.Add(new(LinkKinds.Customer, id.ToString("D"), PersonalData.Name(order.ContactName)));
        db.Publish(new RecordToFile(key, order.Kind == OrderKind.Maintenance ? RecordClasses.MaintenanceRecord : RecordClasses.ServiceRecord, paper, zh, en, sha256, name, mediaType, madeAt, all), time.Now());
    }
}
