using AfterSales.Service.Customers;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Staff.Contracts;
using Bogus;

namespace AfterSales.Service.Demo;

/// <param name="Model">Code of the model.</param>
internal sealed record DemoHousehold(Customer Customer, Appliance Appliance, ProductModel Model, string Phone, string Team);

/// <summary>Who and what the demo company consists of: models with their fault codes, technicians in teams, households in three districts.</summary>
internal sealed class DemoCast(Faker faker)
{
    /// <summary>The team whose work is worse than the others', and the model that fails more often: the charts must show both.</summary>
    public const string BadTeam = "B组";
    public const string BadModel = "JSQ30-16C1";

    public static readonly string[] Teams = ["A组", BadTeam, "C组", "D组"];

    /// <summary>Three districts of Suzhou with streets that sound real; the house numbers are random.</summary>
    static readonly (string Code, string Name, string[] Streets)[] Districts =
    [
        ("320508", "苏州市姑苏区", ["人民路", "干将东路", "平江路", "桐泾北路", "景德路"]),
        ("320505", "苏州市虎丘区", ["狮山路", "塔园路", "长江路", "滨河路", "金山路"]),
        ("320506", "苏州市吴中区", ["东吴北路", "宝带东路", "吴中大道", "澄湖东路", "石湖西路"]),
    ];

    static readonly (string Code, string Name, ProductType Type, (string Code, string Meaning, Complexity Grade, bool Safety)[] Faults)[] ModelSpecs =
    [
        ("JSQ25-13A2", "晨光 13 升燃气快热", ProductType.GasInstantaneous, GasFaults),
        (BadModel, "晨光 16 升燃气恒温", ProductType.GasInstantaneous, GasFaults),
        ("JSQ31-16E3", "晨光 16 升零冷水", ProductType.GasInstantaneous, GasFaults),
        ("RSTD-60G", "晨光 60 升容积式燃气", ProductType.GasStorage, GasFaults),
        ("CFD-60H1", "晨光 60 升储水式", ProductType.ElectricStorage, ElectricFaults),
        ("CFD-80H2", "晨光 80 升双胆", ProductType.ElectricStorage, ElectricFaults),
        ("DSF-85K", "晨光即热 8.5 千瓦", ProductType.ElectricInstantaneous, ElectricFaults),
        ("KF-150L", "晨光空气能 150 升", ProductType.HeatPump, ElectricFaults),
        ("PJF-200S", "晨光 200 升平板太阳能", ProductType.Solar, SolarFaults),
    ];

    static (string, string, Complexity, bool)[] GasFaults =>
    [
        ("E0", "点火失败", Complexity.General, false), ("E1", "意外熄火", Complexity.General, false), ("E2", "温度探头故障", Complexity.General, false),
        ("E4", "风机故障", Complexity.Complex, false), ("E5", "烟道堵塞", Complexity.Complex, false), ("E8", "水流传感器故障", Complexity.General, false), ("GAS", "燃气泄漏", Complexity.Complex, true),
    ];

    static (string, string, Complexity, bool)[] ElectricFaults =>
    [
        ("E1", "干烧保护", Complexity.General, false), ("E2", "超温保护", Complexity.General, false), ("E3", "探头故障", Complexity.General, false),
        ("F1", "内胆渗漏", Complexity.Complex, false), ("F2", "加热管损坏", Complexity.General, false), ("EL", "漏电保护动作", Complexity.Complex, true),
    ];

    static (string, string, Complexity, bool)[] SolarFaults =>
    [
        ("S1", "水位传感器故障", Complexity.General, false), ("S2", "循环泵不转", Complexity.General, false), ("S3", "集热板渗漏", Complexity.Complex, false), ("EL", "漏电保护动作", Complexity.Complex, true),
    ];

    public List<ProductModel> Models { get; } = [];
    public List<Technician> Technicians { get; } = [];
    public List<DemoHousehold> Households { get; } = [];
    public List<CertificateFacts> Certificates { get; } = [];

    public void MakeStaffAndModels()
    {
        foreach (var (code, name, type, faults) in ModelSpecs)
        {
            var model = ProductModel.Register(code, name, type);
            foreach (var (fault, meaning, grade, safety) in faults) model.AddFault(fault, meaning, grade, safety);
            Models.Add(model);
        }
        for (var i = 0; i < 16; i++)
        {
            var technician = new Technician { Code = $"T{i + 1:000}", Name = Person() };
            technician.MoveTo(Teams[i % Teams.Length]);
            Technicians.Add(technician);
        }
    }

    /// <summary>Everybody holds the maker's certificates for gas and for electric heaters; some end soon after the demo does, so that the reminders show.</summary>
    public void MakeCertificates(DateOnly from, DateOnly until)
    {
        string[][] groups = [["gas_instantaneous", "gas_storage"], ["electric_storage", "electric_instantaneous", "heat_pump", "solar"]];
        for (var i = 0; i < Technicians.Count; i++)
            for (var g = 0; g < groups.Length; g++)
                Certificates.Add(new CertificateFacts($"CG{from.Year}-{g + 1}{i + 1:000}", Technicians[i].Code, Technicians[i].Name, "brand", "晨光热水器培训中心", groups[g], i % 3 == 0 ? "高级" : "中级",
                    from.AddDays(-30 - 7 * i), until.AddDays(i < 3 && g == 0 ? 20 + 15 * i : 200 + 10 * i)));
    }

    public Clearance Clear(Technician technician, ProductModel model, DateOnly day) =>
        new(Certificates.Exists(c => c.PersonCode == technician.Code && c.ProductTypes.Contains(Kernel.Code.Of(model.Type!.Value)) && c.IssuedOn <= day && c.ExpiresOn >= day), "ProductType." + model.Type, day);

    public (Customer Customer, string Phone, string Address, string Region) MakeCustomer(int index, DateTime now)
    {
        var district = faker.Random.ArrayElement(Districts);
        var address = $"{district.Name}{faker.Random.ArrayElement(district.Streets)}{faker.Random.Int(1, 399)}号{faker.Random.Int(1, 32)}幢{faker.Random.Int(1, 18)}0{faker.Random.Int(1, 4)}室";
        var phone = $"141{index % 100_000_000:00000000}"; // numbers of data cards: nobody can be called
        return (Customer.Register(Person(), phone, address, district.Code, now, AnId()), phone, address, district.Code);
    }

    /// <summary>An id that comes again with the same seed.</summary>
    public Guid AnId() => new(faker.Random.Bytes(16));

    string Person() => (faker.Name.LastName() + faker.Name.FirstName()).Replace(" ", "", StringComparison.Ordinal);
}
