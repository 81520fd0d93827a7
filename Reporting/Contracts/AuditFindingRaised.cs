namespace AfterSales.Reporting.Contracts;

/// <summary>The brand's auditor found that an order does not keep a clause: worth a corrective action (clause 4.5). Told once, when the audit is signed.</summary>
/// <param name="AuditId">Public id; its page is <c>/Reporting/Audits/Details/{id}</c>.</param>
/// <param name="Contract">Code of the audited contract.</param>
/// <param name="Month">First day of the audited month.</param>
/// <param name="Order">Number of the order.</param>
/// <param name="Clause">e.g. <c>1.8.2</c>.</param>
/// <param name="Finding">The auditor's words.</param>
/// <param name="Auditor">Name of the auditor.</param>
/// <param name="RaisedAt">UTC.</param>
public sealed record AuditFindingRaised(Guid AuditId, string Contract, DateOnly Month, string Order, string Clause, string Finding, string Auditor, DateTime RaisedAt)
{
    /// <summary>The finding's own, the same however often it is told.</summary>
    public string Key => $"{KeyOfClause}{Order}";
    /// <summary>What the keys of all findings of this audit about this clause begin with.</summary>
    public string KeyOfClause => $"audit:{AuditId:N}:{Clause}:";
    public string Page => $"/Reporting/Audits/Details/{AuditId}";
}
