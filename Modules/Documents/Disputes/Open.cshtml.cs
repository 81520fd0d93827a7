using AfterSales.Documents.Agreements;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Disputes;

/// <summary>A new dispute: about an agreement, orders, a customer. It begins with negotiation and its steps.</summary>
[Permission(DocumentsPermissions.EditDisputes)]
internal sealed class OpenModel(DocumentsDbContext db, IOrderLookup orders, ICustomerLookup customers, ICompany company, IPolicies policies, TimeProvider time) : ModulePage
{
    internal sealed record Form
    {
        public string Subject { get; init; } = "";
        public string OtherParty { get; init; } = "";
        public decimal? Claimed { get; init; }
        public DateOnly OpenedOn { get; init; }
        public Guid? Agreement { get; init; }
        /// <summary>Numbers of orders, with spaces or on lines.</summary>
        public string? Orders { get; init; }
        /// <summary>Whole name or telephone number.</summary>
        public string? Customer { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<(Guid Id, string Name)> Agreements { get; private set; } = [];

    public async Task OnGetAsync(Guid? agreement, string? order, CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { OpenedOn = company.LocalDay(time.Now()), Agreement = agreement, Orders = order, OtherParty = await db.Set<Agreement>().Where(a => a.PublicId == agreement).Select(a => a.Party).FirstOrDefaultAsync(ct) ?? "" };
    }

    public override async Task LoadAsync(CancellationToken ct) => Agreements = [.. (await db.Set<Agreement>().AsNoTracking().Where(a => a.StartsOn != null).OrderByDescending(a => a.Id).Take(500)
        .Select(a => new { a.PublicId, a.Code, a.Title, a.Party }).ToListAsync(ct)).Select(a => (a.PublicId, $"{a.Code} {a.Title} {a.Party}"))];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = time.Now();
        var dispute = Dispute.Open(Input.Subject, Input.OtherParty, Input.Claimed is { } claimed ? Money.From(claimed) : null, await LinksAsync(ct), Input.OpenedOn,
            policies.At<DisputePolicy>(now).Value, company.CalendarAt(now), now, Actor);
        db.Add(dispute);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Documents/Disputes/Details/{dispute.PublicId}");
    }

    async Task<List<DisputeLink>> LinksAsync(CancellationToken ct)
    {
        List<DisputeLink> links = [];
        if (await db.Set<Agreement>().AsNoTracking().FirstOrDefaultAsync(a => a.PublicId == Input.Agreement, ct) is { } agreement) links.Add(new() { Kind = LinkKinds.Agreement, Key = agreement.PublicId.ToString("D"), Label = agreement.Code! });
        foreach (var number in (Input.Orders ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            var order = await orders.ByNumberAsync(number, ct) ?? throw new RuleViolation("Disputes.OrderUnknown", number) { Field = "Input.Orders" };
            links.Add(new() { Kind = LinkKinds.Order, Key = order.Id.ToString("D"), Label = order.Number });
        }
        if (string.IsNullOrWhiteSpace(Input.Customer)) return links;
        var customer = await customers.MeantByAsync(Input.Customer, ct) switch
        {
            [var one] => one,
            [] => throw new RuleViolation("Agreements.CustomerUnknown", Input.Customer) { Field = "Input.Customer" },
            var several => throw new RuleViolation("Agreements.CustomerSeveral", Input.Customer, several.Count) { Field = "Input.Customer" },
        };
        links.Add(new() { Kind = LinkKinds.Customer, Key = customer.Id.ToString("D"), Label = customer.Name });
        return links;
    }
}
