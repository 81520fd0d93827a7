using AfterSales.Kernel.Pages;

namespace AfterSales.Service.Visits;

/// <summary>The whole visit on one page; what is not possible yet is shown and locked. Works from the phone's memory without a signal.</summary>
[Permission(ServicePermissions.VisitOrders)]
internal sealed class VisitModel : VisitPage;
