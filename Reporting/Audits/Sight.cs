using System.Security.Claims;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using AfterSales.Reporting.Scorecard;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Audits;

/// <summary>Whose contract a person may see: everybody of the company all of them, a brand's auditor the own one only, with persons masked.</summary>
internal sealed class Sight(ReportingDbContext db, ReadScorecard scorecard, IPermissions permissions)
{
    public bool SeesAll(ClaimsPrincipal person) => permissions.Has(person, ReportingPermissions.Company);

    /// <summary>The one contract that may be seen; null where all may.</summary>
    /// <exception cref="RuleViolation">An auditor to whom nobody has given a contract, where there are several.</exception>
    public async Task<string?> ContractAsync(ClaimsPrincipal person, CancellationToken ct)
    {
        if (SeesAll(person)) return null;
        var id = person.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        if (await db.Set<AuditorContract>().AsNoTracking().FirstOrDefaultAsync(a => a.AccountId == id, ct) is { } given) return given.Contract;
        return await scorecard.ContractsAsync(ct) is [var only] ? only : throw new RuleViolation("Audits.NoContract");
    }

    /// <summary>The question as this person may ask it: of the own contract, never by person.</summary>
    /// <exception cref="RuleViolation">It asks for persons or another contract.</exception>
    public async Task<Question> NarrowAsync(Question question, ClaimsPrincipal person, bool rows, CancellationToken ct)
    {
        if (await ContractAsync(person, ct) is not { } own) return question;
        if (question.Slice?.Code == "technician" || question.Where.Any(w => w.Slice.Code == "technician")) throw new RuleViolation("Audits.NoPersons");
        if (question.Where.Any(w => w.Slice.Code == "contract" && w.Code != own)) throw new RuleViolation("Audits.OtherContract");
        if (question.Indicator.Source.SliceOf("contract") is not { } slice) return rows ? throw new RuleViolation("Audits.NoRows") : question; // numbers of the whole company are on the scorecard, their rows are not the brand's
        return question.Where.Any(w => w.Slice.Code == "contract") ? question : question with { Where = [.. question.Where, new Filter(slice, own)] };
    }

    /// <summary>T017 is T**: enough to tell two apart on one page, not to know who.</summary>
    public static string Masked(string code) => code.Length == 0 ? code : code[..1] + "**";
}
