using System.Security.Cryptography;
using System.Text;
using AfterSales.Feedback.Callbacks;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;

namespace AfterSales.Feedback.Brand;

/// <summary>Where somebody spoke of the service in public.</summary>
internal enum MentionPlace { Dianping, Xiaohongshu, Douyin, Weibo, Wechat, Zhihu, Jd, Tmall, News, Forum, Other }

/// <summary>What stands in a new mention.</summary>
internal sealed record MentionIntake
{
    public MentionPlace Place { get; init; }
    public string? Author { get; init; }
    public string? Link { get; init; }
    public required string Text { get; init; }
    public int? Stars { get; init; }
    public string? ProductModel { get; init; }
    public string? Region { get; init; }
    /// <summary>UTC.</summary>
    public required DateTime PublishedAt { get; init; }
    public required DateOnly PublishedDay { get; init; }
}

/// <summary>
/// Somebody spoke of the service in public (clause 12.4). A person sets its tone; where it needs a reply a clock runs from publication, not
/// from the day it was found.
/// </summary>
internal sealed class Mention : Aggregate, IInFeed
{
    public const int LongestText = 4000;

    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public MentionPlace Place { get; private init; }
    public string? Author { get; private init; }
    public string? Link { get; private init; }
    public string Text { get; private init; } = "";
    public int? Stars { get; private init; }
    public string? ProductModel { get; private init; }
    public string? Region { get; private init; }
    public DateTime PublishedAt { get; private init; }
    public DateOnly PublishedDay { get; private init; }
    public DateTime EnteredAt { get; private init; }
    public string EnteredBy { get; private init; } = "";
    /// <summary>What makes it the same mention when it is entered or imported again.</summary>
    public string Fingerprint { get; private init; } = "";
    public Tone? Tone { get; private set; }
    public string? ToneBy { get; private set; }
    public bool NeedsReply { get; private set; }
    /// <summary>From publication; ended by the reply. It says nothing while no reply is needed.</summary>
    public FeedbackClock Answering { get; private set; } = null!;
    public string? Reply { get; private set; }
    public string? RepliedBy { get; private set; }

    Mention() { }

    public static Mention Enter(MentionIntake intake, BrandPolicy policy, WorkingCalendar calendar, DateTime now, Actor who, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(intake.Text), "Brand.Mention.TextMissing", "Input.Text");
        Require(intake.Text.Length <= LongestText, "Brand.Mention.TextTooLong", "Input.Text", LongestText);
        Require(intake.PublishedAt <= now, "Brand.Mention.InFuture", "Input.PublishedAt");
        Require(intake.Stars is null or (>= 1 and <= 5), "Brand.Mention.Stars", "Input.Stars");
        Require(intake.Link.OrNull() is not { } link || (Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"), "Brand.Mention.Link", "Input.Link");
        var suggestion = ToneSuggestion.Of(intake.Text, policy);
        return new Mention
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), Place = intake.Place, Author = intake.Author.OrNull(), Link = intake.Link.OrNull(), Text = intake.Text.Trim(), Stars = intake.Stars,
            ProductModel = intake.ProductModel.OrNull(), Region = intake.Region.OrNull(), PublishedAt = intake.PublishedAt, PublishedDay = intake.PublishedDay, EnteredAt = now, EnteredBy = who.Name,
            Fingerprint = FingerprintOf(intake), NeedsReply = suggestion.Tone == Brand.Tone.Negative || intake.Stars <= policy.LowStars, Answering = FeedbackClock.Start(policy.Reply, intake.PublishedAt, calendar),
        };
    }

    /// <summary>The link with its author and words; the same review found twice is one.</summary>
    public static string FingerprintOf(MentionIntake intake) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001f', Code.Of(intake.Place), intake.Link.OrNull(), intake.Author.OrNull(), intake.PublishedAt.ToString("O"), intake.Text.Trim()))))[..32];

    /// <summary>A person says how it speaks, and whether it needs a reply.</summary>
    public void Judge(Tone tone, bool needsReply, Actor who)
    {
        Require(needsReply || Reply is null, "Brand.Mention.RepliedAlready", "Input.NeedsReply");
        (Tone, ToneBy, NeedsReply) = (tone, who.Name, needsReply);
        Acted();
    }

    /// <summary>Notes what was answered in public, and when.</summary>
    public void Answer(string? reply, DateTime at, WorkingCalendar calendar, Actor who)
    {
        Require(Reply is null, "Brand.Mention.RepliedAlready");
        Require(!string.IsNullOrWhiteSpace(reply), "Brand.Mention.ReplyMissing", "Input.Reply");
        Require(at >= PublishedAt, "Brand.Mention.ReplyBefore", "Input.RepliedAt");
        (Reply, RepliedBy, NeedsReply) = (reply!.Trim(), who.Name, true);
        Answering.End(at, calendar);
        Acted();
    }

    public bool IsWaiting => NeedsReply && Reply is null;
}
