using System.Text.Json.Nodes;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;

namespace AfterSales.IntegrationTests.Host;

/// <summary>Holidays and make-up days from a file.</summary>
public sealed class KeepingTheCalendar(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task a_file_of_days_goes_in_once_bad_rows_are_named_and_other_days_stay()
    {
        await installation.AsAsync(Roles.Administrator);
        var path = installation.Folder.In("calendar.csv");
        await File.WriteAllTextAsync(path, "日期,放假或调休上班,节假日名称\n2031-01-01,holiday,元旦\n2031-01-04,make_up_day,\n2031-01-04,holiday,\nNew Year,holiday,\n2031-01-05,party,\n");
        var before = Calendar.Exceptions.Count();
        (await CountsAsync(path)).ShouldBe((2, 0, 0, 3, "4 day, 5 day, 6 day_kind"));
        (Calendar.IsWorkingDay(new DateOnly(2031, 1, 1)), Calendar.IsWorkingDay(new DateOnly(2031, 1, 4)), Calendar.HasDataFor(2031), Calendar.Exceptions.Count()).ShouldBe((false, true, true, before + 2)); // a Wednesday off, a Saturday worked
        var version = Calendar.Version;
        (await CountsAsync(path)).ShouldBe((0, 0, 2, 3, "4 day, 5 day, 6 day_kind"));
        Calendar.Version.ShouldBe(version, "nothing changed, so no new version");
    }

    AfterSales.Kernel.Clocks.WorkingCalendar Calendar => ((ICompany)installation.Services.GetService(typeof(ICompany))!).CalendarAt(installation.Now);

    async Task<(int, int, int, int, string)> CountsAsync(string path)
    {
        var json = JsonNode.Parse((await installation.RunAsync(["import", "calendar", path, "--json"])).Out)!;
        return ((int)json["accepted"]!, (int)json["updated"]!, (int)json["unchanged"]!, (int)json["rejected"]!, string.Join(", ", json["rejects"]!.AsArray().Select(r => $"{r!["line"]} {r["column"]}")));
    }
}
