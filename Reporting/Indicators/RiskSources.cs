using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>Risks, controls, checks and corrective actions as indicators ask them.</summary>
internal static class RiskSources
{
    static string Risk(string number) => "/Risk/Register?state=all&q=" + Uri.EscapeDataString(number);

    public static readonly FactSource Ratings = FactSource.Of("fact_risk_rating", [], [("number", "f.number"), ("category", "f.category"), ("inherent", "f.inherent"), ("residual", "f.residual"), ("targetScore", "f.target")], Risk);

    public static readonly FactSource Reviews = FactSource.Of("fact_risk_review", [], [("number", "f.number"), ("dueDay", "f.due_day"), ("doneDay", "f.done_day")], Risk);

    public static readonly FactSource ControlTests = FactSource.Of("fact_control_test", [], [("number", "f.number"), ("dueDay", "f.due_day"), ("doneDay", "f.done_day"), ("result", "f.result")], number => "/Risk/Controls?state=all&q=" + Uri.EscapeDataString(number));

    public static readonly FactSource Checks = FactSource.Of("fact_check", [Dimension.Contract, Dimension.Product, Dimension.Region, Dimension.Technician, Dimension.Team],
        [("number", "f.number"), ("order", "f.order_number"), ("method", "f.method"), ("dueDay", "f.due_day"), ("doneDay", "f.done_day"), ("score", "f.score")], number => "/Risk/Checks?state=all&q=" + Uri.EscapeDataString(number));

    public static readonly FactSource Actions = FactSource.Of("fact_action", [], [("number", "f.number"), ("round", "f.round"), ("source", "f.source"), ("dueDay", "f.due_day"), ("doneDay", "f.done_day"), ("verifiedDay", "f.verified_day")],
        number => "/Risk/Actions?state=all&q=" + Uri.EscapeDataString(number));
}
