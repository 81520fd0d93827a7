using System.Globalization;
using AfterSales.Feedback.Data;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Complaints;

/// <summary>The written reply with the decision and its reasons, in the customer's language, to be printed.</summary>
[Permission(FeedbackPermissions.ReadComplaints)]
internal sealed class LetterModel(FeedbackDbContext db, ReplyLetter letter) : ModulePage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty(SupportsGet = true)] public string? Lang { get; set; }
    public Complaint Complaint { get; private set; } = null!;
    public string Subject { get; private set; } = "";
    public IReadOnlyList<string> Paragraphs { get; private set; } = [];
    public CultureInfo Language => Lang switch { "en" => Texts.English, "zh-CN" => Texts.Chinese, _ => CultureInfo.CurrentUICulture };

    public async Task OnGetAsync(CancellationToken ct)
    {
        Complaint = await db.Set<Complaint>().AsNoTracking().OneAsync(Id, ct);
        (Subject, var body) = await letter.WriteAsync(Complaint, Language, ct);
        Paragraphs = body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
