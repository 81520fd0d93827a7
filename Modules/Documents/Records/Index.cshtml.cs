using System.Globalization;
using AfterSales.Documents.Data;
using AfterSales.Documents.Search;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Documents.Records;

/// <summary>The register: full-text search, filters, and how many of each class and year there are among what the person may see.</summary>
[Permission(DocumentsPermissions.ReadRecords)]
internal sealed class IndexModel(DocumentsDbContext db, FindDocuments find, RecordAccess access, IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    const int PageSize = 30;

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string View { get; set; } = "all";
    [BindProperty(SupportsGet = true)] public string? Class { get; set; }
    [BindProperty(SupportsGet = true)] public int? Year { get; set; }
    [BindProperty(SupportsGet = true)] public int PageNo { get; set; } = 1;
    public IReadOnlyList<Document> Rows { get; private set; } = [];
    public IReadOnlyDictionary<long, Extract> Extracts { get; private set; } = new Dictionary<long, Extract>();
    public IReadOnlyList<(RecordClass Class, int Count)> Classes { get; private set; } = [];
    public IReadOnlyList<(int Year, int Count)> Years { get; private set; } = [];
    public bool More { get; private set; }
    /// <summary>The search stopped at its limit: counts are lower bounds.</summary>
    public bool Capped { get; private set; }
    public DateOnly Today { get; private set; }
    public bool IsSearch => !string.IsNullOrWhiteSpace(Q);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_DocumentRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Today = company.LocalDay(time.Now());
        PageNo = Math.Clamp(PageNo, 1, 1000);
        var mine = access.Of(User);
        var only = Code.TryParse<RecordClass>(Class, out var one) ? new[] { one } : null;
        var documents = db.Set<Document>().AsNoTracking().VisibleTo(mine).Shown(RecordQueries.Views.Contains(View) ? View : "all", Today, policies.At<RecordsPolicy>(time.Now()).Value.BothFormsDays);
        var found = IsSearch ? await find.FindAsync(Q!, mine, ct, only: only, year: Year) : null;
        if (IsSearch && found is null) return; // nothing that can be looked for
        if (found is not null) documents = documents.Where(d => found.Ids.Contains(d.Id));
        Capped = found?.Ids.Count >= FindDocuments.Most;
        await CountAsync(documents, ct);
        if (only is not null) documents = documents.Where(d => d.Class == one);
        if (Year is { } y) documents = documents.Where(d => d.MadeOn >= new DateOnly(Math.Clamp(y, 1900, 9998), 1, 1) && d.MadeOn <= new DateOnly(Math.Clamp(y, 1900, 9998), 12, 31));
        var page = await documents.Include(d => d.Versions).Include(d => d.Loans).AsSplitQuery().OrderByDescending(d => d.Id).Skip((PageNo - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        (Rows, More) = ([.. page.Take(PageSize)], page.Count > PageSize);
        if (found is not null) Extracts = await find.ExtractsAsync(found, Rows.Select(r => r.Id), Q!, ct);
    }

    async Task CountAsync(IQueryable<Document> documents, CancellationToken ct)
    {
        Classes = [.. (await documents.GroupBy(d => d.Class).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).Select(g => (g.Key, g.Count)).OrderBy(g => g.Key)];
        Years = [.. (await documents.GroupBy(d => d.MadeOn.Year).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).Select(g => (g.Key, g.Count)).OrderByDescending(g => g.Key)];
    }

    /// <summary>The list's address with some of its filters changed.</summary>
    public string Link(string? @class, int? year, int page = 1)
    {
        var query = new QueryBuilder { { "view", View } };
        if (IsSearch) query.Add("q", Q!);
        if (!string.IsNullOrEmpty(@class)) query.Add("class", @class);
        if (year is { } y) query.Add("year", y.ToString(CultureInfo.InvariantCulture));
        if (page > 1) query.Add("pageNo", page.ToString(CultureInfo.InvariantCulture));
        return "/Documents/Records" + query.ToQueryString();
    }
}
