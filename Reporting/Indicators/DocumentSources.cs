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

    public static readonly FactSource Changes = new("fact_agreement_change", [], "", [("number", "f.number"), ("kind", "f.kind"), ("actDay", "f.act_day"), ("noticeDay", "f.notice_day")], Agreements);
}
