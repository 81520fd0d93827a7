using AfterSales.IntegrationTests.Fixtures;

namespace AfterSales.IntegrationTests.Service;

/// <summary>Times are ISO 8601: with an offset, with Z, or without either in the company's zone.</summary>
public sealed class TimesInAnImport(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task mean_the_same_instant_with_offset_with_Z_and_in_the_company_zone()
    {
        var file = Path.Combine(installation.Folder.Root, "times.csv");
        await File.WriteAllTextAsync(file, "order_no,received_at\nA-1,2026-03-02T08:10:00+08:00\nA-2,2026-03-02T00:10:00Z\nA-3,2026-03-02T08:10:00\n");
        (await installation.RunAsync(["import", "orders", file, "--json"])).ShouldSucceed().Json.GetProperty("accepted").GetInt32().ShouldBe(3);
        foreach (var number in new[] { "A-1", "A-2", "A-3" })
        {
            var clock = (await installation.RunAsync(["order", "explain", number, "--json"])).ShouldSucceed().Json.GetProperty("clocks").EnumerateArray().Single(c => c.GetProperty("clock").GetString() == "handling"); // no response column: it runs from receipt, 24 hours
            DateTimeOffset.Parse(clock.GetProperty("due").GetString()!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(new DateTimeOffset(2026, 3, 3, 0, 10, 0, TimeSpan.Zero), number);
        }
    }
}
