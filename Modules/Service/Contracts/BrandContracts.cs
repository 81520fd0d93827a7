namespace AfterSales.Service.Contracts;

/// <summary>Codes of the contracts with brands.</summary>
public static class BrandContracts
{
    /// <summary>The contract that an order without a named one belongs to.</summary>
    public const string Default = "default";
}
