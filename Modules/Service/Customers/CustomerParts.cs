using AfterSales.Kernel;
using AfterSales.Kernel.Text;

namespace AfterSales.Service.Customers;

/// <summary>A number under which a customer is reached.</summary>
internal sealed class CustomerPhone
{
    public long Id { get; private set; }
    public long CustomerId { get; private set; }
    /// <summary>Digits only, with a leading + for numbers outside China.</summary>
    public string Number { get; private init; } = "";
    /// <summary>The same from the last digit on: people remember the last digits.</summary>
    public string Reversed { get; private set; } = "";
    /// <summary>Whose or for what: "daughter", "shop". Null for the ordinary one.</summary>
    public string? Label { get; internal set; }

    CustomerPhone() { }

    public CustomerPhone(string number, string? label)
    {
        (Number, Label) = (number, label);
        MakeKeys();
    }

    internal void MakeKeys() => Reversed = PhoneNumber.Reversed(Number);
}

/// <summary>Where appliances of a customer stand. Orders copy the address they were taken for, so nothing here changes what an order says.</summary>
internal sealed class CustomerAddress
{
    public long Id { get; private set; }
    public long CustomerId { get; private set; }
    /// <summary>"Home", "shop"; null for the only one.</summary>
    public string? Label { get; private set; }
    /// <summary>Six-digit district code, or the region's own words.</summary>
    public string? Region { get; private set; }
    public string Text { get; private set; } = "";
    /// <summary>What a technician should know: gate code, dog, no lift.</summary>
    public string? Note { get; private set; }
    public bool IsDefault { get; internal set; }
    /// <summary>When the customer moved away; the row stays.</summary>
    public DateTime? EndedAt { get; private set; }
    public bool IsCurrent => EndedAt is null;

    CustomerAddress() { }

    public CustomerAddress(string? label, string? region, string text, string? note, bool isDefault, DateTime? endedAt = null) =>
        (Label, Region, Text, Note, IsDefault, EndedAt) = (label, region, text, note, isDefault, endedAt);

    internal void Write(AddressText text) => (Label, Region, Text, Note) = (text.Label, text.Region, text.Text!, text.Note);

    internal void End(DateTime now) => (EndedAt, IsDefault) = (now, false);
}

/// <summary>An address as somebody typed it.</summary>
internal sealed record AddressText(string? Label, string? Region, string? Text, string? Note)
{
    /// <exception cref="RuleViolation">There is no address in it.</exception>
    public AddressText Check() => new(Label.OrNull(), Region.OrNull(), Text.OrNull() ?? throw new RuleViolation("Customers.AddressMissing") { Field = "Input.Text" }, Note.OrNull());
}

/// <summary>A part of a name by which the customer is found: everything from the second Chinese character, the third, a second word.</summary>
internal sealed class NameTail
{
    public long Id { get; private set; }
    public long CustomerId { get; private set; }
    /// <summary>In lower case.</summary>
    public required string Text { get; init; }
}
