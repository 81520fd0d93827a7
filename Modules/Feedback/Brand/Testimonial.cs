using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;

namespace AfterSales.Feedback.Brand;

/// <summary>
/// Words of a customer that the company may show (clause 12.4). Nothing is shown without the customer's consent: who gave it, when and how;
/// after it is taken back it is shown no more.
/// </summary>
internal sealed class Testimonial : Aggregate
{
    public Guid PublicId { get; private init; }
    public string Text { get; private init; } = "";
    /// <summary>As the customer wants to be called, e.g. a surname and a district.</summary>
    public string ShownAs { get; private init; } = "";
    /// <summary>The mention that it comes from, where it does.</summary>
    public Guid? MentionId { get; private init; }
    public DateTime MadeAt { get; private init; }
    public DateOnly? ConsentOn { get; private set; }
    /// <summary>How it was given: a message, a signature, a recorded call.</summary>
    public string? ConsentHow { get; private set; }
    public string? ConsentNotedBy { get; private set; }
    public DateOnly? ShownSince { get; private set; }
    public DateOnly? WithdrawnOn { get; private set; }

    Testimonial() { }

    public static Testimonial Propose(string? text, string? shownAs, Guid? mention, DateTime now, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(text), "Brand.Testimonial.TextMissing", "Input.Text");
        Require(!string.IsNullOrWhiteSpace(shownAs), "Brand.Testimonial.NameMissing", "Input.ShownAs");
        return new Testimonial { PublicId = publicId ?? Kernel.PublicId.New(now), Text = text!.Trim(), ShownAs = shownAs!.Trim(), MentionId = mention, MadeAt = now };
    }

    public void Consent(DateOnly on, string? how, DateOnly today, Actor who)
    {
        Require(WithdrawnOn is null, "Brand.Testimonial.IsWithdrawn");
        Require(on <= today, "Brand.Testimonial.ConsentInFuture", "Input.On");
        Require(!string.IsNullOrWhiteSpace(how), "Brand.Testimonial.HowMissing", "Input.How");
        (ConsentOn, ConsentHow, ConsentNotedBy) = (on, how.OrNull(), who.Name);
        Acted();
    }

    public void Show(DateOnly today)
    {
        Require(WithdrawnOn is null, "Brand.Testimonial.IsWithdrawn");
        Require(ConsentOn is not null, "Brand.Testimonial.NoConsent");
        ShownSince ??= today;
        Acted();
    }

    public void Withdraw(DateOnly today)
    {
        Require(WithdrawnOn is null, "Brand.Testimonial.IsWithdrawn");
        WithdrawnOn = today;
        Acted();
    }

    public bool IsShown => ShownSince is not null && WithdrawnOn is null;
}
