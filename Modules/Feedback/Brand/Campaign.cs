using System.Text.RegularExpressions;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;

namespace AfterSales.Feedback.Brand;

/// <summary>How a campaign reaches people.</summary>
internal enum CampaignWay { Community, Leaflet, Wechat, Sms, ShortVideo, Platform, Dealer, Event, Other }

/// <summary>
/// A piece of promotion (clause 12.3): when, how, at what cost, and a code in its link and on its paper. What came of it is asked of the module
/// that takes the requests; a click alone is not counted, since opening a page records nothing.
/// </summary>
internal sealed partial class Campaign : Aggregate
{
    public Guid PublicId { get; private init; }
    /// <summary>Short, in capitals: people type it from a leaflet and tell it on the phone.</summary>
    public string Code { get; private init; } = "";
    public string Name { get; private set; } = "";
    public CampaignWay Way { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly Until { get; private set; }
    public Money Cost { get; private set; }
    public string? Note { get; private set; }
    public string MadeBy { get; private init; } = "";

    Campaign() { }

    public static Campaign Plan(string? code, CampaignFacts facts, DateTime now, Actor who, Guid? publicId = null)
    {
        var typed = code?.Trim().ToUpperInvariant() ?? "";
        Require(CodePattern().IsMatch(typed), "Brand.Campaign.CodeForm", "Input.Code");
        var campaign = new Campaign { PublicId = publicId ?? Kernel.PublicId.New(now), Code = typed, MadeBy = who.Name };
        campaign.Take(facts);
        return campaign;
    }

    /// <summary>The code stays: it is printed.</summary>
    public void Change(CampaignFacts facts)
    {
        Take(facts);
        Acted();
    }

    void Take(CampaignFacts facts)
    {
        Require(!string.IsNullOrWhiteSpace(facts.Name), "Brand.Campaign.NameMissing", "Input.Name");
        Require(facts.Until >= facts.From, "Brand.Campaign.EndsBefore", "Input.Until");
        Require(facts.Cost >= Money.Zero, "Brand.Campaign.CostBelow", "Input.Cost");
        (Name, Way, From, Until, Cost, Note) = (facts.Name!.Trim(), facts.Way, facts.From, facts.Until, facts.Cost, facts.Note.OrNull());
    }

    [GeneratedRegex("^[A-Z0-9]{4,12}$")]
    private static partial Regex CodePattern();
}

internal sealed record CampaignFacts(string? Name, CampaignWay Way, DateOnly From, DateOnly Until, Money Cost, string? Note);
