using System.CommandLine;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Brand;

/// <summary><c>import mentions FILE</c>, and the same from the page: mentions and reviews as platforms export them. A mention that is there already changes nothing.</summary>
internal sealed class ImportMentions(FeedbackDbContext db, IPolicies policies, ICompany company, TimeProvider time, Texts text)
{
    const int Batch = 200;
    static readonly string[] Required = ["platform", "published_at", "text"];

    public static readonly ImportTemplate Template = new("mentions", Required,
    [
        new("platform", "jd", "Import.Template.OneOf", string.Join(' ', Code.All<MentionPlace>())),
        new("published_at", "2025-11-03 09:12", "Import.Template.Time"),
        new("author", "水***蓝", "Import.Template.Text", 80),
        new("text", "师傅很专业，当天修好。", "Import.Template.Text", Mention.LongestText),
        new("stars", "5", "Import.Template.Whole", 1, 5),
        new("link", "https://example.com/review/1", "Import.Template.Text", 500),
        new("model", "JSQ25-13A2", "Import.Template.Text", 60),
        new("region", "320508", "Import.Template.Region"),
        new("tone", "positive", "Import.Template.OneOf", string.Join(' ', Code.All<Tone>())),
        new("needs_reply", "no", "Import.Template.OneOf", string.Join(' ', Code.All<YesNo>())),
        new("replied_at", "", "Import.Template.Time"),
        new("reply", "", "Import.Template.Text", 2000),
    ]);

    public static Command Verb(VerbRunner verbs) => ImportVerb.Of<ImportMentions>(verbs, "mentions", "Public mentions and reviews.", "CSV or XLSX with one mention or review per row.",
        (import, path, map, dryRun, report, ct) => import.RunAsync(path, map, dryRun, Actor.Import, report, ct), _ => Template);

    /// <exception cref="RuleViolation">The table cannot be read, or a column that every row needs is missing.</exception>
    public async Task RunAsync(string path, ImportMap map, bool dryRun, Actor who, ImportReport report, CancellationToken ct)
    {
        using var table = TableFile.Open(path, map.Delimiter, map.Encoding);
        var reader = new RowReader(table.Headers, Template.Codes, _ => false, map, company.Zone, text);
        reader.Require(Required);
        List<Mention> read = [];
        foreach (var row in table.Rows())
        {
            report.Read++;
            reader.Take(row);
            if (MentionOf(reader, who) is { } mention) read.Add(mention);
            else report.Reject([.. reader.Problems]);
            if (read.Count >= Batch) await StoreAsync(read, dryRun, report, ct);
        }
        await StoreAsync(read, dryRun, report, ct);
    }

    Mention? MentionOf(RowReader reader, Actor who)
    {
        var (policy, now) = (policies.At<BrandPolicy>(time.Now()).Value, time.Now());
        foreach (var column in Required.Where(c => reader.Text(c, Mention.LongestText) is null)) reader.Refuse(column, "", "Import.Missing");
        var (place, published, repliedAt) = (PlaceOf(reader), reader.Instant("published_at"), reader.Instant("replied_at"));
        var (tone, needsReply, reply) = (reader.Member<Tone>("tone"), reader.Member<YesNo>("needs_reply"), reader.Text("reply", 2000));
        if (published > now) reader.Refuse("published_at", reader.Text("published_at")!, "Brand.Mention.InFuture");
        if (repliedAt > now || repliedAt < published) reader.Refuse("replied_at", reader.Text("replied_at")!, "Brand.Mention.ReplyBefore");
        if (reply is not null && repliedAt is null) reader.Refuse("replied_at", "", "Import.Missing");
        if (repliedAt is not null && reply is null) reader.Refuse("reply", "", "Brand.Mention.ReplyMissing");
        var stars = reader.Number("stars", 1, 5);
        var link = reader.Text("link", 500);
        if (link is not null && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")) reader.Refuse("link", link, "Brand.Mention.Link");
        var intake = new MentionIntake
        {
            Place = place ?? default, Author = reader.Text("author", 80), Link = link, Text = reader.Text("text", Mention.LongestText) ?? "", Stars = stars, ProductModel = reader.Text("model", 60), Region = reader.Text("region", 60),
            PublishedAt = published ?? now, PublishedDay = company.LocalDay(published ?? now),
        };
        if (reader.Problems.Count > 0) return null;
        var calendar = company.CalendarAt(intake.PublishedAt);
        var mention = Mention.Enter(intake, policy, calendar, now, who);
        if (tone is not null || needsReply is not null) mention.Judge(tone ?? ToneSuggestion.Of(intake.Text, policy).Tone, needsReply is { } said ? said == YesNo.Yes : mention.NeedsReply, who);
        if (repliedAt is { } at) mention.Answer(reply, at, calendar, who);
        return mention;
    }

    /// <summary>The code, or the name of the platform in either language.</summary>
    MentionPlace? PlaceOf(RowReader reader)
    {
        if (reader.Text("platform") is not { } cell) return null;
        foreach (var place in Enum.GetValues<MentionPlace>())
            if (cell == Code.Of(place) || text.Of($"MentionPlace.{place}", Texts.Chinese) == cell || text.Of($"MentionPlace.{place}", Texts.English).Equals(cell, StringComparison.OrdinalIgnoreCase)) return place;
        reader.Refuse("platform", cell, "Import.NotOneOf", string.Join(", ", Code.All<MentionPlace>()));
        return null;
    }

    async Task StoreAsync(List<Mention> read, bool dryRun, ImportReport report, CancellationToken ct)
    {
        var prints = read.ConvertAll(m => m.Fingerprint);
        var known = (await db.Set<Mention>().Where(m => prints.Contains(m.Fingerprint)).Select(m => m.Fingerprint).ToListAsync(ct)).ToHashSet();
        foreach (var mention in read)
        {
            if (!known.Add(mention.Fingerprint))
            {
                report.Unchanged++;
                continue;
            }
            report.Accepted++;
            if (!dryRun) db.Add(mention);
        }
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        read.Clear();
    }
}

/// <summary>A cell that says yes or no.</summary>
internal enum YesNo { Yes, No }
