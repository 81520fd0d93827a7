using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using Bogus;

namespace AfterSales.Service.Demo;

/// <summary>What the demo company's models consist of and are checked by, and what its technicians enter on site. Its chance is its own, so that the orders' stories stay as they are.</summary>
internal sealed class DemoVisits(Randomizer random, ICompany company, IPolicies policies, DemoCast cast)
{
    /// <summary>Visits before this one's time have their pictures in the system of before.</summary>
    public DateTime PicturesSince { get; init; }
    /// <summary>Checksum and size of the demo's picture.</summary>
    public (string Sha256, int Width, int Height) Picture { get; init; }

    readonly Dictionary<long, (CheckList List, ModelPart[] Parts)> _catalogue = [];
    public List<Visit> Made { get; } = [];

    /// <summary>English names of what the price list names in Chinese, and whether the brand wants the old part back.</summary>
    static readonly Dictionary<string, (string En, bool Due)> Known = new()
    {
        ["IGN"] = ("Igniter", false), ["SEN"] = ("Sensor", false), ["FAN"] = ("Fan", true), ["VALVE"] = ("Gas valve", true), ["TANK"] = ("Tank", true), ["HEAT"] = ("Heating element", false),
        ["CTRL"] = ("Control board", true), ["PUMP"] = ("Water pump", false), ["HEX"] = ("Heat exchanger", true), ["SEAL"] = ("Seal", false),
        ["W-IGN"] = ("Replace igniter", false), ["W-SEN"] = ("Replace sensor", false), ["W-FAN"] = ("Replace fan", false), ["W-FLUE"] = ("Clean flue", false), ["W-VALVE"] = ("Replace gas valve", false),
        ["W-TANK"] = ("Replace tank", false), ["W-HEAT"] = ("Replace heating element", false), ["W-CTRL"] = ("Replace control board", false), ["W-PUMP"] = ("Replace water pump", false),
        ["W-HEX"] = ("Replace heat exchanger", false), ["W-CLEAN"] = ("Clean and service", false), ["W-INST"] = ("Install and start up", false), ["W-CHECK"] = ("Inspect", false),
    };

    static readonly string[] GasOnly = ["IGN", "FAN", "VALVE"], ElectricOnly = ["TANK", "HEAT"];

    readonly Dictionary<string, WorkCode> _works = [];

    /// <summary>Work codes, and parts and check list of every model, from the day before the demo begins: named as in the price list.</summary>
    public IEnumerable<object> MakeCatalogue(IEnumerable<ProductModel> models, DateTime start)
    {
        var sheet = DemoPrices.Sheet(0);
        foreach (var work in sheet.Works) yield return _works[work.Code] = WorkCode.List(work.Code, null, work.Name, Known[work.Code].En, work.Hours, company.LocalDay(start).AddDays(-1));
        foreach (var model in models)
        {
            var gas = model.Type is ProductType.GasInstantaneous or ProductType.GasStorage;
            var parts = sheet.Parts.Where(p => !(gas ? ElectricOnly : GasOnly).Contains(p.Code)).Select((p, i) => ModelPart.List(model.Id, p.Code, p.Name, Known[p.Code].En, $"690{model.Id:0000}{i:00000}", Known[p.Code].Due)).ToArray();
            var list = CheckList.First(model.Id, start, Items(gas));
            _catalogue[model.Id] = (list, parts);
            foreach (var part in parts) yield return part;
            yield return list;
        }
    }

    static CheckItem[] Items(bool gas) => gas
        ? [CheckItem.Of("OUT", "出水温度", "Outlet temperature", "°C", 38, 60), CheckItem.Of("GP", "燃气静压", "Static gas pressure", "Pa", 1500, 3000), CheckItem.Of("LEAK", "气密性压降", "Leak test pressure drop", "Pa", null, 50), CheckItem.Of("CO", "烟气 CO 含量", "CO in the flue gas", "ppm", null, 500, required: false)]
        : [CheckItem.Of("OUT", "出水温度", "Outlet temperature", "°C", 38, 75), CheckItem.Of("INS", "绝缘电阻", "Insulation resistance", "MΩ", 2, null), CheckItem.Of("EARTH", "接地电阻", "Earth resistance", "Ω", null, 4), CheckItem.Of("RCD", "漏电保护动作时间", "Trip time of the breaker", "ms", null, 100)];

    public Visit Begin(ServiceOrder order, int trip, DateTime at)
    {
        var visit = Visit.Begin(order, trip, policies.At<VisitPolicy>(at).Version, at, AnId());
        Made.Add(visit);
        return visit;
    }

    public VisitRules Rules(ServiceOrder order, ProductModel model, OrderRules rules, DateTime at) =>
        new(policies.At<VisitPolicy>(at).Value, rules, model.Type, _catalogue[model.Id].List);

    /// <summary>Most stamps come at once from the phone; some an hour or three late, some from the office.</summary>
    public Moment Stamp(DateTime at) => new(at, random.Double() < 0.07 ? at.AddMinutes(random.Int(35, 200)) : at.AddSeconds(random.Int(1, 40)).CutToMilliseconds(),
        31.25 + random.Double() * 0.15, 120.5 + random.Double() * 0.2, random.Double() >= 0.06);

    public Qualification Qualify(Technician technician, ProductModel model, DateTime at)
    {
        var day = company.LocalDay(at);
        var certificate = cast.Certificates.Find(c => c.PersonCode == technician.Code && c.ProductTypes.Contains(Code.Of(model.Type!.Value)) && c.IssuedOn <= day && c.ExpiresOn >= day);
        return new Qualification(certificate is not null, certificate?.Number);
    }

    /// <summary>Finds, works, measures and takes pictures, so that the visit can end with the outcome; then ends it.</summary>
    public void Work(Visit visit, ProductModel model, VisitOutcome outcome, string report, DateTime at, VisitRules rules, Actor who)
    {
        var when = Stamp(visit.ArrivedAt!.Value.AddMinutes(10)) with { ByDoer = true };
        var (list, parts) = _catalogue[model.Id];
        visit.Find(visit.Order.FaultCode, visit.Order.FaultCode is null ? null : random.ArrayElement(["正常磨损", "水质结垢", "部件老化", "接线松动"]), false, null, [], when);
        if (outcome == VisitOutcome.Fixed)
        {
            var (work, needed) = DemoPrices.Needed(visit.Order.Kind, model.Type, visit.Order.FaultCode);
            if (work is not null) visit.AddWork(_works[work], company.LocalDay(visit.ArrivedAt.Value), rules, when);
            if (Array.Find(parts, p => p.Number == needed) is { } part)
            {
                visit.UsePart(part, 1, part.DueBack ? $"F{random.Int(100000, 999999)}" : null, part.DueBack ? $"N{random.Int(100000, 999999)}" : null, false, company.LocalDay(visit.ArrivedAt.Value), when);
            }
            Measure(visit, list, rules, when, who);
        }
        foreach (var shot in outcome == VisitOutcome.Fixed ? visit.NeededShots(rules) : ["other"]) Show(visit, shot, when, rules);
        if (outcome is not (VisitOutcome.Fixed or VisitOutcome.NobodyHome)) visit.Sign(null, null, null, "客户口头同意，不愿签字", when);
        if (outcome == VisitOutcome.Condemned) visit.WarnOfHazard("内胆漏水且已超过安全使用年限，停止使用", visit.Order.ContactName, when);
        visit.Finish(outcome, outcome == VisitOutcome.Fixed ? report : null, outcome == VisitOutcome.Fixed ? null : report, outcome == VisitOutcome.PartNeeded ? "配件到货后再次上门" : null, Stamp(at), rules, who);
    }

    void Measure(Visit visit, CheckList list, VisitRules rules, Moment when, Actor who)
    {
        foreach (var item in list.Items)
        {
            if (!item.Required && random.Double() < 0.3) continue;
            var (low, high) = ((double)(item.Lower ?? 0), (double)(item.Upper ?? item.Lower!.Value * 10));
            var value = (decimal)Math.Round(low + (high - low) * random.Double(0.15, 0.85), 1);
            if (random.Double() < 0.004) value = item.Upper is { } upper ? upper * 1.1m : item.Lower!.Value * 0.9m;
            visit.Measure(item.Code, value, rules, when);
        }
        if (visit.Values.Exists(v => !v.Passes)) visit.Release("客户同意暂用，已预约复检", when with { ByDoer = false }, new Actor("demo-manager-1", "经理"));
    }

    void Show(Visit visit, string shot, Moment when, VisitRules rules)
    {
        if (visit.ArrivedAt >= PicturesSince || shot == "other") visit.AddPhoto(shot, AnId(), Picture.Sha256, Picture.Width, Picture.Height, when);
        else visit.ExcuseShot(shot, AnId(), "照片存于旧系统", when);
    }

    Guid AnId() => new(random.Bytes(16));
}
