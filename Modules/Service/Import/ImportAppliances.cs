using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Import;

/// <summary>Water heaters, known by serial number. Models and owners that nobody knows are made, or refused, as the map says.</summary>
internal sealed class ImportAppliances(ServiceDbContext db, FindOwners owners, ICompany company, TimeProvider time, Texts text) : TableImport(db, company, text)
{
    readonly ServiceDbContext _db = db;
    readonly ICompany _company = company;

    public override string Kind => "appliances";
    public override IReadOnlyList<string> Columns { get; } = ["serial_no", "model", "customer_name", "phone", "address", "region", "purchase_date", "installed_on", "produced_on"];
    public override IReadOnlyList<string> Required { get; } = ["serial_no"];

    protected override (string Example, string Note, object?[] Args) Cell(string column) => column switch
    {
        "serial_no" => ("SN2023000001", "Import.Template.Text", [80]),
        "model" => ("JSQ25-13A2", "Import.Template.Name", []),
        "customer_name" => ("张伟", "Import.Template.Name", []),
        "phone" => ("13800138000", "Import.Template.Phone", []),
        "address" => ("苏州市姑苏区人民路 100 号", "Import.Template.Text", [300]),
        "region" => ("320508", "Import.Template.Region", []),
        "purchase_date" => ("2023-06-18", "Import.Template.Day", []),
        "installed_on" => ("2023-06-20", "Import.Template.Day", []),
        _ => ("2023-04-01", "Import.Template.Day", []),
    };

    protected override async Task<RowFate?> TakeAsync(RowReader row, bool creates, CancellationToken ct)
    {
        var (now, serial) = (time.Now(), row.Text("serial_no", 80)!);
        var (model, name, phone, address) = (row.Text("model", 80), row.Text("customer_name", 120), FindOwners.PhoneIn(row, "phone"), row.Text("address", 300));
        var dates = (Purchased: row.Day("purchase_date"), Installed: row.Day("installed_on"), Produced: row.Day("produced_on"));
        foreach (var (column, day) in new[] { ("purchase_date", dates.Purchased), ("installed_on", dates.Installed), ("produced_on", dates.Produced) })
            if (day > _company.LocalDay(now)) row.Refuse(column, row.Text(column)!, "Import.InTheFuture");
        var known = model is null ? null : _db.Set<ProductModel>().Local.FirstOrDefault(m => m.Code == model) ?? await _db.Set<ProductModel>().FirstOrDefaultAsync(m => m.Code == model, ct);
        if (model is not null && known is null && !creates) row.Refuse("model", model, "Import.UnknownName");
        var owner = name is null || (phone is null && address is null) ? null : await owners.FindAsync(name, phone, address, ct);
        if (name is not null && owner is null && !creates) row.Refuse("customer_name", name, "Import.UnknownName");
        if (row.Problems.Count > 0) return null;
        var appliance = _db.Set<Appliance>().Local.FirstOrDefault(a => a.Serial == serial) ?? await _db.Set<Appliance>().FirstOrDefaultAsync(a => a.Serial == serial, ct);
        try
        {
            return await StoreAsync(row, appliance, (known, model), (owner, name, phone), address, dates, serial, now, ct);
        }
        catch (RuleViolation refused) when (refused.Key.StartsWith("Products.Dates.", StringComparison.Ordinal))
        {
            row.Refuse(refused.Key == "Products.Dates.Installed" ? "installed_on" : "produced_on", row.Text(refused.Key == "Products.Dates.Installed" ? "installed_on" : "produced_on") ?? "", refused.Key);
            return null;
        }
    }

    async Task<RowFate> StoreAsync(RowReader row, Appliance? there, (ProductModel? Known, string? Code) model, (Customer? Known, string? Name, string? Phone) owner, string? address, (DateOnly? Purchased, DateOnly? Installed, DateOnly? Produced) dates, string serial, DateTime now, CancellationToken ct)
    {
        // dates first: what they refuse must not leave half a row behind
        var fresh = Appliance.Register(null, null, serial, address, null, now);
        (there ?? fresh).Date(dates.Purchased ?? there?.PurchasedOn, dates.Installed ?? there?.InstalledOn, dates.Produced ?? there?.ProducedOn, there?.ReplacesSerial, there?.ExchangedOn);
        var made = false;
        if (model is { Known: null, Code: { } code })
        {
            _db.Add(model.Known = ProductModel.Register(code, null, null));
            made = true;
        }
        if (owner is { Known: null, Name: { } name })
        {
            _db.Add(owner.Known = Customer.Register(name, owner.Phone, address, row.Text("region", 80), now));
            made = true;
        }
        if (made) await _db.SaveChangesAsync(ct); // an appliance refers to both by id
        if (there is null)
        {
            fresh.Settle(owner.Known?.Id, model.Known?.Id, address);
            _db.Add(fresh);
            return RowFate.Accepted;
        }
        var settled = (owner.Known?.Id ?? there.CustomerId, model.Known?.Id ?? there.ModelId, address ?? there.Address);
        if (settled != (there.CustomerId, there.ModelId, there.Address)) there.Settle(settled.Item1, settled.Item2, settled.Item3);
        var entry = _db.Entry(there);
        return entry.Properties.Any(p => p.Metadata.Name is not nameof(Appliance.Version) && p.IsModified && !Equals(p.CurrentValue, p.OriginalValue)) ? RowFate.Updated : Unchanged(entry);
    }

    /// <summary>Nothing but the version moved: the row says what is known.</summary>
    static RowFate Unchanged(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<Appliance> entry)
    {
        entry.CurrentValues.SetValues(entry.OriginalValues);
        entry.State = EntityState.Unchanged;
        return RowFate.Unchanged;
    }
}
