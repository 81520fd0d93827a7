using AfterSales.Kernel.Composition;

namespace AfterSales.Service;

/// <summary>Rights of the Service module and the roles that hold them by default.</summary>
internal static class ServicePermissions
{
    public const string ReadOrders = "service.orders.read";
    /// <summary>See the orders of all technicians; without it, one's own only.</summary>
    public const string ReadAllOrders = "service.orders.read-all";
    public const string ReceiveOrders = "service.orders.receive";
    public const string DispatchOrders = "service.orders.dispatch";
    public const string VisitOrders = "service.orders.visit";
    /// <summary>Let a visit end as fixed in spite of a factory-standard value outside its limits.</summary>
    public const string ReleaseValues = "service.visits.release";
    public const string PauseOrders = "service.orders.pause";
    public const string CloseOrders = "service.orders.close";
    public const string JudgeRepeats = "service.orders.judge-repeats";
    public const string ReadCustomers = "service.customers.read";
    public const string EditCustomers = "service.customers.edit";
    public const string EditProducts = "service.products.edit";
    public const string ReadParts = "service.parts.read";
    /// <summary>Order parts, keep vans, instruments and what comes back.</summary>
    public const string KeepParts = "service.parts.keep";
    public const string Import = "service.import";
    public const string ReadFees = "service.fees.read";
    public const string MakeFees = "service.fees.make";
    public const string VoidFees = "service.fees.void";
    public const string AnnounceHours = "service.hours.announce";
    public const string EditPrices = "service.prices.edit";
    public const string TakePayments = "service.payments.take";
    public const string ReadPayments = "service.payments.read";
    public const string OpenClaims = "service.claims.open";
    public const string DecideClaims = "service.claims.decide";
    public const string ExecuteRefunds = "service.refunds.execute";
    public const string Settle = "service.settlement";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(ReadOrders, Roles.Dispatcher, Roles.Technician, Roles.QualityOfficer, Roles.Manager, Roles.Cashier, Roles.RecordsClerk),
        new(ReadAllOrders, Roles.Dispatcher, Roles.QualityOfficer, Roles.Manager, Roles.Cashier, Roles.RecordsClerk),
        new(ReceiveOrders, Roles.Dispatcher, Roles.QualityOfficer, Roles.Manager),
        new(DispatchOrders, Roles.Dispatcher, Roles.Manager),
        new(VisitOrders, Roles.Technician, Roles.Dispatcher, Roles.Manager),
        new(ReleaseValues, Roles.Manager),
        new(PauseOrders, Roles.Dispatcher, Roles.Technician, Roles.Manager),
        new(CloseOrders, Roles.Dispatcher, Roles.Manager),
        new(JudgeRepeats, Roles.QualityOfficer, Roles.Manager),
        new(ReadCustomers, Roles.Dispatcher, Roles.QualityOfficer, Roles.Manager),
        new(EditCustomers, Roles.Dispatcher, Roles.Manager),
        new(EditProducts, Roles.Manager, Roles.QualityOfficer),
        new(ReadParts, Roles.Technician, Roles.Dispatcher, Roles.QualityOfficer, Roles.Manager),
        new(KeepParts, Roles.Dispatcher, Roles.Manager),
        new(Import, Roles.Manager),
        new(ReadFees, Roles.Technician, Roles.Dispatcher, Roles.Cashier, Roles.QualityOfficer, Roles.Manager),
        new(MakeFees, Roles.Technician, Roles.Dispatcher, Roles.Manager),
        new(VoidFees, Roles.Cashier, Roles.Manager),
        new(AnnounceHours, Roles.Manager),
        new(EditPrices, Roles.Manager),
        new(TakePayments, Roles.Technician, Roles.Dispatcher, Roles.Cashier, Roles.Manager),
        new(ReadPayments, Roles.Cashier, Roles.Manager),
        new(OpenClaims, Roles.Dispatcher, Roles.QualityOfficer, Roles.Cashier, Roles.Manager),
        new(DecideClaims, Roles.QualityOfficer, Roles.Manager),
        new(ExecuteRefunds, Roles.Cashier, Roles.Manager),
        new(Settle, Roles.Cashier, Roles.Manager),
    ];
}
