using AfterSales.Kernel;
using AfterSales.Service.Customers;

namespace AfterSales.UnitTests.Service;

/// <summary>Addresses that end and stay, phones, consent, and which records are proposed as one person.</summary>
public class ACustomersRecord
{
    static readonly DateTime Now = new(2026, 3, 11, 1, 0, 0, DateTimeKind.Utc);

    static Customer Someone(string name = "张伟", string? phone = "13800138000", string? address = "文一路1号") => Customer.Register(name, phone, address, "330106", Now);
    static void Refused(string key, Action act) => Should.Throw<RuleViolation>(act).Key.ShouldBe(key);

    [Fact]
    public void keeps_a_left_address_and_takes_the_next_as_default()
    {
        var customer = Someone();
        var next = customer.AddAddress(new AddressText("店铺", "330105", "文二路2号", "有狗"), makeDefault: false);
        customer.Address.ShouldBe("文一路1号");
        Give(customer.Addresses[0], 1);
        Give(next, 2);
        customer.EndAddress(1, Now);
        customer.Addresses.Count.ShouldBe(2);
        customer.Addresses[0].EndedAt.ShouldBe(Now);
        (customer.Address, customer.Region).ShouldBe(("文二路2号", "330105"));
        Refused("Customers.AddressGone", () => customer.CorrectAddress(1, new AddressText(null, null, "x", null)));
    }

    [Fact]
    public void refuses_what_is_no_phone_and_the_same_phone_twice()
    {
        var customer = Someone();
        Refused("Customers.BadPhone", () => customer.AddPhone("12", null));
        Refused("Customers.PhoneTwice", () => customer.AddPhone("+86 138 0013 8000", "女儿"));
        customer.AddPhone("13900139000", "女儿").Reversed.ShouldBe("00093100931");
        Refused("Customers.PhoneGone", () => customer.RemovePhone(77));
    }

    [Fact]
    public void keeps_when_and_how_consent_was_given()
    {
        var customer = Someone();
        Refused("Customers.Consent.NotGiven", () => customer.WithdrawConsent(Now));
        Refused("Customers.Consent.Future", () => customer.GiveConsent(Now.AddDays(1), "电话", Now));
        customer.GiveConsent(Now, "电话", Now);
        customer.HasConsent.ShouldBeTrue();
        customer.WithdrawConsent(Now.AddDays(1));
        customer.HasConsent.ShouldBeFalse();
        customer.ConsentAt.ShouldBe(Now);
    }

    [Theory]
    [InlineData("张伟", "13800138000", "别处", "SamePhone")]
    [InlineData("张伟", "13911111111", "文一路 1号", "SameNameAndAddress")]
    [InlineData("张玮", "13911111111", "杭州市西湖区文一路1号", "Near")]
    [InlineData("张伟", "13911111111", "文一路1号3幢", "Near")]
    [InlineData("张伟", "13911111111", "文一路188号", "Near")] // two figures differ: a slip of the hand may do that
    [InlineData("张伟", "13911111111", "文一路18号3幢201室", null)]
    [InlineData("李强", "13911111111", "文一路1号", null)]
    [InlineData("张伟", "13911111111", "文二路1号", null)]
    [InlineData("张伟", null, null, null)]
    public void looks_like_another_by_phone_or_by_name_and_address(string name, string? phone, string? address, string? reason) =>
        Resemblance.Of(Someone(), Someone(name, phone, address)).ShouldBe(reason is null ? null : Enum.Parse<LookAlike>(reason));

    [Theory]
    [InlineData("杭州市西湖区文一路1号", "文一路")]
    [InlineData("翠苑小区12幢", "翠苑小区")]
    [InlineData("Via Roma 3", "viaroma")]
    public void is_compared_within_its_street(string address, string street) => DuplicateKey.Street(address).ShouldBe(street);

    /// <summary>Ids come from the database.</summary>
    static void Give(object row, long id) => row.GetType().GetProperty("Id")!.SetValue(row, id);
}
