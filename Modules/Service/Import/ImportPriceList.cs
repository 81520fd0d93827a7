using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Service.Data;
using AfterSales.Service.Fees;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Import;

/// <summary>What a row of a price list sets.</summary>
internal enum PriceLine { Base, IncludedKm, PerKm, IncludedMinutes, PerQuarter, DayFactor, NightFactor, RestDayFactor, HolidayFactor, LabourHour, Height, Work, Part, Material }

/// <summary>
/// One price list: rows set the call-out's terms, the hour of labour, and the work, parts and materials with their prices (of work, its standard hours). It
/// becomes a draft; whoever may announces it from its page. A list that is there already, draft or published, changes nothing.
/// </summary>
internal sealed class ImportPriceList(ServiceDbContext db, ICompany company, TimeProvider time, Texts text) : TableImport(db, company, text)
{
    readonly ServiceDbContext _db = db;
    readonly ICompany _company = company;
    readonly Texts _text = text;
    readonly HashSet<string> _codes = [];
    PriceSheet _sheet = new();

    public override string Kind => "price-list";
    public override IReadOnlyList<string> Columns { get; } = ["line", "code", "name", "group", "unit", "price"];
    public override IReadOnlyList<string> Required { get; } = ["line", "price"];

    protected override (string Example, string Note, object?[] Args) Cell(string column) => column switch
    {
        "line" => ("part", "Import.Template.OneOf", [string.Join(' ', Code.All<PriceLine>())]),
        "code" => ("IGN-13", "Import.Template.Text", [40]),
        "name" => ("点火针", "Import.Template.Text", [80]),
        "group" => ("ignition", "Import.Template.Text", [40]),
        "unit" => ("", "Import.Template.Text", [20]),
        _ => ("88.50", "Import.Template.Amount", []),
    };

    protected override Task<RowFate?> TakeAsync(RowReader row, bool creates, CancellationToken ct)
    {
        var (line, price) = (row.Member<PriceLine>("line"), PriceIn(row));
        var (code, name, group) = (row.Text("code", 40), row.Text("name", 80), row.Text("group", 40));
        if (line is PriceLine.Work or PriceLine.Part or PriceLine.Material)
        {
            foreach (var (column, cell) in new[] { ("code", code), ("name", name) })
                if (cell is null) row.Refuse(column, "", "Import.Missing");
            if (code is not null && !_codes.Add($"{line}:{code}")) row.Refuse("code", code, "Import.PriceList.Twice");
        }
        if (row.Problems.Count == 0) _sheet = With(line!.Value, price!.Value, code ?? "", name ?? "", group, row.Text("unit", 20) ?? "");
        return Task.FromResult<RowFate?>(null);
    }

    static decimal? PriceIn(RowReader row)
    {
        if (row.Text("price") is not { } cell) return null;
        if (decimal.TryParse(cell.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price <= 1_000_000 && decimal.Round(price, 3) == price) return price;
        row.Refuse("price", cell, "Import.NotMoney");
        return null;
    }

    PriceSheet With(PriceLine line, decimal price, string code, string name, string? group, string unit) => line switch
    {
        PriceLine.Base => _sheet with { CallOut = _sheet.CallOut with { Base = price } },
        PriceLine.IncludedKm => _sheet with { CallOut = _sheet.CallOut with { IncludedKm = price } },
        PriceLine.PerKm => _sheet with { CallOut = _sheet.CallOut with { PerKm = price } },
        PriceLine.IncludedMinutes => _sheet with { CallOut = _sheet.CallOut with { IncludedMinutes = (int)price } },
        PriceLine.PerQuarter => _sheet with { CallOut = _sheet.CallOut with { PerQuarter = price } },
        PriceLine.DayFactor => _sheet with { CallOut = _sheet.CallOut with { DayFactor = price } },
        PriceLine.NightFactor => _sheet with { CallOut = _sheet.CallOut with { NightFactor = price } },
        PriceLine.RestDayFactor => _sheet with { CallOut = _sheet.CallOut with { RestDayFactor = price } },
        PriceLine.HolidayFactor => _sheet with { CallOut = _sheet.CallOut with { HolidayFactor = price } },
        PriceLine.LabourHour => _sheet with { LabourPerHour = price },
        PriceLine.Height => _sheet with { WorkAtHeight = price },
        PriceLine.Work => _sheet with { Works = [.. _sheet.Works, new WorkPrice(code, name, group, price)] },
        PriceLine.Part => _sheet with { Parts = [.. _sheet.Parts, new PartPrice(code, name, group, price)] },
        _ => _sheet with { Materials = [.. _sheet.Materials, new MaterialPrice(code, name, unit, price)] },
    };

    protected override async Task<RowFate?> EndAsync(CancellationToken ct)
    {
        if (_sheet.Works.Count + _sheet.Parts.Count + _sheet.Materials.Count == 0 && _sheet.CallOut == new CallOutPrice()) return RowFate.Unchanged;
        var prices = FeeJson.Write(_sheet);
        if (await _db.Set<PriceList>().AnyAsync(l => l.Prices == prices, ct)) return RowFate.Unchanged;
        _db.Add(PriceList.Draft(_text["Import.PriceList.Name", _company.LocalDay(time.Now()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], _sheet, time.Now()));
        return RowFate.Accepted;
    }
}
