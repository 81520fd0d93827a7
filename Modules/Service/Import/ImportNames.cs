using AfterSales.Kernel;
using AfterSales.Kernel.Import;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Import;

/// <summary>What the rows of a chunk call by name: found in the database, or made "to be completed", or refused, as the map says.</summary>
internal sealed class ImportNames
{
    readonly Dictionary<string, BrandContract> _contracts;
    readonly Dictionary<string, ProductModel> _models;
    readonly Dictionary<string, Technician> _technicians;
    readonly Dictionary<(string Phone, string Name), Customer> _customers;
    readonly Dictionary<string, Appliance> _bySerial;
    readonly Dictionary<(string Address, ProductType Type), Appliance> _byPlace;
    readonly List<Customer> _newCustomers = [];

    ImportNames(Dictionary<string, BrandContract> contracts, Dictionary<string, ProductModel> models, Dictionary<string, Technician> technicians,
        Dictionary<(string, string), Customer> customers, Dictionary<string, Appliance> bySerial, Dictionary<(string, ProductType), Appliance> byPlace) =>
        (_contracts, _models, _technicians, _customers, _bySerial, _byPlace) = (contracts, models, technicians, customers, bySerial, byPlace);

    public static async Task<ImportNames> LoadAsync(ServiceDbContext db, IReadOnlyList<OrderRow> rows, CancellationToken ct)
    {
        List<string> Names(Func<OrderRow, string?> of) => [.. rows.Select(of).OfType<string>().Distinct()];
        var (contracts, models, technicians, phones, serials) = (Names(r => r.Contract ?? BrandContract.DefaultCode), Names(ModelOf), Names(r => r.Technician), Names(r => r.Phone), Names(r => r.Serial));
        var addresses = Names(r => r.Serial is null ? r.History.Intake.Address : null);
        var foundModels = await db.Set<ProductModel>().Include(m => m.FaultCodes).Where(m => models.Contains(m.Code)).ToDictionaryAsync(m => m.Code, ct);
        var customers = await db.WithPhone(phones).AsNoTracking().Include(c => c.Phones).ToListAsync(ct);
        var appliances = await db.Set<Appliance>().AsNoTracking().Where(a => a.Serial != null && serials.Contains(a.Serial)).ToListAsync(ct);
        var places = await (from a in db.Set<Appliance>().AsNoTracking() where a.Serial == null && a.Address != null && addresses.Contains(a.Address)
                            join m in db.Set<ProductModel>() on a.ModelId equals m.Id where m.Type != null select new { a, m.Type }).ToListAsync(ct);
        return new ImportNames(
            await db.Set<BrandContract>().Where(c => contracts.Contains(c.Code)).ToDictionaryAsync(c => c.Code, ct), foundModels,
            await db.Set<Technician>().Where(t => technicians.Contains(t.Code)).ToDictionaryAsync(t => t.Code, ct),
            customers.SelectMany(c => c.Phones, (c, p) => (Key: (p.Number, c.Name), c)).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.First().c),
            appliances.GroupBy(a => a.Serial!).ToDictionary(g => g.Key, g => g.First()),
            places.GroupBy(p => (p.a.Address!, p.Type!.Value)).ToDictionary(g => g.Key, g => g.First().a));
    }

    /// <summary>Fault codes are per model; a row that names a fault and no model files it under the unknown model.</summary>
    static string? ModelOf(OrderRow row) => row.Model ?? (row.FaultCode is null ? null : ProductModel.UnknownCode);

    /// <summary>Product type of what a row is about; null where its model is unknown or not described.</summary>
    public ProductType? TypeOf(OrderRow row) => ModelOf(row) is { } code && _models.TryGetValue(code, out var model) ? model.Type : null;

    public Reject? Problem(OrderRow row, bool creates)
    {
        Reject Unknown(string column, string value) => new(row.Line, column, value, new RuleViolation("Import.UnknownName"));
        if (creates) return null;
        if (row.Contract is { } contract && !_contracts.ContainsKey(contract)) return Unknown("contract", contract);
        if (row.Model is { } model && !_models.ContainsKey(model)) return Unknown("model", model);
        if (row.Technician is { } technician && !_technicians.ContainsKey(technician)) return Unknown("technician", technician);
        if (row.FaultCode is { } fault && (!_models.TryGetValue(ModelOf(row)!, out var of) || of.FaultCodes.TrueForAll(f => f.Code != fault))) return Unknown("fault_code", fault);
        return null;
    }

    public void Make(ServiceDbContext db, OrderRow row, DateTime now)
    {
        T Get<TKey, T>(Dictionary<TKey, T> known, TKey key, Func<T> make) where TKey : notnull where T : class
        {
            if (known.TryGetValue(key, out var there)) return there;
            var made = make();
            db.Add(made);
            return known[key] = made;
        }

        var contract = row.Contract ?? BrandContract.DefaultCode;
        Get(_contracts, contract, () => new BrandContract { Code = contract, Name = contract });
        var model = ModelOf(row) is { } code ? Get(_models, code, () => ProductModel.Register(code, null, null)) : null;
        if (row.FaultCode is { } fault && model!.FaultCodes.TrueForAll(f => f.Code != fault)) model.AddFault(fault, null, null, isSafety: false);
        if (row.Technician is { } technician)
            Get(_technicians, technician, () => new Technician { Code = technician, Name = technician, IsComplete = false }).MoveTo(row.History.Team);
        var intake = row.History.Intake;
        if (row.Phone is { } phone && !_customers.ContainsKey((phone, row.CustomerName ?? phone)))
        {
            var customer = _customers[(phone, row.CustomerName ?? phone)] = Customer.Register(row.CustomerName ?? phone, phone, intake.Address, intake.Region, now);
            _newCustomers.Add(customer);
        }
    }

    /// <summary>Stores what <see cref="Make"/> made: everything that rows name has an id then.</summary>
    public async Task StoreAsync(ServiceDbContext db, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        await db.InsertAsync(_newCustomers, ct);
        _newCustomers.Clear();
    }

    /// <summary>The row's history with ids in the place of names; to be called after the names were stored.</summary>
    public OrderHistory Fill(OrderRow row, OrderHistory history)
    {
        var model = ModelOf(row) is { } code ? _models[code] : null;
        var customer = row.Phone is { } phone ? _customers[(phone, row.CustomerName ?? phone)] : null;
        return history with
        {
            TechnicianId = row.Technician is { } technician ? _technicians[technician].Id : null,
            Intake = history.Intake with
            {
                ContractId = _contracts[row.Contract ?? BrandContract.DefaultCode].Id, ModelId = model?.Id, CustomerId = customer?.Id,
                ApplianceId = ApplianceOf(row, model)?.Id,
                Complexity = row.Complexity ?? model?.FaultCodes.Find(f => f.Code == row.FaultCode)?.Complexity,
            },
        };
    }

    Appliance? ApplianceOf(OrderRow row, ProductModel? model) =>
        row.Serial is { } serial ? _bySerial.GetValueOrDefault(serial)
        : row.History.Intake.Address is { } address && model?.Type is { } type ? _byPlace.GetValueOrDefault((address, type)) : null;

    /// <summary>Appliances that the rows describe and nobody registered yet; customers and models must be stored before.</summary>
    public async Task MakeAppliancesAsync(ServiceDbContext db, IEnumerable<OrderRow> rows, DateTime now, CancellationToken ct)
    {
        List<Appliance> news = [];
        foreach (var row in rows)
        {
            var model = ModelOf(row) is { } code ? _models[code] : null;
            var customer = row.Phone is { } phone ? _customers[(phone, row.CustomerName ?? phone)] : null;
            var address = row.History.Intake.Address;
            if (ApplianceOf(row, model) is not null || (row.Serial is null && (address is null || model?.Type is null))) continue;
            var appliance = Appliance.Register(customer?.Id, model?.Id, row.Serial, address, row.PurchasedOn, now);
            news.Add(appliance);
            if (row.Serial is { } serial) _bySerial[serial] = appliance;
            else _byPlace[(address!, model!.Type!.Value)] = appliance;
        }
        await db.InsertAsync(news, ct);
    }
}
