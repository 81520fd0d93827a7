namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 3.3: delivered invitations that were answered within their 14 days; younger ones are left out and counted beside.</summary>
internal sealed class SurveyResponseRate : ShareIndicator
{
    const int Window = 14;

    public override string Code => "survey_response_rate";
    public override string Clause => "3.3";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.35;
    public override int SettlesAfterDays => Window;
    public override FactSource Source => FeedbackSources.Surveys;
    public override string Day => "f.invited_day";
    public override string Counted(Binding bind) => $"(f.delivered AND f.invited_day < {bind.DaysAgo(Window)})";
    public override string Hit(Binding bind) => "f.answered_day IS NOT NULL";
    public override string Excluded(Binding bind) => $"(f.delivered AND f.invited_day >= {bind.DaysAgo(Window)})";
}
