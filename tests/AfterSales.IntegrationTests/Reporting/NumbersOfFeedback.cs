using System.Text.Json;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.Host.Composition;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The indicators of chapters 3, 5 and 12 over the demo company: equal to a count over what customers said, and with a value in its months.</summary>
public sealed class NumbersOfFeedback
{
    static readonly string[] Codes =
    [
        "csat_top2", "nps", "ces", "survey_coverage_rate", "survey_response_rate", "low_score_callback_rate", "review_on_time_rate", "complaint_rate", "complaint_process_rate", "complaint_on_time_rate",
        "complaint_satisfaction", "complaint_reopen_rate", "complaint_action_rate", "brand_index", "promise_kept_rate", "mention_reply_rate",
    ];
    static readonly Lazy<Task<DataFolder>> Loaded = new(async () =>
    {
        var company = await SmallCompany.CopyAsync();
        (await CommandLine.RunAsync(company, SmallCompany.Time, ["warehouse", "rebuild"])).ShouldSucceed();
        return company;
    });

    static async Task<Ran> RunAsync(params string[] args) => await CommandLine.RunAsync(await Loaded.Value, SmallCompany.Time, args);

    /// <summary>Months of the demo that are over, March 2025 to February 2026.</summary>
    static async Task<JsonElement> MonthsAsync(string code) => (await RunAsync("indicator", "show", code, "--from", "2025-03-11", "--to", "2026-02-28", "--by", "month", "--json")).ShouldSucceed().Json;

    static async Task<T> ReadAsync<T>(Func<FeedbackDbContext, Task<T>> read)
    {
        await using var services = AfterSalesHost.BuildServices(await Loaded.Value, SmallCompany.Time);
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<FeedbackDbContext>());
    }

    [Fact]
    public async Task scores_equal_a_count_over_the_answers()
    {
        var (from, to) = (new DateOnly(2025, 3, 11), new DateOnly(2026, 2, 28));
        var answers = await ReadAsync(db => db.Set<Invitation>().AsNoTracking().Where(i => i.Kind == SurveyKind.Service && i.Response != null && i.Response.AnsweredDay >= from && i.Response.AnsweredDay <= to)
            .Select(i => new { i.Response!.AnsweredDay, i.Response.Rating, i.Response.Recommendation, i.Response.Effort, i.Response.Counts }).ToListAsync());
        answers.Count.ShouldBeGreaterThan(50);
        foreach (var (code, value, hit, miss) in new (string, Func<int, int?>, Func<int, bool>, Func<int, bool>)[]
        {
            ("csat_top2", i => answers[i].Rating, r => r is 4 or 5, _ => false), ("ces", i => answers[i].Effort, e => e is 5 or 6 or 7, _ => false), ("nps", i => answers[i].Recommendation, r => r is 9 or 10, r => r <= 6),
        })
        {
            var months = (await MonthsAsync(code)).GetProperty("periods").EnumerateArray().ToList();
            foreach (var month in months)
            {
                var said = Enumerable.Range(0, answers.Count).Where(i => answers[i].AnsweredDay.ToString("yyyy-MM") == month.GetProperty("period").GetString() && value(i) is not null).ToList();
                var counted = said.Where(i => answers[i].Counts).Select(i => value(i)!.Value).ToList();
                month.GetProperty("denominator").GetDouble().ShouldBe(counted.Count, $"{code} {month.GetProperty("period")}");
                month.GetProperty("excluded").GetDouble().ShouldBe(said.Count - counted.Count);
                if (counted.Count == 0) continue;
                var expected = ((double)counted.Count(hit) - counted.Count(miss)) / counted.Count * (code == "nps" ? 100 : 1);
                month.GetProperty("value").GetDouble().ShouldBe(expected, 1e-9, $"{code} {month.GetProperty("period")}");
                var own = code switch { "nps" => Scores.Nps(counted), "ces" => Scores.Ces(counted), _ => Scores.Csat(counted) };
                own.Value!.Value.ShouldBe(expected, 1e-9, "the analysis page says the same");
                (own.Lower <= own.Value + 1e-9 && own.Value <= own.Upper + 1e-9).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task complaints_equal_a_count_over_the_complaints()
    {
        var closed = await ReadAsync(db => db.Set<Complaint>().AsNoTracking().Where(c => c.Stage == ComplaintStage.Closed).ToListAsync());
        var action = (await MonthsAsync("complaint_action_rate")).GetProperty("total");
        var upheld = closed.FindAll(c => c.IsUpheld && c.ClosedDay >= new DateOnly(2025, 3, 11) && c.ClosedDay <= new DateOnly(2026, 2, 28));
        (action.GetProperty("numerator").GetDouble(), action.GetProperty("denominator").GetDouble()).ShouldBe((upheld.Count(c => c.Cause is not null && c.Action is not null), upheld.Count));
        var settled = (await MonthsAsync("complaint_satisfaction")).GetProperty("total");
        var heard = await ReadAsync(db => db.Set<Complaint>().AsNoTracking().Where(c => c.Settled != null && c.SettledDay >= new DateOnly(2025, 3, 11) && c.SettledDay <= new DateOnly(2026, 2, 28)).ToListAsync());
        (settled.GetProperty("numerator").GetDouble(), settled.GetProperty("denominator").GetDouble()).ShouldBe((heard.Count(c => c.Settled == true), heard.Count));
    }

    [Fact]
    public async Task every_indicator_of_the_area_has_values_in_the_demo()
    {
        List<string> empty = [];
        foreach (var code in Codes)
        {
            var show = await MonthsAsync(code);
            var months = show.GetProperty("periods").EnumerateArray().Count(p => p.GetProperty("value").ValueKind == JsonValueKind.Number);
            if (months < 2 || show.GetProperty("total").GetProperty("value").ValueKind != JsonValueKind.Number) empty.Add($"{code}: {months} months"); // of three hundred orders few bring a complaint
        }
        empty.ShouldBeEmpty();
    }

    /// <summary>The company as <c>demo</c> makes it without further words, with all its 5,000 orders in <c>make test-full</c>; a tenth of them are too few for each month to have each thing.</summary>
    [Fact]
    public async Task in_the_demo_of_two_years_each_month_has_a_value_where_one_is_possible()
    {
        var full = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1";
        var company = await (full ? TwoYearsAsync() : Loaded.Value);
        var (from, to) = full ? ("2024-04-01", "2026-02-28") : ("2025-04-01", "2026-02-28");
        List<string> gaps = [];
        foreach (var code in full ? Codes : ["csat_top2", "nps", "ces", "survey_coverage_rate", "survey_response_rate", "review_on_time_rate", "complaint_rate", "brand_index", "promise_kept_rate"])
            gaps.AddRange((await CommandLine.RunAsync(company, SmallCompany.Time, ["indicator", "show", code, "--from", from, "--to", to, "--by", "month", "--json"])).ShouldSucceed().Json.GetProperty("periods").EnumerateArray()
                .Where(p => p.GetProperty("value").ValueKind != JsonValueKind.Number).Select(p => $"{code} {p.GetProperty("period")}"));
        gaps.ShouldBeEmpty();
    }

    static async Task<DataFolder> TwoYearsAsync()
    {
        var folder = SmallCompany.NewFolder();
        await TestDatabase.PrepareAsync(folder);
        (await CommandLine.RunAsync(folder, SmallCompany.Time, ["demo", "--until", "2026-03-10"])).ShouldSucceed();
        (await CommandLine.RunAsync(folder, SmallCompany.Time, ["warehouse", "rebuild"])).ShouldSucceed();
        return folder;
    }
}
