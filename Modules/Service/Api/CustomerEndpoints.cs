using System.ComponentModel.DataAnnotations;
using AfterSales.Kernel;
using AfterSales.Kernel.Api;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Text;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Api;

/// <summary>A customer. Without <c>personal.read</c> name, phones and addresses are masked.</summary>
/// <param name="HasConsent">Agreed to be contacted about service, and did not take it back.</param>
internal sealed record CustomerDocument(Guid Id, string Name, IReadOnlyList<PhoneDocument> Phones, IReadOnlyList<AddressDocument> Addresses, bool HasConsent, DateTimeOffset CreatedAt);

internal sealed record PhoneDocument(string Number, string? Label);

internal sealed record AddressDocument(string Text, string? Region, string? Label, bool IsDefault);

/// <summary>A customer in a list.</summary>
internal sealed record CustomerBrief(Guid Id, string Name, string? Phone, string? Address);

internal sealed record CustomerToRegister : IApiBody
{
    [Required, MaxLength(80)] public string Name { get; init; } = "";
    [Required, MaxLength(30)] public string Phone { get; init; } = "";
    [MaxLength(200)] public string? Address { get; init; }
    /// <summary>Six-digit district code, or the region's own words.</summary>
    [MaxLength(60)] public string? Region { get; init; }

    public static readonly CustomerToRegister Example = new() { Name = "李娜", Phone = "13900139000", Address = "杭州市西湖区文三路 90 号", Region = "330106" };
}

/// <summary>What is to be different; what is left out stays.</summary>
internal sealed record CustomerToChange : IApiBody
{
    [MaxLength(80)] public string? Name { get; init; }
    /// <summary>One more number.</summary>
    public PhoneToAdd? AddPhone { get; init; }
    /// <summary>Where the customer lives now; earlier addresses stay on record.</summary>
    public AddressToAdd? Address { get; init; }

    public static readonly CustomerToChange Example = new() { Name = "李娜", AddPhone = new PhoneToAdd { Number = "13700137000", Label = "办公室" }, Address = new AddressToAdd { Text = "杭州市西湖区学院路 28 号", Region = "330106" } };
}

internal sealed record PhoneToAdd : IApiBody
{
    [Required, MaxLength(30)] public string Number { get; init; } = "";
    [MaxLength(30)] public string? Label { get; init; }
}

internal sealed record AddressToAdd : IApiBody
{
    [Required, MaxLength(200)] public string Text { get; init; } = "";
    [MaxLength(60)] public string? Region { get; init; }
    [MaxLength(30)] public string? Label { get; init; }
}

/// <summary>Customers for other programs.</summary>
internal static class CustomerEndpoints
{
    const string Read = ServiceScopes.ReadCustomers, Write = ServiceScopes.WriteCustomers;
    const int MostFound = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/customers", ListAsync).Is(new("customers.list", Read) { ShowsPersons = true, Refusals = [404] });
        api.MapGet("/customers/{id:guid}", OneAsync).Is(new("customers.get", Read) { ShowsPersons = true, HasVersion = true, Refusals = [404] });
        api.MapPost("/customers", RegisterAsync).Is(new("customers.create", Write) { HasVersion = true, Example = CustomerToRegister.Example });
        api.MapPatch("/customers/{id:guid}", ChangeAsync).Is(new("customers.update", Write) { HasVersion = true, DemandsMatch = true, Example = CustomerToChange.Example, Refusals = [404, 409, 412, 428] });
    }

    /// <param name="Q">Phone (its beginning or its end), name, part of a name, pinyin or initials; at most 200 are found. Without it, all customers.</param>
    /// <param name="After">The <c>next</c> of the part before; a search has one part only.</param>
    internal sealed record Asked(HttpContext Http, string? Q, Guid? After, int? Size, CancellationToken Ct);

    static async Task<Ok<ApiPage<CustomerBrief>>> ListAsync([AsParameters] Asked asked, ServiceDbContext db, FindCustomers find)
    {
        var (size, inFull) = (ApiPages.Size(asked.Size), asked.Http.SeesPersons());
        if (asked.Q.OrNull() is { } typed) return TypedResults.Ok(new ApiPage<CustomerBrief>([.. (await find.ReadAsync(new SearchWords(typed), MostFound, asked.Ct)).Select(c => Brief(c, inFull))], null));
        var customers = db.Set<Customer>().AsNoTracking().Include(c => c.Phones.OrderBy(p => p.Id)).Where(c => c.MergedIntoId == null);
        if (asked.After is { } after)
        {
            var last = await db.Set<Customer>().Where(c => c.PublicId == after).Select(c => (long?)c.Id).FirstOrDefaultAsync(asked.Ct) ?? throw new Kernel.Pages.NotThere();
            customers = customers.Where(c => c.Id < last);
        }
        var found = await customers.OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(asked.Ct);
        return TypedResults.Ok(ApiPages.Of<CustomerBrief>([.. found.Select(c => Brief(c, inFull))], size, c => c.Id.ToString()));
    }

    static CustomerBrief Brief(Customer c, bool inFull)
    {
        var person = PersonDocument.Of(c.Name, c.Phones.FirstOrDefault()?.Number, c.Address, inFull);
        return new CustomerBrief(c.PublicId, person.Name!, person.Phone, person.Address);
    }

    static async Task<Ok<CustomerDocument>> OneAsync(HttpContext http, Guid id, ServiceDbContext db, ICompany company, CancellationToken ct) =>
        TypedResults.Ok(Show(http, await db.Set<Customer>().AsNoTracking().OneAsync(id, ct), company));

    static async Task<Created<CustomerDocument>> RegisterAsync(HttpContext http, CustomerToRegister sent, ServiceDbContext db, ICompany company, TimeProvider time, CancellationToken ct)
    {
        if (!PhoneNumber.IsPlausible(sent.Phone)) throw new RuleViolation("Customers.BadPhone", sent.Phone) { Field = "phone" };
        var once = http.OnceId();
        var customer = await db.Set<Customer>().Whole().FirstOrDefaultAsync(c => c.PublicId == once, ct);
        if (customer is null)
        {
            customer = Customer.Register(sent.Name, sent.Phone, sent.Address, sent.Region, time.Now(), once);
            db.Add(customer);
            await db.SaveChangesAsync(ct);
        }
        return TypedResults.Created($"/api/v1/customers/{customer.PublicId}", Show(http, customer, company));
    }

    static async Task<Ok<CustomerDocument>> ChangeAsync(HttpContext http, Guid id, CustomerToChange sent, ServiceDbContext db, ICompany company, CancellationToken ct)
    {
        var customer = await db.Set<Customer>().OneAsync(id, ct);
        http.Match(customer.Version);
        if (sent.Name is not null) customer.Rename(sent.Name);
        if (sent.AddPhone is { } phone) customer.AddPhone(phone.Number, phone.Label);
        if (sent.Address is { } address) customer.AddAddress(new AddressText(address.Label, address.Region, address.Text, null), makeDefault: true);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(Show(http, customer, company));
    }

    static CustomerDocument Show(HttpContext http, Customer c, ICompany company)
    {
        http.ShowVersion(c.Version);
        var inFull = http.SeesPersons();
        return new CustomerDocument(c.PublicId, inFull ? c.Name : PersonalData.Name(c.Name), [.. c.Phones.Select(p => new PhoneDocument(inFull ? p.Number : PersonalData.Phone(p.Number), p.Label))],
            [.. c.Addresses.Where(a => a.IsCurrent).Select(a => new AddressDocument(inFull ? a.Text : MaskedAddress.Of(a.Text)!, a.Region, a.Label, a.IsDefault))], c.HasConsent, company.WithOffset(c.CreatedAt));
    }
}
