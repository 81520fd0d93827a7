using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Loading;
using AfterSales.Reporting.Scorecard;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Reports;

/// <summary>Who gets the report. The default instance is the standard policy.</summary>
internal sealed record ReportPolicy
{
    public const string Key = "reporting.report";

    /// <summary>Languages in which it is filed.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["zh-CN", "en"];
    /// <summary>Addresses to which word of it is mailed.</summary>
    public IReadOnlyList<string> MailTo { get; init; } = [];
}

/// <summary>
/// On the 1st makes the report of the month that is over (in January that of the year too), files it in Documents in every language, tells the managers
/// and mails a link. Later slots of the day are for the computer that was still off; what is there is not made again.
/// </summary>
internal sealed class MakeReport(ReadReport read, Texts text, IFileStore files, ReadScorecard scorecard, LoadWarehouse load, ReportingDbContext db, IBell bell, ICustomerMessages messages, IPolicies policies, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("reporting.monthly-report", typeof(MakeReport), "0 30 6,9,13,18 1 * ?");
    public static readonly MessageTemplate Template = new("monthly-report", "company", "period", "link");
    const string Html = "text/html";

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        await load.LoadAsync(LoadWarehouse.Silent, ct);
        var day = company.LocalDay(slotUtc);
        var month = new DateOnly(day.Year, day.Month, 1).AddMonths(-1);
        long made = 0;
        foreach (var contract in await scorecard.ContractsAsync(ct))
        {
            if (await IsMissingAsync(ReportSpan.Month, month, contract, ct)) made += (await FileAsync(ReportSpan.Month, month, contract, Actor.System, ct)).Count;
            if (month.Month == 12 && await IsMissingAsync(ReportSpan.Year, new DateOnly(month.Year, 1, 1), contract, ct)) made += (await FileAsync(ReportSpan.Year, new DateOnly(month.Year, 1, 1), contract, Actor.System, ct)).Count;
        }
        return new JobOutcome(made);
    }

    async Task<bool> IsMissingAsync(ReportSpan span, DateOnly from, string contract, CancellationToken ct) => !await db.Set<FiledReport>().AnyAsync(r => r.Span == span && r.From == from && r.Contract == contract, ct);

    /// <summary>Makes and files the report in every language of the policy; made again it is a new version of the same record.</summary>
    public async Task<IReadOnlyList<FiledReport>> FileAsync(ReportSpan span, DateOnly from, string contract, Actor who, CancellationToken ct)
    {
        var data = span == ReportSpan.Month ? await read.MonthAsync(from, contract, ct) : await read.YearAsync(from.Year, contract, ct);
        var policy = policies.At<ReportPolicy>(time.Now()).Value;
        List<FiledReport> filed = [];
        foreach (var language in policy.Languages.Where(l => l is "zh-CN" or "en"))
        {
            var document = InLanguage(language, () => new ReportHtml(text, company).Document(data));
            var kept = await files.Keep(new MemoryStream(Encoding.UTF8.GetBytes(document)), Html, ct);
            var there = await db.Set<FiledReport>().FirstOrDefaultAsync(r => r.Span == span && r.From == from && r.Contract == contract && r.Language == language, ct);
            var report = there ?? new FiledReport { PublicId = KeyOf(span, from, contract, language), Span = span, From = from, Contract = contract, Language = language, MadeAt = data.MadeAt, MadeBy = who.Name, Sha256 = kept.Sha256, FileName = "" };
            (report.MadeAt, report.MadeBy, report.Sha256, report.FileName) = (data.MadeAt, who.Name, kept.Sha256, $"report-{data.Name}-{contract}-{language}.html");
            if (there is null) db.Add(report);
            db.Publish(new RecordToFile(report.PublicId, RecordClasses.QualityReport, Papers.MonthlyReport, Title(data, Texts.Chinese, language), Title(data, Texts.English, language), kept.Sha256, report.FileName, Html, data.MadeAt, []), time.Now());
            filed.Add(report);
        }
        await db.SaveChangesAsync(ct);
        await TellAsync(data, policy, ct);
        return filed;
    }

    string Title(ReportData data, CultureInfo reader, string language) => text.Of(data.Span == ReportSpan.Month ? "Reports.Title.Month" : "Reports.Title.Year", reader, data.Company, data.Name) + (language == "en" ? " (English)" : " (中文)");

    async Task TellAsync(ReportData data, ReportPolicy policy, CancellationToken ct)
    {
        var page = $"/Reporting/Reports/Show?{(data.Span == ReportSpan.Month ? "month" : "year")}={data.Name}&contract={Uri.EscapeDataString(data.Card.Contract)}";
        await bell.RingAsync([Roles.Manager], $"report:{data.Name}:{data.Card.Contract}", "Reports.Bell", [data.Name, data.Card.Count(ClauseState.Kept).ToString(CultureInfo.InvariantCulture), data.Card.Count(ClauseState.Broken).ToString(CultureInfo.InvariantCulture)], page, ct);
        foreach (var address in policy.MailTo)
            await messages.QueueAsync(new CustomerMessage($"report:{data.Name}:{data.Card.Contract}:{address}", Template.Code, null, address, policy.Languages is [var first, ..] ? first : "zh-CN", new Dictionary<string, string>
            {
                ["company"] = data.Company, ["period"] = data.Name, ["link"] = company.PublicUrl is { } url ? new Uri(url, page).ToString() : page,
            }), ct);
    }

    /// <summary>The same record for the same span, contract and language, whoever makes it and however often.</summary>
    static Guid KeyOf(ReportSpan span, DateOnly from, string contract, string language) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"report|{span}|{from:yyyy-MM-dd}|{contract}|{language}")).AsSpan(0, 16));

    internal static T InLanguage<T>(string language, Func<T> make)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = language == "en" ? Texts.English : Texts.Chinese;
        try
        {
            return make();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
