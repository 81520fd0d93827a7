namespace AfterSales.Service.Contracts;

/// <summary>Codes of the kinds of water heater. Certificates, training and indicators speak of them.</summary>
public static class ProductTypes
{
    public static readonly IReadOnlyList<string> Codes = ["gas_instantaneous", "gas_storage", "electric_storage", "electric_instantaneous", "heat_pump", "solar"];
}
