using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Text;

namespace AfterSales.Service.Customers;

/// <summary>
/// Somebody who owns an appliance. A phone may belong to several customers, and a customer may have several phones and addresses. Two records of
/// one person are merged (<see cref="CustomerMerge"/>): the absorbed one stays, empty and out of sight, until the merge is undone.
/// </summary>
internal sealed class Customer : Aggregate
{
    /// <summary>Raise when <see cref="Pinyin"/> or <see cref="DuplicateKey"/> give other keys: stored customers are then worked through again.</summary>
    public const int KeysNow = 1;

    public Guid PublicId { get; private init; }
    public string Name { get; private set; } = "";
    /// <summary>The default address, kept here for lists; all of them are <see cref="Addresses"/>.</summary>
    public string? Address { get; private set; }
    public string? Region { get; private set; }
    public DateTime CreatedAt { get; private init; }
    /// <summary>When the customer agreed to be contacted about service; null: never asked.</summary>
    public DateTime? ConsentAt { get; private set; }
    /// <summary>How the consent was given, e.g. by phone or on a form.</summary>
    public string? ConsentHow { get; private set; }
    /// <summary>When the customer took the consent back; until asked again nobody is contacted but about an open order.</summary>
    public DateTime? ConsentEndedAt { get; private set; }
    /// <summary>The record that this one was merged into; null for a record of its own.</summary>
    public long? MergedIntoId { get; private set; }

    /// <summary>How the name is typed in pinyin, and its initials.</summary>
    public string NamePinyin { get; private set; } = "";
    public string NameInitials { get; private set; } = "";
    /// <summary>Records with the same key may be one person; null without an address.</summary>
    public string? NearKey { get; private set; }
    /// <summary>Which <see cref="KeysNow"/> made the keys; 0 for records older than keys.</summary>
    public int KeyVersion { get; private set; }

    public List<CustomerPhone> Phones { get; } = [];
    public List<CustomerAddress> Addresses { get; } = [];
    public List<NameTail> NameTails { get; } = [];

    Customer() { }

    /// <param name="publicId">Given where the same customer is to have the same id again; otherwise a new one.</param>
    public static Customer Register(string name, string? phone, string? address, string? region, DateTime now, Guid? publicId = null)
    {
        var customer = new Customer { PublicId = publicId ?? Kernel.PublicId.New(now), CreatedAt = now };
        if (PhoneNumber.Normalise(phone) is { } number) customer.Phones.Add(new CustomerPhone(number, null));
        (customer.Address, customer.Region) = (address.OrNull(), region.OrNull());
        if (customer.Address is { } text) customer.Addresses.Add(new CustomerAddress(null, customer.Region, text, null, isDefault: true));
        customer.Call(name);
        customer.Acted();
        return customer;
    }

    public bool HasConsent => ConsentAt is not null && ConsentEndedAt is null;

    public void Rename(string name)
    {
        Call(name);
        Acted();
    }

    void Call(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleViolation("Customers.NameMissing") { Field = "Input.Name" };
        Name = name.Trim();
        MakeKeys();
    }

    /// <summary>Makes anew what the customer is found by.</summary>
    public void MakeKeys()
    {
        (NamePinyin, NameInitials, KeyVersion) = (Pinyin.Full(Name), Pinyin.Initials(Name), KeysNow);
        NearKey = MergedIntoId is null && Address is not null ? DuplicateKey.Of(NamePinyin, Address) : null;
        var tails = Pinyin.Tails(Name);
        if (!NameTails.Select(t => t.Text).SequenceEqual(tails))
        {
            NameTails.Clear();
            NameTails.AddRange(tails.Select(t => new NameTail { Text = t }));
        }
        foreach (var phone in Phones) phone.MakeKeys();
    }

    public CustomerPhone AddPhone(string? typed, string? label)
    {
        if (!PhoneNumber.IsPlausible(typed)) throw new RuleViolation("Customers.BadPhone", typed) { Field = "Input.Number" };
        var number = PhoneNumber.Normalise(typed)!;
        if (Phones.Any(p => p.Number == number)) throw new RuleViolation("Customers.PhoneTwice", PersonalData.Phone(number)) { Field = "Input.Number" };
        var phone = new CustomerPhone(number, label.OrNull());
        Phones.Add(phone);
        Acted();
        return phone;
    }

    public void LabelPhone(long phoneId, string? label)
    {
        PhoneOf(phoneId).Label = label.OrNull();
        Acted();
    }

    public void RemovePhone(long phoneId)
    {
        var phone = PhoneOf(phoneId);
        if (Phones.Count == 1) throw new RuleViolation("Customers.LastPhone");
        Phones.Remove(phone);
        Acted();
    }

    CustomerPhone PhoneOf(long id) => Phones.Find(p => p.Id == id) ?? throw new RuleViolation("Customers.PhoneGone");

    public CustomerAddress AddAddress(AddressText text, bool makeDefault)
    {
        var address = text.Check();
        if (Addresses.Any(a => a.IsCurrent && a.Text == address.Text)) throw new RuleViolation("Customers.AddressTwice") { Field = "Input.Text" };
        var added = new CustomerAddress(address.Label, address.Region, address.Text!, address.Note, isDefault: false);
        Addresses.Add(added);
        if (makeDefault || !Addresses.Any(a => a.IsDefault)) BeDefault(added);
        Acted();
        return added;
    }

    /// <summary>Corrects how an address is written. Orders keep the address as it was; somebody who moved ends the old one and adds the new one.</summary>
    public void CorrectAddress(long addressId, AddressText text)
    {
        var address = CurrentAddress(addressId);
        address.Write(text.Check());
        if (address.IsDefault) BeDefault(address);
        Acted();
    }

    public void MakeDefault(long addressId)
    {
        BeDefault(CurrentAddress(addressId));
        Acted();
    }

    /// <summary>The customer does not live there any more. The address stays on record; if it was the default, the newest other one becomes it.</summary>
    public void EndAddress(long addressId, DateTime now)
    {
        CurrentAddress(addressId).End(now);
        BeDefault(Addresses.Find(a => a.IsDefault && a.IsCurrent) ?? Addresses.LastOrDefault(a => a.IsCurrent));
        Acted();
    }

    CustomerAddress CurrentAddress(long id) => Addresses.Find(a => a.Id == id && a.IsCurrent) ?? throw new RuleViolation("Customers.AddressGone");

    void BeDefault(CustomerAddress? address)
    {
        foreach (var each in Addresses) each.IsDefault = each == address;
        (Address, Region) = (address?.Text, address?.Region);
        MakeKeys();
    }

    /// <param name="at">When the customer agreed: now, or the day on a form.</param>
    public void GiveConsent(DateTime at, string? how, DateTime now)
    {
        if (at > now) throw new RuleViolation("Customers.Consent.Future") { Field = "Input.At" };
        if (string.IsNullOrWhiteSpace(how)) throw new RuleViolation("Customers.Consent.HowMissing") { Field = "Input.How" };
        (ConsentAt, ConsentHow, ConsentEndedAt) = (at, how.Trim(), null);
        Acted();
    }

    public void WithdrawConsent(DateTime now)
    {
        if (!HasConsent) throw new RuleViolation("Customers.Consent.NotGiven");
        ConsentEndedAt = now;
        Acted();
    }

    /// <summary>Takes the absorbed record's phones and addresses and, where it was chosen, its name, default address and consent.</summary>
    internal void Absorb(Customer other, MergeChoice choice)
    {
        var chosen = choice.Address == MergeSide.Absorbed ? other.Addresses.Find(a => a.IsDefault)?.Text : Addresses.Find(a => a.IsDefault)?.Text ?? other.Addresses.Find(a => a.IsDefault)?.Text;
        foreach (var phone in other.Phones.Where(p => Phones.All(own => own.Number != p.Number)).ToList()) Phones.Add(phone);
        foreach (var address in other.Addresses.Where(a => Addresses.All(own => own.Text != a.Text || own.IsCurrent != a.IsCurrent)).ToList()) Addresses.Add(address);
        other.Phones.Clear();
        other.Addresses.Clear();
        if (choice.Consent == MergeSide.Absorbed) (ConsentAt, ConsentHow, ConsentEndedAt) = (other.ConsentAt, other.ConsentHow, other.ConsentEndedAt);
        if (choice.Name == MergeSide.Absorbed) Call(other.Name);
        BeDefault(Addresses.Find(a => a.IsCurrent && a.Text == chosen));
        other.MergedIntoId = Id;
        other.MakeKeys();
        other.Acted();
        Acted();
    }

    /// <summary>Puts the record back as a merge had found it, as far as <paramref name="state"/> says.</summary>
    internal void Restore(CustomerState state, bool name, bool consent)
    {
        if (name) Call(state.Name);
        if (consent) (ConsentAt, ConsentHow, ConsentEndedAt) = (state.ConsentAt, state.ConsentHow, state.ConsentEndedAt);
        MergedIntoId = null;
        Acted();
    }

    /// <summary>After phones and addresses were put back: the default that the record had, if it still has it.</summary>
    internal void RestoreDefault(string? text) => BeDefault(Addresses.Find(a => a.IsCurrent && a.Text == text) ?? Addresses.Find(a => a.IsCurrent));
}
