using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Customers;

/// <summary>Somebody who owns an appliance. A phone may belong to several customers, and a customer may have several phones.</summary>
internal sealed class Customer : Aggregate
{
    public Guid PublicId { get; private init; }
    public string Name { get; private set; } = "";
    public string? Address { get; private set; }
    public string? Region { get; private set; }
    public DateTime CreatedAt { get; private init; }
    /// <summary>When the customer agreed to be contacted about service; null: never asked.</summary>
    public DateTime? ConsentAt { get; private set; }
    public List<CustomerPhone> Phones { get; } = [];

    Customer() { }

    /// <param name="publicId">Given where the same customer is to have the same id again; otherwise a new one.</param>
    public static Customer Register(string name, string? phone, string? address, string? region, DateTime now, Guid? publicId = null)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleViolation("Customers.NameMissing") { Field = "Name" };
        var customer = new Customer { PublicId = publicId ?? Kernel.PublicId.New(now), Name = name.Trim(), Address = address, Region = region, CreatedAt = now };
        if (PhoneNumber.Normalise(phone) is { } number) customer.Phones.Add(new CustomerPhone { Number = number });
        customer.Acted();
        return customer;
    }

    public void Change(string name, IReadOnlyList<string> phones, string? address, string? region)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleViolation("Customers.NameMissing") { Field = "Name" };
        (Name, Address, Region) = (name.Trim(), address, region);
        var numbers = phones.Select(PhoneNumber.Normalise).OfType<string>().Distinct().ToList();
        Phones.RemoveAll(p => !numbers.Contains(p.Number));
        Phones.AddRange(numbers.Where(n => Phones.All(p => p.Number != n)).Select(n => new CustomerPhone { Number = n }));
        Acted();
    }
}

internal sealed class CustomerPhone
{
    public long Id { get; private set; }
    public long CustomerId { get; private set; }
    /// <summary>Digits only, with a leading + for numbers outside China.</summary>
    public required string Number { get; init; }
}

/// <summary>Phone numbers as people type them, brought to one form so that the same phone is found again.</summary>
internal static class PhoneNumber
{
    /// <returns>Digits (China's country code dropped; a + kept for other countries), or null when there is no number in it.</returns>
    public static string? Normalise(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        Span<char> digits = stackalloc char[Math.Min(typed.Length, 40)];
        var n = 0;
        foreach (var c in typed)
        {
            var d = c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c;
            if (n < digits.Length && (char.IsAsciiDigit(d) || (n == 0 && d is '+' or '＋'))) digits[n++] = d == '＋' ? '+' : d;
        }
        var number = digits[..n].ToString();
        if (number.StartsWith("+86", StringComparison.Ordinal)) number = number[3..];
        else if (number.StartsWith("0086", StringComparison.Ordinal)) number = number[4..];
        else if (number.Length == 13 && number.StartsWith("861", StringComparison.Ordinal)) number = number[2..];
        return number.Length == 0 ? null : number;
    }

    /// <summary>True for a Chinese mobile or fixed-line number, a service number, or an international one with +.</summary>
    public static bool IsPlausible(string? typed) => Normalise(typed) is { } n
        && ((n.Length == 11 && n[0] == '1' && n[1] >= '3') || (n[0] == '0' && n.Length is >= 10 and <= 12) || n.Length is 7 or 8
            || (n[0] == '4' && n.Length == 10) || (n[0] == '+' && n.Length is >= 8 and <= 16));

    /// <summary>For showing: 138****1234.</summary>
    public static string Masked(string? number) => number is null ? "" : number.Length < 8 ? new string('*', number.Length) : $"{number[..3]}****{number[^4..]}";
}

internal sealed class CustomerMap : IEntityTypeConfiguration<Customer>, IEntityTypeConfiguration<CustomerPhone>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("customers");
        builder.HasIndex(c => c.PublicId).IsUnique();
        builder.HasIndex(c => c.Name);
        builder.HasMany(c => c.Phones).WithOne().HasForeignKey(p => p.CustomerId);
    }

    public void Configure(EntityTypeBuilder<CustomerPhone> builder)
    {
        builder.ToTable("customer_phones");
        builder.HasIndex(p => p.Number);
    }
}
