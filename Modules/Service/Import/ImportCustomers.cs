using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Import;

/// <summary>Customers: known by phone and name, without a phone by name and address. What is new about a known one is added.</summary>
internal sealed class ImportCustomers(ServiceDbContext db, FindOwners owners, ICompany company, TimeProvider time, Texts text) : TableImport(db, company, text)
{
    readonly ServiceDbContext _db = db;
    readonly ICompany _company = company;

    public override string Kind => "customers";
    public override IReadOnlyList<string> Columns { get; } = ["customer_name", "phone", "phone_2", "address", "region", "consented_on"];
    public override IReadOnlyList<string> Required { get; } = ["customer_name"];

    protected override (string Example, string Note, object?[] Args) Cell(string column) => column switch
    {
        "customer_name" => ("张伟", "Import.Template.Text", [120]),
        "phone" => ("13800138000", "Import.Template.Phone", []),
        "phone_2" => ("051212345678", "Import.Template.Phone", []),
        "address" => ("苏州市姑苏区人民路 100 号", "Import.Template.Text", [300]),
        "region" => ("320508", "Import.Template.Region", []),
        _ => ("2023-06-18", "Import.Template.Day", []),
    };

    protected override async Task<RowFate?> TakeAsync(RowReader row, bool creates, CancellationToken ct)
    {
        var now = time.Now();
        var (name, phone, second) = (row.Text("customer_name", 120)!, FindOwners.PhoneIn(row, "phone"), FindOwners.PhoneIn(row, "phone_2"));
        var (address, region, consented) = (row.Text("address", 300), row.Text("region", 80), row.Day("consented_on"));
        if (phone is null && address is null && row.Text("phone") is null) row.Refuse("phone", "", "Import.Customers.NothingToFindBy");
        if (consented > _company.LocalDay(now)) row.Refuse("consented_on", row.Text("consented_on")!, "Import.InTheFuture");
        if (row.Problems.Count > 0) return null;
        var there = await owners.FindAsync(name, phone, address, ct);
        var customer = there ?? Customer.Register(name, phone, address, region, now);
        if (there is null) _db.Add(customer);
        var before = customer.Version;
        if (second is not null && customer.Phones.TrueForAll(p => p.Number != second)) customer.AddPhone(second, null);
        if (address is not null && !customer.Addresses.Exists(a => a.Text == address)) customer.AddAddress(new AddressText(null, region, address, null), makeDefault: customer.Addresses.Count == 0);
        if (consented is { } day && customer.ConsentAt is null) customer.GiveConsent(_company.CalendarAt(now).StartOf(day), "import", now);
        return there is null ? RowFate.Accepted : customer.Version != before ? RowFate.Updated : RowFate.Unchanged;
    }
}

/// <summary>Finds the customer that a row means, among the stored and among those of the rows before it.</summary>
internal sealed class FindOwners(ServiceDbContext db)
{
    /// <summary>A phone cell in one form; a cell that is no phone is refused.</summary>
    public static string? PhoneIn(RowReader row, string column)
    {
        if (row.Text(column, 40) is not { } typed) return null;
        if (PhoneNumber.IsPlausible(typed)) return PhoneNumber.Normalise(typed);
        row.Refuse(column, typed, "Import.NotAPhone");
        return null;
    }

    public async Task<Customer?> FindAsync(string name, string? phone, string? address, CancellationToken ct)
    {
        bool IsMeant(Customer c) => c.Name == name && (phone is not null ? c.Phones.Exists(p => p.Number == phone) : c.Addresses.Exists(a => a.Text == address));
        if (db.Set<Customer>().Local.FirstOrDefault(IsMeant) is { } made) return made;
        var stored = db.Set<Customer>().Include(c => c.Phones).Include(c => c.Addresses).Include(c => c.NameTails).Where(c => c.Name == name).AsSplitQuery();
        return await (phone is not null ? stored.Where(c => c.Phones.Any(p => p.Number == phone)) : stored.Where(c => c.Addresses.Any(a => a.Text == address))).OrderBy(c => c.Id).FirstOrDefaultAsync(ct);
    }
}
