using AfterSales.Kernel;
using AfterSales.Kernel.Persons;
using AfterSales.Service.Data;
using AfterSales.Service.Fees;
using AfterSales.Service.Parts;
using AfterSales.Service.Payments;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Tracking;
using AfterSales.Service.Visits;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Customers;

/// <summary>
/// What the Service module holds about a customer. Orders, visits, fee notes and payments stay with their times and amounts (bills by law, clocks by
/// contract) under a pseudonym; the words in them go.
/// </summary>
internal sealed class CustomerRecords(ServiceDbContext db, TimeProvider time) : PersonData(db)
{
    /// <summary>Acts whose words somebody typed; the others speak in codes.</summary>
    static readonly string[] TypedActs = ["Responded", "Attempted", "SecondVisit", "Completed", "Returned", "Cancelled", "Reopened", "Paused", "Regraded", "Urged", "RepeatUnrelated", "Unrelated"];

    public override async Task FindAsync(Person person, CancellationToken ct)
    {
        var all = db.Set<Customer>().IgnoreQueryFilters().AsNoTracking();
        var found = await all.FirstOrDefaultAsync(c => c.PublicId == person.Id, ct);
        while (found?.MergedIntoId is { } into) found = await all.FirstAsync(c => c.Id == into, ct);
        if (found is null) return;
        (person.Kind, person.Name) = (PersonKind.Customer, found.Name);
        List<long> ids = [found.Id];
        for (var i = 0; i < ids.Count; i++)
        {
            var self = ids[i];
            ids.AddRange(await all.Where(c => c.MergedIntoId == self).Select(c => c.Id).ToListAsync(ct));
        }
        person.Selves.UnionWith(await all.Where(c => ids.Contains(c.Id)).Select(c => c.PublicId).ToListAsync(ct));
        await FindPhonesAsync(person, ids, ct);
        person.Names.UnionWith(await all.Where(c => ids.Contains(c.Id)).Select(c => c.Name).ToListAsync(ct));
        var orders = await db.Set<ServiceOrder>().AsNoTracking().Where(o => (o.CustomerId != null && ids.Contains(o.CustomerId.Value)) || (o.CustomerId == null && o.ContactPhone != null && person.Phones.Contains(o.ContactPhone)))
            .Select(o => new { o.PublicId, o.Number, o.ContactName, o.SortDue }).ToListAsync(ct);
        person.Names.UnionWith(orders.Select(o => o.ContactName).OfType<string>());
        person.Ids.UnionWith(orders.Select(o => o.PublicId));
        person.Numbers.UnionWith(orders.Select(o => o.Number));
        person.FileOwners.UnionWith(orders.Select(o => $"service.order:{o.PublicId:N}"));
        var visits = await Visits(person).AsNoTracking().Select(v => v.PublicId).ToListAsync(ct);
        person.Ids.UnionWith(visits);
        person.FileOwners.UnionWith(visits.Select(v => $"service.visit:{v:N}"));
        person.Ids.UnionWith(await Notes(person).Select(n => n.PublicId).ToListAsync(ct));
        await FindObstaclesAsync(person, [.. orders.Where(o => o.SortDue != null).Select(o => o.Number)], ct);
    }

    /// <summary>Numbers of the customer, and those given with orders; one that somebody else has too is shared.</summary>
    async Task FindPhonesAsync(Person person, List<long> ids, CancellationToken ct)
    {
        var numbers = await db.Set<CustomerPhone>().Where(p => ids.Contains(p.CustomerId)).Select(p => p.Number).ToListAsync(ct);
        numbers.AddRange(await db.Set<ServiceOrder>().Where(o => o.CustomerId != null && ids.Contains(o.CustomerId.Value) && o.ContactPhone != null).Select(o => o.ContactPhone!).ToListAsync(ct));
        foreach (var number in numbers.Where(n => n.Any(char.IsAsciiDigit) && n[0] != '#').Distinct())
        {
            var others = await db.Set<CustomerPhone>().AnyAsync(p => p.Number == number && !ids.Contains(p.CustomerId), ct)
                || await db.Set<ServiceOrder>().AnyAsync(o => o.ContactPhone == number && o.CustomerId != null && !ids.Contains(o.CustomerId.Value), ct);
            (others ? person.SharedPhones : person.Phones).Add(number);
        }
    }

    async Task FindObstaclesAsync(Person person, IReadOnlyList<string> open, CancellationToken ct)
    {
        if (open.Count > 0) person.Obstacles.Add(new RuleViolation("Persons.Obstacle.OpenOrders", string.Join(", ", open)));
        var owing = (await Accounts(person).AsNoTracking().ToListAsync(ct)).Count(a => a.Open > Money.Zero);
        if (owing > 0) person.Obstacles.Add(new RuleViolation("Persons.Obstacle.Owes", owing));
        var today = DateOnly.FromDateTime(time.Now());
        var agreements = await db.Set<AgreementTerms>().Where(t => t.Customers.Any(c => person.Selves.Contains(c.CustomerId)) && (t.UntilDay == null || t.UntilDay >= today)).Select(t => t.Code).Distinct().ToListAsync(ct);
        if (agreements.Count > 0) person.Obstacles.Add(new RuleViolation("Persons.Obstacle.Agreement", string.Join(", ", agreements)));
    }

    IQueryable<Customer> Customers(Person person) => db.Set<Customer>().IgnoreQueryFilters().Where(c => person.Selves.Contains(c.PublicId));
    /// <summary>By their ids: the phone by which some were found is gone as soon as they are erased.</summary>
    IQueryable<ServiceOrder> Orders(Person person) => db.Set<ServiceOrder>().Where(o => person.Ids.Contains(o.PublicId));
    IQueryable<Visit> Visits(Person person) => db.Set<Visit>().Where(v => Orders(person).Any(o => o.Id == v.OrderId));
    IQueryable<FeeNote> Notes(Person person) => db.Set<FeeNote>().Where(n => Orders(person).Any(o => o.Id == n.OrderId));
    IQueryable<OrderAccount> Accounts(Person person) => db.Set<OrderAccount>().Where(a => Orders(person).Any(o => o.Id == a.OrderId));

    PersonRows<T> Rows<T>(string textKey, IQueryable<T> rows) where T : class => new(db, textKey, rows);

    public override IReadOnlyList<PersonRows> Held(Person person)
    {
        if (person.Kind != PersonKind.Customer) return [];
        var customers = Customers(person);
        var (orders, visits, notes, accounts) = (Orders(person), Visits(person), Notes(person), Accounts(person));
        var (phones, names) = (person.Phones.ToArray(), person.Names.ToArray());
        return
        [
            Rows("Persons.Orders", orders).Tell("Persons.Number", o => o.Number).Tell("Persons.At", o => o.ReceivedAt).Pseudonymise("Persons.Name", o => o.ContactName).Pseudonymise("Persons.Phone", o => o.ContactPhone)
                .Pseudonymise("Persons.Address", o => o.Address).Erase("Persons.Words", o => o.Description).Erase("Persons.Result", o => o.Result).Blank(o => o.Extras, "{}").Keep("Persons.Kept.Orders"),
            Rows("Persons.OrderLog", db.Set<OrderEvent>().Where(e => TypedActs.Contains(e.Act) && orders.Any(o => o.Id == e.OrderId))).Tell("Persons.At", e => e.At).Tell("Persons.What", e => e.Act)
                .Erase("Persons.Words", e => e.Args, string.Join('\u001f', Enumerable.Repeat(PersonRows.Gone, 4))).Keep("Persons.Kept.Log"),
            Rows("Persons.OwnActs", db.Set<OrderEvent>().Where(e => e.ActorId == "customer" && orders.Any(o => o.Id == e.OrderId))).Tell("Persons.At", e => e.At).Tell("Persons.What", e => e.Act).Pseudonymise("Persons.Name", e => e.ActorName).Keep("Persons.Kept.Log"),
            Rows("Persons.OwnActs", db.Set<Reschedule>().Where(r => r.ActorId == "customer" && orders.Any(o => o.Id == r.OrderId))).Tell("Persons.At", r => r.At).Pseudonymise("Persons.Name", r => r.Who).Keep("Persons.Kept.Orders"),
            Rows("Persons.OwnActs", db.Set<Urge>().Where(u => names.Contains(u.TakenBy) && orders.Any(o => o.Id == u.OrderId))).Tell("Persons.At", u => u.At).Pseudonymise("Persons.Name", u => u.TakenBy).Keep("Persons.Kept.Orders"),
            Rows("Persons.Attempts", db.Set<ContactAttempt>().Where(a => orders.Any(o => o.Id == a.OrderId))).Tell("Persons.At", a => a.At).Pseudonymise("Persons.Phone", a => a.Phone).Erase("Persons.Words", a => a.Note).Keep("Persons.Kept.Orders"),
            Rows("Persons.Pauses", db.Set<Pause>().Where(p => orders.Any(o => o.Id == p.OrderId))).Tell("Persons.At", p => p.From).Tell("Persons.What", p => p.Reason).Erase("Persons.Words", p => p.Note).Erase("Persons.Reason", p => p.BackdatedBecause).Keep("Persons.Kept.Orders"),
            Rows("Persons.Urges", db.Set<Urge>().Where(u => orders.Any(o => o.Id == u.OrderId))).Tell("Persons.At", u => u.At).Erase("Persons.Words", u => u.Note).Keep("Persons.Kept.Orders"),
            Rows("Persons.OrderPhotos", db.Set<OrderPhoto>().Where(p => orders.Any(o => o.Id == p.OrderId))).Tell("Persons.At", p => p.At).File(p => (p.Sha256, $"request-{p.PublicId:N}.jpg")),
            Rows("Persons.Visits", visits).Tell("Persons.At", v => v.ArrivedAt).Pseudonymise("Persons.SignedBy", v => v.SignedBy).Erase("Persons.Result", v => v.Report).Erase("Persons.Reason", v => v.Reason).Erase("Persons.Words", v => v.NextStep)
                .Erase("Persons.Cause", v => v.Cause).Erase("Persons.Evidence", v => v.MisuseEvidence).Erase("Persons.Hazard", v => v.Hazard).Pseudonymise("Persons.HazardSignedBy", v => v.HazardSignedBy).Erase("Persons.Refused", v => v.RefusedToSign)
                .Blank(v => v.SignedAs).Blank(v => v.ReleaseReason).File(v => (v.SignatureSha256, $"signature-{v.PublicId:N}.json")).Keep("Persons.Kept.Visits"),
            Rows("Persons.VisitPhotos", db.Set<VisitPhoto>().Where(p => visits.Any(v => v.Id == p.VisitId))).Tell("Persons.At", p => p.At).Tell("Persons.What", p => p.Shot).Erase("Persons.Reason", p => p.Missing).File(p => (p.Sha256, $"visit-{p.PublicId:N}.jpg")).Keep("Persons.Kept.Visits"),
            Rows("Persons.Stamps", db.Set<VisitStamp>().Where(s => visits.Any(v => v.Id == s.VisitId))).Tell("Persons.At", s => s.At).Tell("Persons.What", s => s.Kind.ToString()).Tell("Persons.Position", s => s.Latitude is null ? null : $"{s.Latitude} {s.Longitude}")
                .Empty(s => s.Latitude).Empty(s => s.Longitude).Keep("Persons.Kept.Visits"),
            Rows("Persons.PartRequests", db.Set<PartRequest>().Where(r => orders.Any(o => o.Id == r.OrderId))).Tell("Persons.What", r => r.Part).Erase("Persons.Words", r => r.Note).Erase("Persons.Reason", r => r.CancelledBecause).Keep("Persons.Kept.Orders"),
            Rows("Persons.Quotes", db.Set<Quote>().Where(q => orders.Any(o => o.Id == q.OrderId))).Tell("Persons.Number", q => q.Number).Tell("Persons.At", q => q.OfferedAt).Pseudonymise("Persons.DecidedBy", q => q.DecidedBy).Erase("Persons.Signature", q => q.Strokes, "[]")
                .Erase("Persons.Reason", q => q.RefusedBecause).Keep("Persons.Kept.Bills"),
            Rows("Persons.FeeNotes", notes).Tell("Persons.Number", n => n.Number).Tell("Persons.At", n => n.IssuedAt).Tell("Persons.Amount", n => n.Payable.ToString()).Pseudonymise("Persons.SignedBy", n => n.SignerName).Erase("Persons.Signature", n => n.Strokes, "[]")
                .Erase("Persons.Reason", n => n.UnsignedBecause).Blank(n => n.VoidedBecause).Keep("Persons.Kept.Bills"),
            Rows("Persons.Payments", db.Set<Payment>().Where(p => accounts.Any(a => a.Id == p.AccountId))).Tell("Persons.Number", p => p.Number).Tell("Persons.Amount", p => p.Amount.ToString()).Keep("Persons.Kept.Bills"),
            Rows("Persons.Refunds", db.Set<Refund>().Where(p => accounts.Any(a => a.Id == p.AccountId))).Tell("Persons.At", p => p.EntitledAt).Tell("Persons.Amount", p => p.Amount.ToString()).Erase("Persons.Words", p => p.Note).Keep("Persons.Kept.Bills"),
            Rows("Persons.RefundClaims", db.Set<RefundClaim>().Where(p => accounts.Any(a => a.Id == p.AccountId))).Tell("Persons.At", p => p.OpenedAt).Erase("Persons.Words", p => p.What).Erase("Persons.Reason", p => p.Reason).Keep("Persons.Kept.Bills"),
            Rows("Persons.Invoices", db.Set<TaxInvoice>().Where(p => accounts.Any(a => a.Id == p.AccountId))).Tell("Persons.Number", p => p.Number).Pseudonymise("Persons.InvoiceTitle", p => p.Title).Pseudonymise("Persons.TaxNumber", p => p.TaxNumber)
                .Erase("Persons.Delivery", p => p.Delivery).Keep("Persons.Kept.Bills"),
            Rows("Persons.Links", db.Set<TrackingLink>().Where(l => orders.Any(o => o.Id == l.OrderId))).Tell("Persons.At", l => l.MadeAt).Delete(),
            Rows("Persons.SavedViews", db.Set<SavedView>().Where(v => phones.Any(p => v.Query.Contains(p)))).Tell("Persons.Words", v => v.Query).Delete(),
            Rows("Persons.Appliances", db.Set<Appliance>().Where(a => customers.Any(c => c.Id == a.CustomerId))).Tell("Persons.Serial", a => a.Serial).Pseudonymise("Persons.Address", a => a.Address).Keep("Persons.Kept.Appliances"),
            Rows("Persons.Merges", db.Set<CustomerMerge>().Where(m => customers.Any(c => c.Id == m.SurvivorId || c.Id == m.AbsorbedId))).Tell("Persons.At", m => m.At).Tell("Persons.Words", m => m.State).Delete(),
            Rows("Persons.Dismissals", db.Set<DuplicateDismissal>().Where(d => customers.Any(c => c.Id == d.FirstId || c.Id == d.SecondId))).Tell("Persons.At", d => d.At).Delete(),
            Rows("Persons.NameKeys", db.Set<NameTail>().Where(t => customers.Any(c => c.Id == t.CustomerId))).Tell("Persons.Words", t => t.Text).Delete(),
            Rows("Persons.Phones", db.Set<CustomerPhone>().Where(p => customers.Any(c => c.Id == p.CustomerId))).Tell("Persons.Phone", p => p.Number).Tell("Persons.Label", p => p.Label).Delete(),
            Rows("Persons.Addresses", db.Set<CustomerAddress>().Where(a => customers.Any(c => c.Id == a.CustomerId))).Tell("Persons.Address", a => a.Text).Tell("Persons.Label", a => a.Label).Tell("Persons.Words", a => a.Note).Delete(),
            Rows("Persons.Customer", customers).Tell("Persons.At", c => c.CreatedAt).Pseudonymise("Persons.Name", c => c.Name).Pseudonymise("Persons.Address", c => c.Address).Tell("Persons.Consent", c => c.ConsentAt).Erase("Persons.ConsentHow", c => c.ConsentHow)
                .Tell("Persons.ConsentEnded", c => c.ConsentEndedAt).Blank(c => c.NamePinyin, "").Blank(c => c.NameInitials, "").Blank(c => c.NearKey, null).Keep("Persons.Kept.Customer"),
        ];
    }

    public override async IAsyncEnumerable<string> PhonesAsync()
    {
        await foreach (var number in db.Set<CustomerPhone>().Select(p => p.Number).Distinct().AsAsyncEnumerable()) yield return number;
        await foreach (var number in db.Set<ServiceOrder>().Where(o => o.ContactPhone != null).Select(o => o.ContactPhone!).Distinct().AsAsyncEnumerable()) yield return number;
    }
}
