using System.Text.Json;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;

namespace AfterSales.Service.Customers;

internal enum MergeSide { Survivor, Absorbed }

/// <summary>Whose name, default address and consent the remaining record bears.</summary>
internal sealed record MergeChoice(MergeSide Name, MergeSide Address, MergeSide Consent);

/// <summary>
/// Two records of one person made one: who, when, and everything that is needed to put both back as they were. Phones and addresses that both
/// had are kept once; the absorbed record's own copies are in <see cref="State"/>.
/// </summary>
internal sealed class CustomerMerge : Aggregate
{
    public Guid PublicId { get; private init; }
    public long SurvivorId { get; private init; }
    public long AbsorbedId { get; private init; }
    public DateTime At { get; private init; }
    public string ById { get; private init; } = "";
    public string ByName { get; private init; } = "";
    /// <summary>The <see cref="MergeState"/> as JSON.</summary>
    public string State { get; private set; } = "";
    public DateTime? UndoneAt { get; private set; }
    public string? UndoneByName { get; private set; }

    CustomerMerge() { }

    public MergeState Read() => JsonSerializer.Deserialize<MergeState>(State)!;

    /// <summary>Merges. All that belongs to the absorbed record must be given.</summary>
    /// <param name="publicId">Given where the same merge is to have the same id again; otherwise a new one.</param>
    public static CustomerMerge Of(Customer survivor, Customer absorbed, MergeChoice choice, Belongings moved, long lastOrderId, long lastApplianceId, Actor who, DateTime now, Guid? publicId = null)
    {
        if (survivor.Id == absorbed.Id) throw new RuleViolation("Customers.Merge.Same");
        if (survivor.MergedIntoId is not null || absorbed.MergedIntoId is not null) throw new RuleViolation("Customers.Merge.Gone");
        var (before, other) = (CustomerState.Of(survivor), CustomerState.Of(absorbed));
        survivor.Absorb(absorbed, choice);
        foreach (var order in moved.Orders) order.BelongTo(survivor.Id);
        foreach (var appliance in moved.Appliances) appliance.BelongTo(survivor.Id);
        var merge = new CustomerMerge { PublicId = publicId ?? Kernel.PublicId.New(now), SurvivorId = survivor.Id, AbsorbedId = absorbed.Id, At = now, ById = who.Id, ByName = who.Name };
        merge.State = JsonSerializer.Serialize(new MergeState(before, other, CustomerState.Of(survivor), [.. moved.Orders.Select(o => o.Id)], [.. moved.Appliances.Select(a => a.Id)], lastOrderId, lastApplianceId));
        merge.Acted();
        return merge;
    }

    /// <summary>Puts both records back. What came to the remaining record since stays with it, and so does what was changed on it since.</summary>
    /// <param name="moved">Of the orders and appliances that had moved, those that still belong to the remaining record.</param>
    /// <param name="hasLater">The remaining record absorbed a further one after this.</param>
    public void Undo(Customer survivor, Customer absorbed, Belongings moved, bool hasLater, Actor who, DateTime now)
    {
        if (UndoneAt is not null) throw new RuleViolation("Customers.Undo.Already", UndoneByName);
        if (survivor.MergedIntoId is not null) throw new RuleViolation("Customers.Undo.SurvivorMerged");
        if (hasLater) throw new RuleViolation("Customers.Undo.LaterFirst");
        var state = Read();
        GiveBackPhones(state, survivor, absorbed);
        GiveBackAddresses(state, survivor, absorbed);
        survivor.Restore(state.Survivor, survivor.Name == state.After.Name, (survivor.ConsentAt, survivor.ConsentHow, survivor.ConsentEndedAt) == (state.After.ConsentAt, state.After.ConsentHow, state.After.ConsentEndedAt));
        survivor.RestoreDefault(survivor.Address == state.After.DefaultAddress ? state.Survivor.DefaultAddress : survivor.Address);
        absorbed.Restore(state.Absorbed, name: true, consent: true);
        absorbed.RestoreDefault(state.Absorbed.DefaultAddress);
        foreach (var order in moved.Orders) order.BelongTo(absorbed.Id);
        foreach (var appliance in moved.Appliances) appliance.BelongTo(absorbed.Id);
        (UndoneAt, UndoneByName) = (now, who.Name);
        Acted();
    }

    static void GiveBackPhones(MergeState state, Customer survivor, Customer absorbed)
    {
        foreach (var phone in state.Absorbed.Phones)
        {
            var there = survivor.Phones.Find(p => p.Id == phone.Id);
            if (there is not null) survivor.Phones.Remove(there);
            there ??= new CustomerPhone(phone.Number, phone.Label);
            there.Label = phone.Label;
            absorbed.Phones.Add(there);
        }
    }

    static void GiveBackAddresses(MergeState state, Customer survivor, Customer absorbed)
    {
        foreach (var address in state.Absorbed.Addresses)
        {
            var there = survivor.Addresses.Find(a => a.Id == address.Id);
            if (there is not null) survivor.Addresses.Remove(there);
            there ??= new CustomerAddress(address.Label, address.Region, address.Text, address.Note, false, address.EndedAt);
            absorbed.Addresses.Add(there);
        }
    }
}

/// <summary>What belongs to a customer besides phones and addresses.</summary>
internal sealed record Belongings(IReadOnlyList<ServiceOrder> Orders, IReadOnlyList<Appliance> Appliances);

/// <summary>Both records before the merge, the remaining one after it, and what moved.</summary>
/// <param name="LastOrderId">Higher ids came later.</param>
internal sealed record MergeState(CustomerState Survivor, CustomerState Absorbed, CustomerState After, long[] Orders, long[] Appliances, long LastOrderId, long LastApplianceId);

internal sealed record CustomerState(string Name, string? DefaultAddress, DateTime? ConsentAt, string? ConsentHow, DateTime? ConsentEndedAt, PhoneState[] Phones, AddressState[] Addresses)
{
    public static CustomerState Of(Customer customer) => new(customer.Name, customer.Address, customer.ConsentAt, customer.ConsentHow, customer.ConsentEndedAt,
        [.. customer.Phones.Select(p => new PhoneState(p.Id, p.Number, p.Label))],
        [.. customer.Addresses.Select(a => new AddressState(a.Id, a.Label, a.Region, a.Text, a.Note, a.EndedAt))]);
}

internal sealed record PhoneState(long Id, string Number, string? Label);

internal sealed record AddressState(long Id, string? Label, string? Region, string Text, string? Note, DateTime? EndedAt);

/// <summary>Somebody looked at two records and found two people: they are not proposed again.</summary>
internal sealed class DuplicateDismissal
{
    /// <summary>The lower id of the two.</summary>
    public required long FirstId { get; init; }
    public required long SecondId { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }
}
