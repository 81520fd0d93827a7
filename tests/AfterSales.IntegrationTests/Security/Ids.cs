using AfterSales.Documents.Agreements;
using AfterSales.Documents.Data;
using AfterSales.Documents.Disputes;
using AfterSales.Documents.Records;
using AfterSales.Feedback.Brand;
using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.Host.Composition;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Audits;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Signals;
using AfterSales.Risk.Actions;
using AfterSales.Risk.Checks;
using AfterSales.Risk.Controls;
using AfterSales.Risk.Data;
using AfterSales.Risk.Register;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Fees;
using AfterSales.Service.Maintenance;
using AfterSales.Service.Parts;
using AfterSales.Service.Payments;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using AfterSales.Staff.Assessments;
using AfterSales.Staff.Certificates;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using AfterSales.Staff.Rewards;
using AfterSales.Staff.Teams;
using AfterSales.Staff.Training;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Security;

/// <summary>Something that an address can name, and who may see it.</summary>
/// <param name="Values">What stands in the address, place by place.</param>
/// <param name="SeenBy">By role; asked only for roles that hold the right of the page.</param>
internal sealed record Named(string[] Values, Func<string, bool> SeenBy);

/// <summary>
/// Where the ids of addresses come from, and whose they are: a technician's own jobs, the auditor's own contract, one's own papers. Read from the
/// records, not from answers of the server.
/// </summary>
internal sealed class Ids(DemoInstallation company)
{
    readonly Dictionary<string, IReadOnlyList<Named>> _kinds = [];

    /// <summary>Which kind of thing the addresses below a path name; the longest path wins.</summary>
    static readonly Dictionary<string, string> KindOf = new()
    {
        ["/Service/Requests"] = "order", ["/Service/Visits"] = "order", ["/Service/Dispatch/Move"] = "order", ["/Service/Tracking/Link"] = "order", ["/Service/Fees"] = "order",
        ["/Service/Payments"] = "charged order", ["/Service/Payments/Claim"] = "order", ["/Service/Payments/Receipt"] = "payment", ["/Service/Payments/Decide"] = "claimed order", ["/Feedback/Surveys/Code"] = "job", ["/Feedback/Surveys/OfOrder"] = "order", ["/Documents/Records/OfOrder"] = "any order",
        ["/Service/Dispatch/SignsIn"] = "technician", ["/Service/Fees/Note"] = "fee note", ["/Service/Fees/Quoted"] = "quote", ["/Service/Fees/Draft"] = "price list",
        ["/Service/Visits/Photo"] = "photo", ["/Service/Visits/Catalogue"] = "model", ["/Service/Products/Details"] = "model", ["/Service/Products"] = "appliance",
        ["/Service/Customers"] = "customer", ["/Service/Customers/EditAddress"] = "address", ["/Service/Customers/EndAddress"] = "address", ["/Service/Customers/EditPhone"] = "phone",
        ["/Service/Customers/RemovePhone"] = "phone", ["/Service/Customers/UndoMerge"] = "merge", ["/Service/Maintenance/Answer"] = "maintenance proposal",
        ["/Service/Parts"] = "part request", ["/Service/Parts/Calibrate"] = "instrument", ["/Service/Parts/Recall"] = "recall", ["/Service/Parts/Van"] = "van stock", ["/Service/Import"] = "upload",
        ["/Documents/Agreements"] = "agreement", ["/Documents/Disputes"] = "dispute", ["/Documents/Disputes/Terminate"] = "agreement", ["/Documents/Disputes/Grounds"] = "agreement",
        ["/Documents/Disputes/Termination"] = "termination", ["/Documents/Disputes/AddItem"] = "termination", ["/Documents/Disputes/FinishItem"] = "termination", ["/Documents/Disputes/CloseTermination"] = "termination",
        ["/Documents/Disputes/Proceed"] = "termination", ["/Documents/Disputes/Withdraw"] = "termination", ["/Documents/Records"] = "document", ["/Documents/Records/Download"] = "copy", ["/Documents/Records/Certificate"] = "disposed document",
        ["/Feedback/Brand/Campaign"] = "campaign", ["/Feedback/Brand/Mention"] = "mention", ["/Feedback/Brand/Promise"] = "promise", ["/Feedback/Callbacks"] = "call-back", ["/Feedback/Complaints"] = "complaint",
        ["/Feedback/Surveys"] = "invitation", ["/Feedback/Surveys/Design"] = "questionnaire", ["/Feedback/Surveys/Edit"] = "questionnaire", ["/Feedback/Surveys/Translations"] = "questionnaire",
        ["/Risk/Actions"] = "action", ["/Risk/Checks"] = "check", ["/Risk/Checks/List"] = "check list", ["/Risk/Checks/Photo"] = "check photo", ["/Risk/Checks/Plan"] = "check plan", ["/Risk/Controls"] = "control",
        ["/Risk/Register"] = "risk", ["/Risk/Register/Happening"] = "event",
        ["/Staff/Assessments"] = "assessment", ["/Staff/Assessments/Sign"] = "own assessment", ["/Staff/Assessments/Template"] = "assessment template", ["/Staff/Certificates"] = "certificate",
        ["/Staff/People"] = "employee", ["/Staff/People/Correct"] = "placement", ["/Staff/Rewards"] = "reward", ["/Staff/Rewards/Appeal"] = "own reward", ["/Staff/Teams"] = "team",
        ["/Staff/Training"] = "session", ["/Staff/Training/Course"] = "course", ["/Staff/Training/EditCourse"] = "course", ["/Staff/Training/Material"] = "material", ["/Staff/Import"] = "staff import",
        ["/Reporting/Audits"] = "audit", ["/Reporting/Audits/Order"] = "audited order", ["/Reporting/Signals"] = "signal",
        ["/Messages/EditTemplate"] = "template", ["/Error"] = "status", ["/Privacy"] = "customer", ["/Help/Role"] = "role", ["/api"] = "token",
        ["/calendar"] = "token", ["/c"] = "token", ["/m"] = "token", ["/n"] = "token", ["/q"] = "token", ["/r"] = "sticker", ["/s"] = "token", ["/t"] = "token", ["/v"] = "token", ["/x"] = "token", ["/y"] = "token",
    };

    /// <summary>Kinds that no record of the demo company names, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> Unfounded = new Dictionary<string, string>
    {
        ["token"] = "only its hash is kept; links of every letter are tried in ForgedRequests",
        ["sticker"] = "the same",
        ["upload"] = "lives while an import is looked at",
    };

    /// <exception cref="KeyNotFoundException">An address with places that the table does not know: add where its ids come from.</exception>
    public static string Kind(Place place)
    {
        var fixedPart = place.Template.Split('{')[0].TrimEnd('/');
        var known = KindOf.Keys.Where(k => fixedPart == k || fixedPart.StartsWith(k + "/", StringComparison.Ordinal)).MaxBy(k => k.Length);
        return known is not null ? KindOf[known] : throw new KeyNotFoundException($"{place.Template} is not listed: say in Ids where its ids come from and whose they are.");
    }

    public IReadOnlyList<Named> Of(Place place) => _kinds[Kind(place)];

    /// <summary>What some pages are asked for in their query.</summary>
    public string? Query(Place place) => place.Template switch
    {
        "/Operations/Job" or "/Operations/RunJob" => "?name=host.daily-backup",
        "/Settings/EditPolicy" => "?key=service.sla",
        "/Settings/EditUser" => "?name=cashier",
        "/Reporting/Charts/Setup" => "?indicator=first_time_fix_rate",
        "/Service/Customers/Merge" => $"?one={_kinds["customer"][0].Values[0]}&other={_kinds["customer"][1].Values[0]}",
        _ => null,
    };

    public async Task ReadAsync()
    {
        await company.WithAsync<ServiceDbContext>(ServiceAsync);
        await company.WithAsync<DocumentsDbContext>(DocumentsAsync);
        await company.WithAsync<FeedbackDbContext>(FeedbackAsync);
        await company.WithAsync<RiskDbContext>(RiskAsync);
        await company.WithAsync<StaffDbContext>(StaffAsync);
        await company.WithAsync<ReportingDbContext>(ReportingAsync);
        All("template", ["survey", "complaint-letter"]);
        All("staff import", ["employees"]);
        All("status", ["404"]);
        All("role", Roles.All);
        foreach (var none in Unfounded.Keys) _kinds[none] = [];
    }

    void All(string kind, IEnumerable<string> values) => _kinds[kind] = [.. values.Select(v => new Named([v], _ => true))];
    void All(string kind, IEnumerable<Guid> values) => All(kind, values.Select(v => v.ToString()));
    async Task AllAsync(string kind, IQueryable<Guid> values) => All(kind, await values.ToListAsync());
    void Those<T>(string kind, IEnumerable<T> rows, Func<T, string[]> values, Func<T, string, bool> seenBy) => _kinds[kind] = [.. rows.Select(r => new Named(values(r), role => seenBy(r, role)))];

    static bool Holds(string role, string permission) =>
        role == Roles.Administrator || AfterSalesModules.All.SelectMany(m => m.Permissions).Any(p => p.Code == permission && p.Roles.Contains(role));

    async Task ServiceAsync(ServiceDbContext db)
    {
        // who is not in the office sees the jobs that are or were the own ones
        var technician = (await db.Set<Technician>().Where(t => t.AccountId != null).ToListAsync()).Single();
        var orders = await db.Set<ServiceOrder>().AsNoTracking().Select(o => new { o.Id, o.Number, o.TechnicianId, o.ApplianceId, o.Status }).ToListAsync();
        var own = orders.Where(o => o.TechnicianId == technician.Id).Select(o => o.Id).Concat(await db.Set<FormerTechnician>().Where(f => f.TechnicianId == technician.Id).Select(f => f.OrderId).ToListAsync()).ToHashSet();
        bool Sees(long order, string role) => role != Roles.Technician || own.Contains(order);
        Those("order", orders.OrderByDescending(o => o.Id), o => [o.Number], (o, role) => Sees(o.Id, role));
        All("any order", orders.Select(o => o.Number));
        Those("job", orders.OrderByDescending(o => o.Id), o => [o.Number], (o, role) => role != Roles.Technician || o.TechnicianId == technician.Id);
        var accounts = await db.Set<OrderAccount>().AsNoTracking().Include(a => a.Payments).Include(a => a.Claims).AsSplitQuery().ToListAsync();
        void OfAccounts(string kind, Func<OrderAccount, bool> which)
        {
            var charged = accounts.Where(which).Select(a => a.OrderId).ToHashSet();
            Those(kind, orders.Where(o => charged.Contains(o.Id)), o => [o.Number], (o, role) => Sees(o.Id, role));
        }
        OfAccounts("charged order", _ => true);
        Those("payment", accounts.SelectMany(a => a.Payments, (a, p) => (a.OrderId, p.Number)), p => [p.Number], (p, role) => Sees(p.OrderId, role));
        OfAccounts("claimed order", a => a.Claims.Count > 0);
        Those("fee note", await db.Set<FeeNote>().Select(n => new { n.PublicId, n.OrderId }).ToListAsync(), n => [n.PublicId.ToString()], (n, role) => Sees(n.OrderId, role));
        Those("quote", await db.Set<Quote>().Select(q => new { q.PublicId, q.OrderId }).ToListAsync(), q => [q.PublicId.ToString()], (q, role) => Sees(q.OrderId, role));
        Those("photo", await db.Set<Visit>().SelectMany(v => v.Photos, (v, p) => new { p.PublicId, v.OrderId }).ToListAsync(), p => [p.PublicId.ToString()], (p, role) => Sees(p.OrderId, role));
        var touched = orders.Where(o => own.Contains(o.Id)).Select(o => o.ApplianceId).ToHashSet();
        Those("appliance", await db.Set<Appliance>().Select(a => new { a.Id, a.PublicId }).ToListAsync(), a => [a.PublicId.ToString()], (a, role) => role != Roles.Technician || touched.Contains(a.Id));
        Those("van stock", await db.Set<VanStock>().Select(v => new { v.PublicId, v.TechnicianId }).ToListAsync(), v => [v.PublicId.ToString()],
            (v, role) => Holds(role, AfterSales.Service.ServicePermissions.KeepParts) || (role == Roles.Technician && v.TechnicianId == technician.Id));
        All("technician", [$"{technician.Id}"]);
        All("price list", await db.Set<PriceList>().Where(l => l.PublishedAt == null).Select(l => l.Number).ToListAsync());
        All("model", await db.Set<ProductModel>().Select(m => m.Code).ToListAsync());
        await AllAsync("customer", db.Set<Customer>().Where(c => c.MergedIntoId == null).Select(c => c.PublicId));
        var customers = await db.Set<Customer>().AsNoTracking().Where(c => c.MergedIntoId == null).Include(c => c.Phones).Include(c => c.Addresses).AsSplitQuery().OrderBy(c => c.Id).Take(40).ToListAsync();
        Those("phone", customers.SelectMany(c => c.Phones, (c, p) => (c, p)), x => [x.c.PublicId.ToString(), $"{x.p.Id}"], (_, _) => true);
        Those("address", customers.SelectMany(c => c.Addresses, (c, a) => (c, a)), x => [x.c.PublicId.ToString(), $"{x.a.Id}"], (_, _) => true);
        await AllAsync("merge", db.Set<CustomerMerge>().Select(m => m.PublicId));
        await AllAsync("maintenance proposal", db.Set<MaintenanceProposal>().Select(p => p.PublicId));
        await AllAsync("part request", db.Set<PartRequest>().Select(r => r.PublicId));
        await AllAsync("instrument", db.Set<Instrument>().Select(i => i.PublicId));
        await AllAsync("recall", db.Set<Recall>().Select(r => r.PublicId));
    }

    async Task DocumentsAsync(DocumentsDbContext db)
    {
        await AllAsync("agreement", db.Set<Agreement>().Select(a => a.PublicId));
        await AllAsync("dispute", db.Set<Dispute>().Select(d => d.PublicId));
        await AllAsync("termination", db.Set<Termination>().Select(t => t.PublicId));
        var documents = await db.Set<Document>().AsNoTracking().Where(d => d.State != DocumentState.Disposed).OrderBy(d => d.Id).Select(d => new { d.PublicId, d.Class, Copies = d.Versions.Select(v => v.Number).ToList() }).ToListAsync();
        Those("document", documents, d => [d.PublicId.ToString()], (d, role) => Holds(role, ClassRights.Permission(d.Class)));
        Those("disposed document", await db.Set<Document>().AsNoTracking().Where(d => d.State == DocumentState.Disposed).OrderBy(d => d.Id).Select(d => new { d.PublicId, d.Class }).ToListAsync(), d => [d.PublicId.ToString()], (d, role) => Holds(role, ClassRights.Permission(d.Class)));
        Those("copy", documents.Where(d => d.Copies.Count > 0), d => [d.PublicId.ToString(), $"{d.Copies[0]}"], (d, role) => Holds(role, ClassRights.Permission(d.Class)));
    }

    async Task FeedbackAsync(FeedbackDbContext db)
    {
        await AllAsync("campaign", db.Set<Campaign>().Select(c => c.PublicId));
        await AllAsync("mention", db.Set<Mention>().Select(m => m.PublicId));
        await AllAsync("promise", db.Set<Promise>().Select(p => p.PublicId));
        await AllAsync("call-back", db.Set<CallBack>().Select(c => c.PublicId));
        await AllAsync("complaint", db.Set<Complaint>().Select(c => c.PublicId));
        await AllAsync("invitation", db.Set<Invitation>().Select(i => i.PublicId));
        await AllAsync("questionnaire", db.Set<Questionnaire>().Select(q => q.PublicId));
    }

    async Task RiskAsync(RiskDbContext db)
    {
        await AllAsync("action", db.Set<CorrectiveAction>().Select(a => a.PublicId));
        await AllAsync("check", db.Set<SpotCheck>().Select(c => c.PublicId));
        await AllAsync("check list", db.Set<AfterSales.Risk.Checks.CheckList>().Select(c => c.PublicId));
        await AllAsync("check photo", db.Set<CheckPhoto>().Select(p => p.PublicId));
        await AllAsync("check plan", db.Set<CheckPlan>().Select(p => p.PublicId));
        await AllAsync("control", db.Set<Control>().Select(c => c.PublicId));
        await AllAsync("risk", db.Set<RegisteredRisk>().Select(r => r.PublicId));
        await AllAsync("event", db.Set<RiskEvent>().Select(e => e.PublicId));
    }

    async Task StaffAsync(StaffDbContext db)
    {
        var employees = await db.Set<Employee>().AsNoTracking().Include(e => e.Placements).ToListAsync();
        var roleOf = (await company.AccountsAsync()).ToDictionary(a => a.Id, a => a.Role);
        var selves = employees.Where(e => e.AccountId is not null && roleOf.ContainsKey(e.AccountId)).ToDictionary(e => roleOf[e.AccountId!], e => e.PublicId);
        bool IsSelf(Guid employee, string role) => selves.TryGetValue(role, out var self) && self == employee;
        All("employee", employees.Select(e => e.PublicId));
        Those("placement", employees.SelectMany(e => e.Placements.Where(p => !p.IsVoid), (e, p) => (e, p)), x => [x.e.PublicId.ToString(), x.p.FirstDay.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)], (_, _) => true);
        var assessments = await db.Set<Assessment>().Select(a => new { a.PublicId, a.EmployeeId, a.State }).ToListAsync();
        All("assessment", assessments.Select(a => a.PublicId));
        Those("own assessment", assessments, a => [a.PublicId.ToString()], (a, role) => a.State is AssessmentState.Rated or AssessmentState.Signed && IsSelf(a.EmployeeId, role));
        await AllAsync("assessment template", db.Set<AssessmentTemplate>().Select(t => t.PublicId));
        var rewards = await db.Set<Proposal>().Select(p => new { p.PublicId, p.EmployeeId, p.State }).ToListAsync();
        All("reward", rewards.Select(r => r.PublicId));
        Those("own reward", rewards, r => [r.PublicId.ToString()], (r, role) => r.State == RewardState.Approved && IsSelf(r.EmployeeId, role));
        await AllAsync("certificate", db.Set<Certificate>().Select(c => c.PublicId));
        await AllAsync("team", db.Set<Team>().Select(t => t.PublicId));
        await AllAsync("session", db.Set<Session>().Select(s => s.PublicId));
        await AllAsync("course", db.Set<Course>().Select(c => c.PublicId));
        await AllAsync("material", db.Set<Course>().SelectMany(c => c.Materials).Select(m => m.Key));
    }

    async Task ReportingAsync(ReportingDbContext db)
    {
        var given = await db.Set<AuditorContract>().Select(a => a.Contract).SingleAsync();
        var audits = await db.Set<Audit>().AsNoTracking().Include(a => a.Orders).ToListAsync();
        Those("audit", audits, a => [a.PublicId.ToString()], (a, role) => role != Roles.BrandAuditor || a.Contract == given);
        Those("audited order", audits, a => [a.PublicId.ToString(), "1"], (a, role) => role != Roles.BrandAuditor || a.Contract == given);
        await AllAsync("signal", db.Set<Signal>().Select(s => s.PublicId));
    }
}
