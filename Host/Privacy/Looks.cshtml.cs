using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Privacy;

/// <summary>Who saw whom: the newest looks, of one account or at one person.</summary>
[Permission(HostPermissions.PrivacyLooks)]
internal sealed class LooksModel(HostDbContext db) : ModulePage
{
    const int PageSize = 100;

    [BindProperty(SupportsGet = true, Name = "account")] public string? Account { get; set; }
    [BindProperty(SupportsGet = true, Name = "person")] public Guid? PersonId { get; set; }
    [BindProperty(SupportsGet = true, Name = "before")] public long? Before { get; set; }

    public IReadOnlyList<PersonLook> Looks { get; private set; } = [];
    public IReadOnlyList<(string Id, string Name, int People)> Accounts { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var looks = db.Set<PersonLook>().AsNoTracking();
        Accounts = [.. (await looks.GroupBy(l => new { l.AccountId, l.AccountName }).Select(g => new { g.Key.AccountId, g.Key.AccountName, People = g.Select(l => l.PersonId).Distinct().Count() }).OrderByDescending(g => g.People).Take(50).ToListAsync(ct)).Select(g => (g.AccountId, g.AccountName, g.People))];
        if (!string.IsNullOrEmpty(Account)) looks = looks.Where(l => l.AccountId == Account);
        if (PersonId is { } person) looks = looks.Where(l => l.PersonId == person);
        if (Before is { } before) looks = looks.Where(l => l.Id < before);
        Looks = await looks.OrderByDescending(l => l.Id).Take(PageSize).ToListAsync(ct);
        Older = Looks.Count == PageSize ? Looks[^1].Id : null;
    }
}
