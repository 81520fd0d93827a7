using System.Data.Common;
using AfterSales.Kernel.Text;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Kernel.Clocks;

namespace AfterSales.Reporting.Warehouse;

/// <summary>Tables of the warehouse. Facts have no primary key: rows are replaced by key from staging, and uniqueness is reconciled against the feed.</summary>
internal static class StarSchema
{
    /// <summary>Raise it when rows mean something else in the same columns.</summary>
    const string Meaning = "1";

    /// <summary>Days that the calendar dimension holds.</summary>
    static readonly DateOnly FirstDay = new(2000, 1, 1), LastDay = new(2050, 12, 31);

    public static IReadOnlyList<IFactTable> Facts { get; } =
    [
        OrderFacts.Table,
        VisitFacts.Table, VisitFacts.Stamps,
        MaintenanceFacts.Table,
        FeedbackFacts.Surveys, FeedbackFacts.InvitedOrders, FeedbackFacts.CallBacks, FeedbackFacts.Complaints, FeedbackFacts.Mentions, FeedbackFacts.Promises, FeedbackFacts.Analyses,
        DocumentFacts.Records, DocumentFacts.Loans, DocumentFacts.OrderFiles, DocumentFacts.Agreements, DocumentFacts.Ends, DocumentFacts.Changes, DocumentFacts.DisputeSteps, DocumentFacts.TerminationItems, DocumentFacts.GroundMonths,
        RiskFacts.Ratings, RiskFacts.Months, RiskFacts.Reviews, RiskFacts.Events, RiskFacts.ControlTests, RiskFacts.Checks, RiskFacts.Actions,
        TrainingFacts.Participants, TrainingFacts.Plan, TrainingFacts.Sessions, TrainingFacts.Assessments, TrainingFacts.Rewards,
        PeopleFacts.Places, PeopleFacts.Leaders, PeopleFacts.Areas, PeopleFacts.Posts, PeopleFacts.Certificates, PeopleFacts.Suspensions,
        MonitoringFacts.Signals, MonitoringFacts.Clauses, MonitoringFacts.Living, MonitoringFacts.Jobs, MonitoringFacts.Backups,
        MoneyFacts.Accounts, MoneyFacts.Payments, MoneyFacts.Refunds, MoneyFacts.FeeLines, MoneyFacts.PriceNotices,
    ];

    /// <summary>Its tables with rows that somebody may count.</summary>
    public static IReadOnlyList<string> Tables { get; } = [.. Dimension.All.Select(d => d.Table).Concat(Facts.Select(f => f.Name)).Concat(["dim_date", "feed_state", "load_run"]).Order(StringComparer.Ordinal)];

    /// <summary>Follows every table: a file of another version is rebuilt by the next load.</summary>
    public static string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Meaning + string.Join(';', Create()))))[..16];

    public static IEnumerable<string> Create() =>
    [
        "CREATE TABLE meta (name VARCHAR, value VARCHAR)",
        "CREATE TABLE dim_date (day DATE, year INTEGER, quarter INTEGER, month INTEGER, iso_year INTEGER, iso_week INTEGER, working_day BOOLEAN, holiday BOOLEAN, make_up_day BOOLEAN, calendar_known BOOLEAN)",
        .. Dimension.All.Select(d => d.Create()),
        .. Facts.Select(f => f.Create()),
        // Backlog, a snapshot for every day: orders that had come by its end and were neither completed nor cancelled. A view, so late corrections reach every day.
        """
        CREATE VIEW fact_backlog AS SELECT d.day, d.working_day, f.key, f.number, f.contract_id, f.product_id, f.region_id, f.fault_id, f.technician_id, f.team_id, f.channel_id, f.received_day, CAST(d.day - f.received_day AS integer) AS age_days
        FROM dim_date d JOIN fact_order f ON f.received_day <= d.day AND (f.completed_day IS NULL OR f.completed_day > d.day) AND (f.cancelled_day IS NULL OR f.cancelled_day > d.day)
        """,
        // Where each feed stands, written in the transaction that changes its facts.
        "CREATE TABLE feed_state (feed VARCHAR PRIMARY KEY, watermark BIGINT, as_of TIMESTAMP)",
        // Ledger: one row per load and feed. A load is one run; its number never comes again, rebuilt or not.
        "CREATE TABLE load_run (run BIGINT, kind VARCHAR, feed VARCHAR, watermark BIGINT, changed BIGINT, held BIGINT, finished_at TIMESTAMP, ms BIGINT, reconciled BOOLEAN)",
    ];

    /// <summary>Fills what does not come from feeds: calendar, regions, unknown members. The version is written last: a file without it was never finished.</summary>
    public static void Fill(DbConnection connection, WorkingCalendar calendar)
    {
        foreach (var dimension in Dimension.All)
            connection.Execute($"INSERT INTO {dimension.Table} ({dimension.Key}, {string.Join(", ", dimension.Naming)}) VALUES (0, {string.Join(", ", dimension.Naming.Select(_ => $"'{Dimension.Unknown}'"))})");
        FillDays(connection, calendar);
        FillRegions(connection);
        FillClauses(connection);
        connection.Execute("INSERT INTO meta VALUES ('schema_version', $1)", Version);
    }

    static void FillDays(DbConnection connection, WorkingCalendar calendar)
    {
        using var days = connection.Append("dim_date");
        for (var day = FirstDay; day <= LastDay; day = day.AddDays(1))
        {
            var date = day.ToDateTime(TimeOnly.MinValue);
            var exception = calendar.ExceptionOn(day)?.Kind;
            days.Add(day).Add(day.Year).Add((day.Month + 2) / 3).Add(day.Month)
                .Add(System.Globalization.ISOWeek.GetYear(date)).Add(System.Globalization.ISOWeek.GetWeekOfYear(date))
                .Add(calendar.IsWorkingDay(day)).Add(exception == CalendarExceptionKind.Holiday).Add(exception == CalendarExceptionKind.MakeUpDay)
                .Add(calendar.HasDataFor(day.Year)).EndRow();
        }
        days.Complete();
    }

    static void FillClauses(DbConnection connection)
    {
        using var clauses = connection.Append(Dimension.Clause.Table);
        foreach (var (i, clause) in Scorecard.Clause.All.Index()) clauses.Add(i + 1).Add(clause.Number).Add(clause.Chapter).EndRow();
        clauses.Complete();
    }

    static void FillRegions(DbConnection connection)
    {
        using var regions = connection.Append(Dimension.Region.Table);
        var id = 1;
        foreach (var region in Regions.Shipped)
            regions.Add(id++).Add(region.Code).Add(region.District).Add(region.City).Add(region.Province).EndRow();
        regions.Complete();
    }
}
