namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 12.4: mentions that need a reply and got one within the limit, counted from publication. Those whose time still runs are counted beside.</summary>
internal sealed class MentionReplyRate : ShareIndicator
{
    public override string Code => "mention_reply_rate";
    public override string Clause => "12.4";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => FeedbackSources.Mentions;
    public override string Day => "f.published_day";
    public override string Counted(Binding bind) => $"(f.needs_reply AND (f.answered IS NOT NULL OR f.due < {bind.AsOf}))";
    public override string Hit(Binding bind) => "f.in_time";
    public override string Excluded(Binding bind) => $"(f.needs_reply AND f.answered IS NULL AND f.due >= {bind.AsOf})";
}
