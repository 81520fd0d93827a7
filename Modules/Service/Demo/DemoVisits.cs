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

    static readonly (string Number, string Zh, string En, bool Due)[] GasParts = [("DJ-01", "点火针", "Ignition electrode", false), ("FJ-16", "直流风机", "DC fan", true), ("CG-02", "水流传感器", "Flow sensor", false), ("TZ-03", "温度探头", "Temperature probe", false), ("BL-20", "燃气比例阀", "Gas proportional valve", true)];
    static readonly (string Number, string Zh, string En, bool Due)[] ElectricParts = [("JR-20", "加热管", "Heating element", false), ("MB-04", "镁棒", "Magnesium anode", false), ("ND-60", "内胆总成", "Tank assembly", true), ("TZ-03", "温度探头", "Temperature probe", false), ("LD-10", "漏电保护插头", "Earth-leakage plug", false)];

    /// <summary>Parts and check list of every model, from the day before the demo begins.</summary>
    public IEnumerable<object> MakeCatalogue(IEnumerable<ProductModel> models, DateTime start)
    {
        foreach (var model in models)
        {
            var gas = model.Type is ProductType.GasInstantaneous or ProductType.GasStorage;
            var parts = (gas ? GasParts : ElectricParts).Select((p, i) => ModelPart.List(model.Id, $"{model.Code}-{p.Number}", p.Zh, p.En, $"690{model.Id:0000}{i:00000}", p.Due)).ToArray();
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
            if (visit.Order.Kind == OrderKind.Repair)
            {
                var part = random.ArrayElement(parts);
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
