using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;

namespace AfterSales.Service.Requests;

/// <summary>Finds the rules an order lives under: those in force at receipt for a new one, the kept versions for an old one.</summary>
internal sealed class OrderRulebook(IPolicies policies, ICompany company)
{
    public OrderRules InForceAt(DateTime receivedAt) => new(policies.At<SlaPolicy>(receivedAt), company.CalendarAt(receivedAt));

    public OrderRules KeptBy(ServiceOrder order) => Kept(order.PolicyVersion, order.CalendarVersion);

    public OrderRules Kept(int policyVersion, string calendarVersion) => new(policies.Version<SlaPolicy>(policyVersion), company.Calendar(calendarVersion));
}
