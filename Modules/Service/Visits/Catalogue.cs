using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Service.Products;

namespace AfterSales.Service.Visits;

/// <summary>A part of one model, as technicians book it. Its price belongs to the price list.</summary>
internal sealed class ModelPart : Aggregate
{
    public long ModelId { get; private init; }
    public string Number { get; private init; } = "";
    public string NameZh { get; private init; } = "";
    public string NameEn { get; private init; } = "";
    public string? Barcode { get; private init; }
    /// <summary>The brand wants the replaced part back.</summary>
    public bool DueBack { get; private init; }
    /// <summary>First local day on which it can no longer be booked.</summary>
    public DateOnly? EndedOn { get; private set; }
    public string Name => Bilingual.Of(NameZh, NameEn);

    ModelPart() { }

    public static ModelPart List(long modelId, string number, string nameZh, string nameEn, string? barcode, bool dueBack)
    {
        if (string.IsNullOrWhiteSpace(number)) throw new RuleViolation("Visits.Part.NumberMissing") { Field = "Number" };
        if (string.IsNullOrWhiteSpace(nameZh)) throw new RuleViolation("Visits.Catalogue.NameMissing") { Field = "NameZh" };
        var part = new ModelPart { ModelId = modelId, Number = number.Trim(), NameZh = nameZh.Trim(), NameEn = nameEn.Trim(), Barcode = string.IsNullOrWhiteSpace(barcode) ? null : barcode.Trim(), DueBack = dueBack };
        part.Acted();
        return part;
    }

    public void End(DateOnly day)
    {
        EndedOn = day;
        Acted();
    }
}

/// <summary>A piece of work with the hours it takes by standard, in force from a day until another.</summary>
internal sealed class WorkCode : Aggregate
{
    public string Code { get; private init; } = "";
    /// <summary>Null: for every type.</summary>
    public ProductType? Type { get; private init; }
    public string NameZh { get; private init; } = "";
    public string NameEn { get; private init; } = "";
    public decimal Hours { get; private init; }
    public DateOnly From { get; private init; }
    /// <summary>First local day on which it no longer holds.</summary>
    public DateOnly? Until { get; private set; }
    public string Name => Bilingual.Of(NameZh, NameEn);

    WorkCode() { }

    public static WorkCode List(string code, ProductType? type, string nameZh, string nameEn, decimal hours, DateOnly from)
    {
        if (string.IsNullOrWhiteSpace(code)) throw new RuleViolation("Visits.Work.CodeMissing") { Field = "Code" };
        if (string.IsNullOrWhiteSpace(nameZh)) throw new RuleViolation("Visits.Catalogue.NameMissing") { Field = "NameZh" };
        if (hours is <= 0 or > 24) throw new RuleViolation("Visits.Work.BadHours", hours.ToString(CultureInfo.InvariantCulture)) { Field = "Hours" };
        var work = new WorkCode { Code = code.Trim(), Type = type, NameZh = nameZh.Trim(), NameEn = nameEn.Trim(), Hours = hours, From = from };
        work.Acted();
        return work;
    }

    public void End(DateOnly day)
    {
        if (day < From) throw new RuleViolation("Visits.Work.EndsBeforeItBegins") { Field = "Until" };
        Until = day;
        Acted();
    }

    /// <summary>A small list to begin with, in force from the beginning of time: Service.csproj ships it, the company ends or adds lines.</summary>
    public static readonly IReadOnlyList<(long Id, string Code, ProductType? Type, string Zh, string En, decimal Hours)> Shipped =
    [
        (-1, "DIAG", null, "上门检测", "Diagnosis on site", 0.5m), (-2, "CLEAN", null, "清洗保养", "Clean and inspect", 1.0m), (-3, "TEACH", null, "使用指导", "Explain the use", 0.25m), (-4, "VALVE", null, "更换安全阀", "Replace the safety valve", 0.5m),
        (-5, "GI-IGN", ProductType.GasInstantaneous, "更换点火针", "Replace the ignition electrode", 0.5m), (-6, "GI-FAN", ProductType.GasInstantaneous, "更换风机", "Replace the fan", 1.0m), (-7, "GI-FLOW", ProductType.GasInstantaneous, "更换水流传感器", "Replace the flow sensor", 0.5m), (-8, "GI-FLUE", ProductType.GasInstantaneous, "清理烟道", "Clear the flue", 1.0m),
        (-9, "GS-BURN", ProductType.GasStorage, "更换燃烧器", "Replace the burner", 1.5m), (-10, "GS-IGN", ProductType.GasStorage, "更换点火针", "Replace the ignition electrode", 0.75m),
        (-11, "ES-ELEM", ProductType.ElectricStorage, "更换加热管", "Replace the heating element", 1.0m), (-12, "ES-ANODE", ProductType.ElectricStorage, "更换镁棒", "Replace the anode", 0.75m), (-13, "ES-TANK", ProductType.ElectricStorage, "更换内胆", "Replace the tank", 2.0m),
        (-14, "EI-ELEM", ProductType.ElectricInstantaneous, "更换加热体", "Replace the heater block", 1.0m), (-15, "EI-RCD", ProductType.ElectricInstantaneous, "更换漏电保护器", "Replace the earth-leakage breaker", 0.5m),
        (-16, "HP-COMP", ProductType.HeatPump, "更换压缩机", "Replace the compressor", 3.0m), (-17, "HP-GAS", ProductType.HeatPump, "补充制冷剂", "Recharge the refrigerant", 1.5m),
        (-18, "SO-PUMP", ProductType.Solar, "更换循环泵", "Replace the circulation pump", 1.0m), (-19, "SO-PANEL", ProductType.Solar, "更换集热板", "Replace the collector", 2.5m),
    ];
}

/// <summary>
/// The factory-standard check list of a model (clause 1.3.3), by editions: an edition never changes, the next one takes its place from an instant
/// on, and a visit keeps the edition of its arrival.
/// </summary>
internal sealed class CheckList : Aggregate
{
    public long ModelId { get; private init; }
    public int Edition { get; private init; }
    public DateTime From { get; private init; }
    public List<CheckItem> Items { get; } = [];

    CheckList() { }

    public static CheckList First(long modelId, DateTime from, params CheckItem[] items)
    {
        var list = new CheckList { ModelId = modelId, Edition = 1, From = from };
        foreach (var item in items) list.Put(item);
        list.Acted();
        return list;
    }

    /// <summary>The next edition with one line more, or one line less.</summary>
    public CheckList Next(DateTime from, CheckItem? added, string? ended)
    {
        if (ended is not null && Items.All(i => i.Code != ended)) throw new RuleViolation("Visits.Check.NoSuchItem", ended) { Field = "Item" };
        var next = new CheckList { ModelId = ModelId, Edition = Edition + 1, From = from };
        foreach (var item in Items.OrderBy(i => i.Position).Where(i => i.Code != ended)) next.Put(item.Copy());
        if (added is not null) next.Put(added);
        next.Acted();
        return next;
    }

    void Put(CheckItem item)
    {
        if (Items.Any(i => i.Code == item.Code)) throw new RuleViolation("Visits.Check.ItemTwice", item.Code) { Field = "Code" };
        item.Position = Items.Count + 1;
        Items.Add(item);
    }

    public CheckItem? Item(string code) => Items.FirstOrDefault(i => i.Code == code);
}

/// <summary>One line of a check list: what is measured, in which unit, between which limits (both belong to what passes).</summary>
internal sealed class CheckItem
{
    public long Id { get; private set; }
    public long CheckListId { get; private set; }
    public int Position { get; set; }
    public string Code { get; private init; } = "";
    public string NameZh { get; private init; } = "";
    public string NameEn { get; private init; } = "";
    public string Unit { get; private init; } = "";
    public decimal? Lower { get; private init; }
    public decimal? Upper { get; private init; }
    public bool Required { get; private init; }

    CheckItem() { }

    public static CheckItem Of(string code, string nameZh, string nameEn, string unit, decimal? lower, decimal? upper, bool required = true)
    {
        if (string.IsNullOrWhiteSpace(code)) throw new RuleViolation("Visits.Check.CodeMissing") { Field = "Code" };
        if (string.IsNullOrWhiteSpace(nameZh)) throw new RuleViolation("Visits.Catalogue.NameMissing") { Field = "NameZh" };
        if (lower is null && upper is null) throw new RuleViolation("Visits.Check.NoLimit", code) { Field = "Lower" };
        if (lower > upper) throw new RuleViolation("Visits.Check.LimitsCrossed", code) { Field = "Lower" };
        return new CheckItem { Code = code.Trim(), NameZh = nameZh.Trim(), NameEn = nameEn.Trim(), Unit = unit.Trim(), Lower = lower, Upper = upper, Required = required };
    }

    public CheckItem Copy() => Of(Code, NameZh, NameEn, Unit, Lower, Upper, Required);

    public bool Passes(decimal value) => (Lower is null || value >= Lower) && (Upper is null || value <= Upper);

    public string Name => Bilingual.Of(NameZh, NameEn);

    /// <summary><c>35–60 °C</c>, <c>≤ 0.5 Pa</c>: as people read limits.</summary>
    public string Limits => (Lower, Upper) switch
    {
        ({ } low, { } high) => $"{Text(low)}–{Text(high)} {Unit}",
        ({ } low, null) => $"≥ {Text(low)} {Unit}",
        (null, { } high) => $"≤ {Text(high)} {Unit}",
        _ => Unit,
    };

    static string Text(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
