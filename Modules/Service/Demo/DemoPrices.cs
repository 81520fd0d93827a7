using AfterSales.Service.Fees;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;

namespace AfterSales.Service.Demo;

/// <summary>Prices and warranty terms of the demo company: made up, like its brand.</summary>
internal static class DemoPrices
{
    /// <param name="raised">How many times prices were raised: 4 % each, to whole or half yuan.</param>
    public static PriceSheet Sheet(int raised)
    {
        decimal Up(decimal price) => decimal.Round(price * (1 + 0.04m * raised) * 2) / 2;
        return new PriceSheet
        {
            CallOut = new CallOutPrice { Base = Up(40), IncludedKm = 10, PerKm = 2.5m, IncludedMinutes = 60, PerQuarter = 10, DayFactor = 1, NightFactor = 1.5m, RestDayFactor = 1.5m, HolidayFactor = 2 },
            LabourPerHour = Up(110), WorkAtHeight = Up(80),
            Works =
            [
                new("W-IGN", "更换点火器", "ignition", 0.5m), new("W-SEN", "更换传感器", "sensor", 0.4m), new("W-FAN", "更换风机", "fan", 1.25m), new("W-FLUE", "清理烟道", null, 1m), new("W-VALVE", "更换燃气阀", "valve", 1.1m),
                new("W-TANK", "更换内胆", "tank", 2.5m), new("W-HEAT", "更换加热管", "heating_element", 0.8m), new("W-CTRL", "更换控制板", "control", 0.7m), new("W-PUMP", "更换水泵", "pump", 0.9m), new("W-HEX", "更换热交换器", "heat_exchanger", 1.8m),
                new("W-CLEAN", "清洗保养", null, 0.9m), new("W-INST", "安装调试", null, 1.5m), new("W-CHECK", "检测", null, 0.4m),
            ],
            Parts =
            [
                new("IGN", "点火器", "ignition", Up(68)), new("SEN", "传感器", "sensor", Up(45)), new("FAN", "风机", "fan", Up(235)), new("VALVE", "燃气阀", "valve", Up(186)), new("TANK", "内胆", "tank", Up(620)), new("HEAT", "加热管", "heating_element", Up(95)),
                new("CTRL", "控制板", "control", Up(260)), new("PUMP", "水泵", "pump", Up(210)), new("HEX", "热交换器", "heat_exchanger", Up(480)), new("SEAL", "密封圈", "seal", Up(8)),
            ],
            Materials = [new("PIPE", "波纹管", "m", Up(28)), new("TAPE", "生料带", "卷", 3)],
        };
    }

    /// <summary>As a maker's warranty card might say.</summary>
    public static IReadOnlyList<WarrantyTerm> Terms(DateOnly from) =>
    [
        .. new (string Group, int Months)[] { ("ignition", 24), ("sensor", 24), ("fan", 36), ("valve", 36), ("control", 36), ("pump", 24), ("heating_element", 36), ("tank", 72), ("heat_exchanger", 60), ("seal", 6) }
            .Select(t => new WarrantyTerm { Group = t.Group, Months = t.Months, Source = "晨光保修卡（演示）", EffectiveFrom = from }),
    ];

    /// <summary>Work and part that a job takes.</summary>
    public static (string? Work, string? Part) Needed(OrderKind kind, ProductType? type, string? fault) => kind switch
    {
        OrderKind.Maintenance => ("W-CLEAN", "SEAL"),
        OrderKind.Installation => ("W-INST", null),
        OrderKind.Repair => (type is ProductType.GasInstantaneous or ProductType.GasStorage, fault) switch
        {
            (true, "E0" or "E1") => ("W-IGN", "IGN"),
            (true, "E4") => ("W-FAN", "FAN"),
            (true, "E5") => ("W-FLUE", null),
            (true, "GAS") => ("W-VALVE", "VALVE"),
            (false, "F1") => ("W-TANK", "TANK"),
            (false, "F2" or "E1") => ("W-HEAT", "HEAT"),
            (false, "EL") => ("W-CTRL", "CTRL"),
            (false, "S2") => ("W-PUMP", "PUMP"),
            (false, "S3") => ("W-HEX", "HEX"),
            _ => ("W-SEN", "SEN"),
        },
        _ => ("W-CHECK", null),
    };
}
