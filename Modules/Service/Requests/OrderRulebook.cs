using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using System.Collections.Concurrent;

namespace AfterSales.Service.Requests;

/// <summary>Finds the rules an order lives under: those in force at receipt for a new one, the kept versions for an old one.</summary>
internal sealed class OrderRulebook(IPolicies policies, ICompany company, IServiceScopeFactory scopes)
{
    readonly ConcurrentDictionary<long, AgreementTerms> _terms = [];

    /// <param name="terms">The agreement that it is received under.</param>
    public OrderRules InForceAt(DateTime receivedAt, AgreementTerms? terms = null) => new(policies.At<SlaPolicy>(receivedAt), company.CalendarAt(receivedAt), terms);

    public OrderRules KeptBy(ServiceOrder order) => Kept(order.PolicyVersion, order.CalendarVersion) with { Terms = TermsOf(order) };

    /// <summary>The agreement that an order was received under.</summary>
    public AgreementTerms? TermsOf(ServiceOrder order) => order.AgreementTermsId is { } id ? _terms.GetOrAdd(id, Read) : null;

    /// <summary>Read once: the limits and prices of signed terms never change.</summary>
    AgreementTerms Read(long id)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<AgreementTerms>().AsNoTracking().Single(t => t.Id == id);
    }

    /// <summary>Without an agreement's own limits: an order's clocks carry theirs already.</summary>
    public OrderRules Kept(int policyVersion, string calendarVersion) => new(policies.Version<SlaPolicy>(policyVersion), company.Calendar(calendarVersion));
}
