namespace AfterSales.Reporting.Indicators;

/// <summary>Documents and agreements as indicators ask them.</summary>
internal static class DocumentSources
{
    static string Records(string code) => "/Documents/Records?q=" + Uri.EscapeDataString(code);
    static string Agreements(string code) => "/Documents/Agreements?q=" + Uri.EscapeDataString(code);

    public static readonly FactSource Documents = new("fact_document", [], "",
        [("number", "f.number"), ("class", "f.class"), ("paper", "f.paper"), ("state", "f.state"), ("archivedDay", "f.archived_day"), ("dueDay", "f.both_forms_due"), ("placedDay", "f.placed_day")], Records);

    public static readonly FactSource Loans = new("fact_loan", [], "", [("number", "f.number"), ("lentDay", "f.lent_day"), ("dueDay", "f.due_day"), ("returnedDay", "f.returned_day")], Records);

    public static readonly FactSource InForce = new("fact_agreement", [], "",
        [("number", "f.number"), ("kind", "f.kind"), ("effectiveDay", "f.effective_day"), ("overDay", "f.over_day"), ("copyDay", "f.copy_day")], Agreements);

    public static readonly FactSource Ends = new("fact_agreement_end", [], "", [("number", "f.number"), ("endDay", "f.end_day"), ("decidedDay", "f.decided_day")], Agreements);

    static string Disputes(string code) => "/Documents/Disputes?view=all&q=" + Uri.EscapeDataString(code);

    public static readonly FactSource DisputeSteps = new("fact_dispute_step", [], "", [("number", "f.number"), ("stage", "f.stage"), ("step", "f.step"), ("dueDay", "f.due_day"), ("doneDay", "f.done_day")], Disputes);

    public static readonly FactSource TerminationItems = new("fact_termination_item", [], "", [("number", "f.number"), ("item", "f.item"), ("sinceDay", "f.since_day"), ("doneDay", "f.done_day")], _ => "/Documents/Disputes/Terminations?view=all");

    /// <summary>Measurable grounds for termination, month by month: whether each was watched (clause 14.2).</summary>
    public static readonly FactSource GroundMonths = new("fact_ground_month", [], "", [("number", "f.number"), ("indicator", "f.indicator"), ("monthDay", "f.month_day")], Agreements);

    public static readonly FactSource Changes = new("fact_agreement_change", [], "", [("number", "f.number"), ("kind", "f.kind"), ("actDay", "f.act_day"), ("noticeDay", "f.notice_day")], Agreements);
}
