namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 5.4: complaints that were reopened within 15 days, of those closed at least 15 days ago; younger ones are counted beside.</summary>
internal sealed class ComplaintReopenRate : ShareIndicator
{
    const int Window = 15;

    public override string Code => "complaint_reopen_rate";
    public override string Clause => "5.4";
    public override Direction Good => Direction.Down;
    public override double? Target => 0.05;
    public override int SettlesAfterDays => Window;
    public override FactSource Source => FeedbackSources.Complaints;
    public override string Day => "f.closed_day";
    public override string Counted(Binding bind) => $"(f.closed_day < {bind.DaysAgo(Window)})";
    public override string Hit(Binding bind) => "f.reopened > 0";
    public override string Excluded(Binding bind) => $"(f.closed_day >= {bind.DaysAgo(Window)})";
}
