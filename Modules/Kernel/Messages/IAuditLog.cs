namespace AfterSales.Kernel.Messages;

/// <summary>Append-only record of acts on settings, permissions and personal data; nobody can edit it.</summary>
public interface IAuditLog
{
    /// <param name="action">What was done, as a code, e.g. <c>policy.changed</c>, <c>customer.phone.revealed</c>.</param>
    /// <param name="subject">On what, e.g. <c>service.sla</c> or <c>customer:42</c>.</param>
    /// <param name="detail">Facts for a reviewer; no secrets.</param>
    Task RecordAsync(Actor who, string action, string subject, string detail, CancellationToken ct);
}
