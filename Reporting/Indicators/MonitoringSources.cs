using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Indicators;

/// <summary>Facts about how the product and the contract are kept, as indicators ask them.</summary>
internal static class MonitoringSources
{
    public static readonly FactSource Signals = new("fact_signal", [], "", [("number", "f.indicator"), ("period", "f.period"), ("rule", "f.rule"), ("dueDay", "f.due_day"), ("explainedDay", "f.explained_day")],
        indicator => "/Reporting/Signals?state=all&indicator=" + Uri.EscapeDataString(indicator));

    public static readonly FactSource Clauses = FactSource.Of("fact_clause_month", [Dimension.Contract], [("number", "f.clause"), ("state", "f.state"), ("lastDay", "f.last_day")], _ => "/Reporting/Scorecard");

    public static readonly FactSource Living = new("fact_living_indicator", [], "", [("number", "f.indicator"), ("hasOwner", "CAST(f.has_owner AS varchar)"), ("hasTarget", "CAST(f.has_target AS varchar)"), ("hasValue", "CAST(f.has_value AS varchar)")],
        indicator => "/Reporting/Dashboards/Explorer?indicator=" + Uri.EscapeDataString(indicator));

    public static readonly FactSource Jobs = new("fact_job_day", [], "", [("number", "f.job"), ("slots", "f.slots"), ("succeeded", "f.succeeded")], job => "/Operations/Job?name=" + Uri.EscapeDataString(job));

    public static readonly FactSource Backups = new("fact_backup_day", [], "", [("number", "CAST(f.day AS varchar)")], _ => "/Operations/Backups");
}
