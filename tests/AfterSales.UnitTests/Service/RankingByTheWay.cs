using AfterSales.Kernel.Text;
using AfterSales.Service.Dispatch;

namespace AfterSales.UnitTests.Service;

/// <summary>How far a candidate comes from the visit before: kilometres only where both positions are known, else what the division codes tell.</summary>
public sealed class RankingByTheWay
{
    [Theory]
    [InlineData(30, 120, 31, 120, 111.195)] // one degree of a meridian: 6371.0088 km x pi / 180
    [InlineData(0, 120, 0, 121, 111.195)] // one degree of the equator
    [InlineData(60, 120, 60, 121, 55.598)] // at 60 degrees the parallel is half as long; the straight way is a little shorter still
    [InlineData(39.9042, 116.4074, 31.2304, 121.4737, 1067)] // Beijing to Shanghai, as tables of distances give it
    [InlineData(0, 0, 0, 180, 20015.1)] // half of the earth's circumference
    [InlineData(30.25, 120.16, 30.25, 120.16, 0)]
    public void kilometres_are_those_of_the_straight_line_over_the_ground(double latitude, double longitude, double otherLatitude, double otherLongitude, double km) =>
        new Position(latitude, longitude).KmTo(new Position(otherLatitude, otherLongitude)).ShouldBe(km, Math.Max(0.01, km * 0.001));

    [Theory]
    [InlineData("330106", "330106", "SameDistrict")]
    [InlineData("330106", "330182", "SameCity")] // West Lake and Jiande both belong to Hangzhou
    [InlineData("330106", "330203", "SameProvince")]
    [InlineData("330106", "310104", "OtherProvince")]
    [InlineData("110101", "110119", "SameCity")]
    [InlineData("500103", "500229", "SameCity")] // districts (5001) and counties (5002) of Chongqing are one municipality
    [InlineData("429004", "429005", "SameProvince")] // counties directly under Hubei: 4290 is no city
    [InlineData("330100", "330100", "SameCity")] // the city alone is known: no word about districts
    [InlineData("330000", "330106", "SameProvince")]
    public void without_positions_the_division_codes_speak(string from, string to, string reach) =>
        Way.Between(new Place(from, null), new Place(to, null))!.Key.ShouldBe("Technicians.Way." + reach);

    [Theory]
    [InlineData(null, "330106")]
    [InlineData("330106", null)]
    [InlineData("滨江", "滨江")] // own words are no division
    [InlineData("339999", "339999")]
    public void what_is_not_known_is_not_said(string? from, string? to) => Way.Between(new Place(from, new Position(30, 120)), new Place(to, null)).ShouldBeNull();

    [Fact]
    public void positions_are_believed_before_codes_and_short_ways_are_told_without_a_number()
    {
        var home = new Place("330106", new Position(30.25, 120.16));
        Said("330182", 30.27).ShouldBe(("Technicians.Way.Km", 2)); // 0.02 degrees of a meridian: 2.22 km
        Said("330106", 30.253).ShouldBe(("Technicians.Way.Near", 0)); // 0.33 km

        (string, int?) Said(string region, double latitude)
        {
            var way = Way.Between(new Place(region, new Position(latitude, 120.16)), home)!;
            return (way.Key, way.Km);
        }
    }

    [Fact]
    public void nearer_goes_before_farther_and_unknown_last()
    {
        var policy = new DispatchPolicy { SameDistrictKm = 8, SameCityKm = 25, SameProvinceKm = 150 };
        new Way?[] { null, new(Reach.OtherProvince, null), new(Reach.SameProvince, null), new(Reach.SameCity, 30), new(Reach.SameCity, null), new(Reach.SameDistrict, null), new(Reach.SameCity, 3) }
            .OrderBy(w => w is null).ThenBy(w => w?.Far(policy)).Select(w => w?.Far(policy)).ShouldBe([3, 8, 25, 30, 150, int.MaxValue, null]);
    }

    [Fact]
    public void a_county_directly_under_its_province_is_a_city_of_its_own() => (Regions.CityOf("429004"), Regions.CityOf("330182"), Regions.CityOf("310104"), Regions.CityOf("330000")).ShouldBe(("429004", "3301", "31", null));
}
