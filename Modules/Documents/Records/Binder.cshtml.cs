using System.Globalization;
using AfterSales.Documents.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Records;

/// <summary>
/// The monthly binder of a class: the documents archived in a month that are kept on paper too. Its index page is printed and put in front; the QR
/// code on it opens this page, where one form gives every sheet its box.
/// </summary>
[Permission(DocumentsPermissions.ReadRecords)]
internal sealed class BinderModel(DocumentsDbContext db, RecordAccess access, ICompany company, TimeProvider time) : ModulePage
{
    const int MostSheets = 2000;

    internal sealed record Form
    {
        public string Room { get; init; } = "";
        public string? Cabinet { get; init; }
        public string? Box { get; init; }
    }

    [BindProperty(SupportsGet = true)] public string? Month { get; set; }
    [BindProperty(SupportsGet = true)] public RecordClass Class { get; set; } = RecordClass.ServiceRecord;
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<Document> Sheets { get; private set; } = [];
    public IReadOnlyList<RecordClass> Classes { get; private set; } = [];
    public QrCode Qr { get; private set; } = null!;
    public int Waiting => Sheets.Count(s => s.Room is null);
    DateOnly _first;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Classes = access.Of(User);
        if (Classes.Count == 0) throw new NotThere();
        if (!Classes.Contains(Class)) Class = Classes[0];
        if (!DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _first)) _first = company.LocalDay(time.Now()) is var today ? new DateOnly(today.Year, today.Month, 1) : default;
        Month = _first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        Sheets = await Binder().AsNoTracking().OrderBy(d => d.Code).Take(MostSheets).ToListAsync(ct);
        Qr = QrCode.Of($"{company.PublicUrl?.ToString().TrimEnd('/') ?? $"{Request.Scheme}://{Request.Host}"}/Documents/Records/Binder?month={Month}&class={Class}");
    }

    IQueryable<Document> Binder()
    {
        var after = _first.AddMonths(1);
        return db.Set<Document>().Where(d => d.Class == Class && d.State == DocumentState.Archived && d.NeedsPaper && d.ArchivedOn >= _first && d.ArchivedOn < after);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!May(DocumentsPermissions.FileRecords)) return Forbid();
        var waiting = await Binder().Where(d => d.Room == null).OrderBy(d => d.Id).Take(MostSheets).ToListAsync(ct);
        if (waiting.Count == 0) throw new RuleViolation("Records.Binder.NothingWaits");
        var now = time.Now();
        foreach (var sheet in waiting) sheet.PutAway(Input.Room, Input.Cabinet, Input.Box, company.LocalDay(now), now, Actor);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Documents/Records/Binder?month={Month}&class={Class}");
    }
}
