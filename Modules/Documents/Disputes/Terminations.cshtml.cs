using AfterSales.Documents.Agreements;
using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Disputes;

/// <summary>Terminations: the step that waits, and what is left to settle.</summary>
[Permission(DocumentsPermissions.ReadDisputes)]
internal sealed class TerminationsModel(DocumentsDbContext db, ICompany company, TimeProvider time) : ModulePage
{
    const int MostRows = 300;

    internal sealed record Row(Termination Termination, string Title, string Party);

    [BindProperty(SupportsGet = true)] public string View { get; set; } = "open";
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public DateOnly Today { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Today = company.LocalDay(time.Now());
        var terminations = await db.Set<Termination>().AsNoTracking().Include(t => t.Steps).Include(t => t.Items).AsSplitQuery().Shown(View, Today).OrderByDescending(t => t.Id).Take(MostRows).ToListAsync(ct);
        var ids = terminations.ConvertAll(t => t.AgreementId);
        var agreements = await db.Set<Agreement>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        Rows = [.. terminations.Select(t => new Row(t, agreements[t.AgreementId].Title, agreements[t.AgreementId].Party))];
    }
}
