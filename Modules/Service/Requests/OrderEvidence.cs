using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Persons;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Fees;
using AfterSales.Service.Payments;
using AfterSales.Service.Products;
using AfterSales.Service.Visits;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Requests;

/// <summary>What this module holds about an order (facts, both clocks with every interval, history, visits, money) and about a customer, for an evidence pack.</summary>
internal sealed class OrderEvidence(ServiceDbContext db, OrderRulebook rulebook, ICompany company, TimeProvider time) : IEvidence
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) } };

    public async Task<EvidenceFound> AboutAsync(EvidenceOf about, bool masked, CancellationToken ct) => !Guid.TryParse(about.Key, out var id) ? EvidenceFound.None : about.Kind switch
    {
        LinkKinds.Order => await OrderAsync(id, masked, ct),
        LinkKinds.Customer => await CustomerAsync(id, masked, ct),
        _ => EvidenceFound.None,
    };

    static EvidenceFile File(string name, string what, object facts) => new(name, what, JsonSerializer.SerializeToUtf8Bytes(facts, Json));

    async Task<EvidenceFound> OrderAsync(Guid id, bool masked, CancellationToken ct)
    {
        var order = await db.Set<ServiceOrder>().AsNoTracking().Include(o => o.Pauses).Include(o => o.Attempts).Include(o => o.Urges).Include(o => o.Events).Include(o => o.FormerClocks).Include(o => o.Reschedules).AsSplitQuery().FirstOrDefaultAsync(o => o.PublicId == id, ct);
        if (order is null) return EvidenceFound.None;
        List<EvidenceFile> files = [File("order.json", $"{order.Number} 服务单 · service order", await FactsAsync(order, masked, ct)), File("clocks.json", $"{order.Number} 时限与判定 · clocks and verdicts", Clocks(order))];
        if (await VisitsAsync(order, masked, ct) is { Count: > 0 } visits) files.Add(File("visits.json", $"{order.Number} 上门记录 · visits", visits));
        if (await MoneyAsync(order, ct) is { } money) files.Add(File("money.json", $"{order.Number} 收费与收退款 · fees, payments, refunds", money));
        return new EvidenceFound(files, []);
    }

    async Task<object> FactsAsync(ServiceOrder o, bool masked, CancellationToken ct)
    {
        var technician = await db.Set<Technician>().Where(t => t.Id == o.TechnicianId).Select(t => new { t.Code, t.Name }).FirstOrDefaultAsync(ct);
        return new
        {
            o.Number, o.BrandOrderNumber, contract = await db.Set<BrandContract>().Where(c => c.Id == o.ContractId).Select(c => c.Code).FirstOrDefaultAsync(ct), agreement = rulebook.TermsOf(o)?.Name,
            customer = masked ? PersonalData.Name(o.ContactName) : o.ContactName, phone = masked ? null : o.ContactPhone, address = masked ? MaskedAddress.Of(o.Address) : o.Address, o.Region,
            model = await db.Set<ProductModel>().Where(m => m.Id == o.ModelId).Select(m => m.Code).FirstOrDefaultAsync(ct), serial = await db.Set<Appliance>().Where(a => a.Id == o.ApplianceId).Select(a => a.Serial).FirstOrDefaultAsync(ct),
            o.Kind, o.Channel, o.Description, o.FaultCode, o.Complexity, o.RegradedOnSite, o.IsSafety, o.SpecialReason, o.SpecialMarkedAt, o.Status, o.RequestedAt, o.ReceivedAt, o.RespondedAt, o.WindowStart, o.WindowEnd, o.DepartedAt, o.ArrivedAt, o.CompletedAt, o.ClosedAt,
            o.CancelledAt, o.CancelReason, o.OverrunReason, o.Outcome, o.Result, o.Visits, technician = technician is null ? null : $"{technician.Code} {(masked ? PersonalData.Name(technician.Name) : technician.Name)}", o.Team, o.Urged, o.Reopened, o.Imported,
            pauses = o.Pauses.OrderBy(p => p.From).Select(p => new { p.Reason, p.From, p.To, p.StopsHandling, p.Note, p.StartedBy, p.EndedBy, p.VoidedAt }),
            attempts = o.Attempts.OrderBy(a => a.At).Select(a => new { a.At, a.Who, phone = masked ? null : a.Phone, a.Result, a.MessageDelivered, a.Note }),
            moves = o.Reschedules.OrderBy(r => r.Id).Select(r => new { r.At, r.Who, r.ByCustomer, r.Reason, r.OldStart, r.OldEnd, r.NewStart, r.NewEnd }),
            history = o.Events.OrderBy(e => e.Version).ThenBy(e => e.Id).Select(e => new { e.Version, e.At, e.ActorName, e.Act, e.Values }),
        };
    }

    /// <summary>Both verdicts, net and gross, with every interval and the versions of the rules that they came from.</summary>
    object Clocks(ServiceOrder order) => new
    {
        order.Number, policy = order.PolicyVersion, calendar = order.CalendarVersion, agreement = rulebook.TermsOf(order)?.Name, zone = company.Zone.Id,
        clocks = ClockStory.Of(order, rulebook.KeptBy(order), time.Now()).Select(s => new { s.Clock, limit = s.Limit.ToString(), s.Started, s.Due, s.Ended, s.Verdict, s.GrossDue, s.GrossVerdict, s.Basis, intervals = s.Intervals.Select(i => new { i.From, i.To, i.Counts, i.Reason }) }),
        former = order.FormerClocks.OrderBy(c => c.Id),
    };

    async Task<List<object>> VisitsAsync(ServiceOrder order, bool masked, CancellationToken ct) =>
    [
        .. (await db.Set<Visit>().AsNoTracking().Where(v => v.OrderId == order.Id).Include(v => v.Stamps).Include(v => v.Work).Include(v => v.Parts).Include(v => v.Values).Include(v => v.Photos).AsSplitQuery().OrderBy(v => v.Trip).ToListAsync(ct)).Select(v => new
        {
            v.Trip, v.WindowStart, v.WindowEnd, v.MovedByCompany, v.OnTime, v.Certified, v.CertificateNumber, v.DepartedAt, v.ArrivedAt, v.FinishedAt, v.FaultCode, v.Cause, v.Misuse, v.MisuseEvidence, v.Outcome, v.Report, v.Reason, v.NextStep, v.CheckPassed, v.ReleasedBy, v.ReleaseReason,
            signed_by = masked ? PersonalData.Name(v.SignedBy) : v.SignedBy, v.SignedAs, v.SignatureSha256, v.RefusedToSign, v.SignedAt, v.Hazard, v.HazardAt, v.ClosedByOffice,
            stamps = v.Stamps.OrderBy(s => s.At).Select(s => new { s.Kind, s.At, s.ReceivedAt, s.Late, s.ByDoer, s.EnteredBy }), work = v.Work.Select(w => new { w.Code, w.NameZh, w.Hours }),
            parts = v.Parts.Select(p => new { p.Number, p.NameZh, p.Quantity, p.FaultySerial, p.NewSerial }), values = v.Values.Select(m => new { m.Item, m.Value, m.Passes, m.At }), photos = v.Photos.Select(p => new { p.Shot, p.Sha256, p.Missing, p.At, p.ReceivedAt }),
        }),
    ];

    async Task<object?> MoneyAsync(ServiceOrder order, CancellationToken ct)
    {
        var notes = await db.Set<FeeNote>().AsNoTracking().Include(n => n.Lines).Where(n => n.OrderId == order.Id).OrderBy(n => n.Id).ToListAsync(ct);
        var quotes = await db.Set<Quote>().AsNoTracking().Where(q => q.OrderId == order.Id).OrderBy(q => q.Id).ToListAsync(ct);
        var account = await db.Set<OrderAccount>().AsNoTracking().WholeAsync(a => a.OrderId == order.Id, ct);
        return notes.Count == 0 && quotes.Count == 0 && account is null ? null : new
        {
            quotes = quotes.Select(q => new { q.Number, total = q.Total.ToString(), q.State, q.OfferedAt, q.OfferedBy, q.DecidedAt, q.Means }),
            notes = notes.Select(n => new
            {
                n.Number, payable = n.Payable.ToString(), covered = n.Covered.ToString(), n.IssuedAt, n.IssuedBy, n.Hash, n.SignState, n.Relation, n.SignedAt, n.UnsignedBecause, n.VoidedAt, n.VoidedBecause,
                lines = n.Lines.OrderBy(l => l.Position).Select(l => l.Facts).Select(l => new { l.Kind, l.Code, l.Name, l.Quantity, amount = l.Amount.ToString(), payable = l.Payable.ToString(), l.IsCovered, l.Rule, l.Detail }),
            }),
            payments = account?.Payments.OrderBy(p => p.PaidAt).Select(p => new { p.Number, p.Method, amount = p.Amount.ToString(), p.TransactionNumber, p.PaidAt, p.TakenBy, p.MatchedAt }),
            refunds = account?.Refunds.OrderBy(r => r.Id).Select(r => new { r.Cause, amount = r.Amount.ToString(), r.EntitledAt, r.DueAt, r.ExecutedAt, r.TransactionNumber }),
        };
    }

    async Task<EvidenceFound> CustomerAsync(Guid id, bool masked, CancellationToken ct)
    {
        var c = await db.Set<Customer>().AsNoTracking().Include(x => x.Phones).Include(x => x.Addresses).AsSplitQuery().FirstOrDefaultAsync(x => x.PublicId == id, ct);
        if (c is null) return EvidenceFound.None;
        var appliances = await db.Set<Appliance>().AsNoTracking().Where(a => a.CustomerId == c.Id).OrderBy(a => a.Id).Select(a => new { a.Serial, a.PurchasedOn }).ToListAsync(ct);
        var orders = await db.Set<ServiceOrder>().AsNoTracking().Where(o => o.CustomerId == c.Id).OrderBy(o => o.Id).Select(o => new { o.PublicId, o.Number }).ToListAsync(ct);
        var file = File("customer.json", "用户档案 · customer", new
        {
            name = masked ? PersonalData.Name(c.Name) : c.Name, phones = masked ? [] : c.Phones.Select(p => p.Number), addresses = c.Addresses.Select(a => masked ? MaskedAddress.Of(a.Text) : a.Text), c.ConsentAt, c.ConsentHow, c.ConsentEndedAt, appliances, orders = orders.Select(o => o.Number),
        });
        return new EvidenceFound([file], [.. orders.Select(o => new EvidenceOf(LinkKinds.Order, o.PublicId.ToString("D"), o.Number))]);
    }
}
