using AfterSales.Kernel.Persons;
using AfterSales.Service.Customers;

namespace AfterSales.UnitTests.Kernel;

/// <summary>Persons as lists show them (personal data are masked by default: PIPL, articles 6 and 51).</summary>
public sealed class MaskingPersons
{
    [Theory]
    [InlineData("张伟", "张*")]
    [InlineData("欧阳娜娜", "欧*")]
    [InlineData("𠮷田", "𠮷*")] // a letter of two UTF-16 units stays whole
    [InlineData("Rossi", "R*")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void leaves_the_first_letter_of_a_name(string? name, string shown) => PersonalData.Name(name).ShouldBe(shown);

    [Theory]
    [InlineData("13812341234", "138****1234")]
    [InlineData("+8613812341234", "+86****1234")]
    [InlineData("057188881234", "057****1234")]
    [InlineData("3331234567", "****4567")]
    [InlineData("88881234", "****1234")]
    [InlineData("12315", "*****")]
    [InlineData(null, "")]
    public void leaves_the_ends_of_a_phone(string? number, string shown) => PersonalData.Phone(number).ShouldBe(shown);

    [Fact]
    public void hides_at_least_four_digits_of_every_phone_that_rings_somebody()
    {
        for (var length = 4; length < 21; length++)
        {
            var number = string.Concat(Enumerable.Range(0, length).Select(i => (char)('0' + i % 10)));
            PersonalData.Phone(number).Count(char.IsAsciiDigit).ShouldBeLessThanOrEqualTo(length - 4, number);
        }
    }

    [Theory]
    [InlineData("zhang.wei@example.com", "z***@example.com")]
    [InlineData("@example.com", "@***")]
    [InlineData("😀@example.com", "😀***@example.com")]
    [InlineData("somebody", "s***")]
    [InlineData(null, "")]
    public void leaves_the_post_office_of_an_email(string? address, string shown) => PersonalData.Email(address).ShouldBe(shown);

    [Theory]
    [InlineData("文一路12号3幢1单元501室", "文一路*号*幢*单元*室")]
    [InlineData("文一路１２号", "文一路*号")] // full-width digits are digits
    [InlineData("Via Roma 3", "Via Roma *")]
    [InlineData(null, null)]
    public void leaves_the_street_of_an_address(string? address, string? shown) => MaskedAddress.Of(address).ShouldBe(shown);
}
