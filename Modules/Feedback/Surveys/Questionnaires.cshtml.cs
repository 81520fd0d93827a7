using AfterSales.Feedback.Data;
using AfterSales.Kernel.Pages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

[Permission(FeedbackPermissions.DesignSurveys)]
internal sealed class QuestionnairesModel(FeedbackDbContext db) : ModulePage
{
    public IReadOnlyList<Questionnaire> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rows = [.. (await db.Set<Questionnaire>().AsNoTracking().Include(q => q.Versions).ToListAsync(ct)).OrderBy(q => q.Kind)];

    public static bool IsEnglish => System.Globalization.CultureInfo.CurrentUICulture.Name.StartsWith("en", StringComparison.Ordinal);
}
