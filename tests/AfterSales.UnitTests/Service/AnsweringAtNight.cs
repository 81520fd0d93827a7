using AfterSales.Service.Requests;
using static AfterSales.UnitTests.Kernel.Times;

namespace AfterSales.UnitTests.Service;

/// <summary>Clause 1.5: requests are taken around the clock; which of them came outside the hours of the desk. Days by the official calendar of 2025.</summary>
public class AnsweringAtNight
{
    [Theory]
    [InlineData("2025-11-12 08:00", false)] // a Wednesday
    [InlineData("2025-11-12 07:59", true)]
    [InlineData("2025-11-12 17:59", false)]
    [InlineData("2025-11-12 18:00", true)]
    [InlineData("2025-11-15 10:00", true)] // a Saturday
    [InlineData("2025-10-01 10:00", true)] // National Day
    [InlineData("2025-09-28 10:00", false)] // a Sunday worked to make up
    public void off_hours_are_those_outside_the_desk_and_off_days(string received, bool off) => new SlaPolicy().IsOffHours(At(received), China).ShouldBe(off);
}
