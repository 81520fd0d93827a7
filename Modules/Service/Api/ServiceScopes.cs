namespace AfterSales.Service.Api;

/// <summary>What a token can be given of this module.</summary>
internal static class ServiceScopes
{
    public const string ReadOrders = "orders.read";
    public const string WriteOrders = "orders.write";
    public const string ReadCustomers = "customers.read";
    public const string WriteCustomers = "customers.write";

    public static readonly IReadOnlyList<string> All = [ReadOrders, WriteOrders, ReadCustomers, WriteCustomers];
}
