using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Import;

/// <summary>A cell that says yes or no.</summary>
internal enum YesNo { Yes, No }

/// <summary>Models with their fault codes and parts: a row describes the model and may name one fault and one part of it.</summary>
internal sealed class ImportModels(ServiceDbContext db, ICompany company, Texts text) : TableImport(db, company, text)
{
    readonly ServiceDbContext _db = db;
    readonly HashSet<(long Model, string Part)> _parts = [];

    public override string Kind => "models";
    public override IReadOnlyList<string> Columns { get; } = ["model", "model_name", "type", "capacity", "fault_code", "fault_meaning", "complexity", "safety", "part_no", "part_name", "part_name_en", "part_barcode", "part_due_back"];
    public override IReadOnlyList<string> Required { get; } = ["model"];

    protected override (string Example, string Note, object?[] Args) Cell(string column) => column switch
    {
        "model" => ("JSQ25-13A2", "Import.Template.Text", [80]),
        "model_name" => ("晨光 13 升", "Import.Template.Text", [120]),
        "type" => ("gas_instantaneous", "Import.Template.OneOf", [string.Join(' ', Code.All<ProductType>())]),
        "capacity" => ("13 L/min", "Import.Template.Text", [60]),
        "fault_code" => ("E1", "Import.Template.Text", [40]),
        "fault_meaning" => ("点火失败", "Import.Template.Text", [200]),
        "complexity" => ("general", "Import.Template.OneOf", [string.Join(' ', Code.All<Complexity>())]),
        "safety" or "part_due_back" => ("no", "Import.Template.OneOf", [string.Join(' ', Code.All<YesNo>())]),
        "part_no" => ("IGN-13", "Import.Template.Text", [80]),
        "part_name" => ("点火针", "Import.Template.Text", [60]),
        "part_name_en" => ("Igniter", "Import.Template.Text", [60]),
        _ => ("6901000000017", "Import.Template.Text", [60]),
    };

    protected override async Task<RowFate?> TakeAsync(RowReader row, bool creates, CancellationToken ct)
    {
        var (code, name, type, capacity) = (row.Text("model", 80)!, row.Text("model_name", 120), row.Member<ProductType>("type"), row.Text("capacity", 60));
        var (fault, meaning, complexity, safety) = (row.Text("fault_code", 40), row.Text("fault_meaning", 200), row.Member<Complexity>("complexity"), row.Member<YesNo>("safety") == YesNo.Yes);
        var (part, partName, due) = (row.Text("part_no", 80), row.Text("part_name", 60), row.Member<YesNo>("part_due_back") == YesNo.Yes);
        if (part is not null && partName is null) row.Refuse("part_name", "", "Import.Missing");
        if (row.Problems.Count > 0) return null;
        var there = _db.Set<ProductModel>().Local.FirstOrDefault(m => m.Code == code) ?? await _db.Set<ProductModel>().Include(m => m.FaultCodes).FirstOrDefaultAsync(m => m.Code == code, ct);
        var model = there ?? ProductModel.Register(code, name, type);
        if (there is null) _db.Add(model);
        var before = model.Version;
        if (type is { } kind && (model.Type != kind || (name is not null && model.Name != name))) model.Describe(name ?? model.Name, kind);
        if (capacity is not null && model.Capacity != capacity) model.Hold(capacity);
        if (fault is not null && model.FaultCodes.TrueForAll(f => f.Code != fault)) model.AddFault(fault, meaning, complexity, safety);
        if (there is null) await _db.SaveChangesAsync(ct); // parts refer to the model by id
        if (part is not null && _parts.Add((model.Id, part)) && !await _db.Set<ModelPart>().AnyAsync(p => p.ModelId == model.Id && p.Number == part, ct))
        {
            _db.Add(ModelPart.List(model.Id, part, partName!, row.Text("part_name_en", 60) ?? "", row.Text("part_barcode", 60), due));
            return there is null ? RowFate.Accepted : RowFate.Updated;
        }
        return there is null ? RowFate.Accepted : model.Version != before ? RowFate.Updated : RowFate.Unchanged;
    }
}
