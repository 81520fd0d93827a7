using System.Globalization;
using System.Text.RegularExpressions;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Text;

namespace AfterSales.Feedback.Complaints;

/// <summary>
/// The letter to whoever complained, in the words that the company has under Settings, in both languages: until the decision it says when that comes, from
/// then on what was decided and why. Printed and filed letters are the same.
/// </summary>
internal sealed partial class ReplyLetter(ICustomerMessages messages, ComplaintRulebook rulebook, ICompany company, Texts text)
{
    static readonly MessageTemplate Decided = new("complaint-letter", "company", "name", "received", "number", "finding", "investigation", "remedy", "decision", "reply", "days", "day"),
        Received = new("complaint-letter-received", "company", "name", "received", "number", "decide_by", "close_by", "day");

    public static readonly MessageTemplate[] Templates = [Decided, Received];

    public async Task<(string Subject, string Body)> WriteAsync(Complaint complaint, CultureInfo language, CancellationToken ct)
    {
        var decided = complaint.Finding is not null ? complaint.Events.Where(e => e.Act == "Decided").MaxBy(e => e.Version) : null;
        var (subject, body) = await messages.WordsAsync((decided is null ? Received : Decided).Code, language.Name, new Dictionary<string, string>
        {
            ["company"] = company.Name, ["name"] = complaint.ContactName ?? text.Of("Complaints.Letter.Customer", language), ["received"] = Day(complaint.ReceivedAt), ["number"] = complaint.Number,
            ["finding"] = complaint.Finding is { } finding ? text.Of("Complaints.Letter.Finding." + finding, language) : "", ["investigation"] = complaint.Investigation ?? "",
            ["remedy"] = complaint.Remedy is { } remedy ? text.Of("Remedy." + remedy, language) : "", ["decision"] = complaint.Decision ?? "", ["reply"] = complaint.ReplyText ?? "",
            ["days"] = rulebook.KeptBy(complaint).Policy.ReopenDays.ToString(CultureInfo.InvariantCulture), ["decide_by"] = Day(complaint.Deciding.Due), ["close_by"] = Day(complaint.Closing.Due), ["day"] = Day(decided?.At ?? complaint.ReceivedAt),
        }, ct);
        return (subject, Gaps().Replace(body.ReplaceLineEndings("\n"), "\n\n"));
    }

    string Day(DateTime utc) => company.LocalDay(utc).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What is left where a placeholder had nothing to say.</summary>
    [GeneratedRegex(@"\n(\s*\n){2,}")]
    private static partial Regex Gaps();
}
