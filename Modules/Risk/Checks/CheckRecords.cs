using AfterSales.Kernel.Persons;
using AfterSales.Risk.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Risk.Checks;

/// <summary>What the Risk module holds about a customer: whom a checker called or visited. Findings stay, names and remarks go.</summary>
internal sealed class CheckRecords(RiskDbContext db) : PersonData(db)
{
    public override async Task FindAsync(Person person, CancellationToken ct)
    {
        if (person.Kind != PersonKind.Customer) return;
        var checks = await db.Set<SpotCheck>().Where(c => person.Ids.Contains(c.OrderId)).Select(c => new { c.PublicId, c.Number }).ToListAsync(ct);
        person.Ids.UnionWith(checks.Select(c => c.PublicId));
        person.Numbers.UnionWith(checks.Select(c => c.Number));
        var photos = await db.Set<CheckPhoto>().Where(p => db.Set<SpotCheck>().Any(c => c.Id == p.CheckId && person.Ids.Contains(c.PublicId))).Select(p => p.PublicId).ToListAsync(ct);
        person.FileOwners.UnionWith(photos.Select(p => $"risk.check:{p:N}"));
    }

    PersonRows<T> Rows<T>(string textKey, IQueryable<T> rows) where T : class => new(db, textKey, rows);

    public override IReadOnlyList<PersonRows> Held(Person person)
    {
        if (person.Kind != PersonKind.Customer) return [];
        var checks = db.Set<SpotCheck>().Where(c => person.Ids.Contains(c.PublicId));
        return
        [
            Rows("Persons.CheckAnswers", db.Set<CheckAnswer>().Where(a => checks.Any(c => c.Id == a.CheckId))).Tell("Persons.What", a => a.En).Erase("Persons.Words", a => a.Note).Keep("Persons.Kept.Checks"),
            Rows("Persons.CheckPhotos", db.Set<CheckPhoto>().Where(p => checks.Any(c => c.Id == p.CheckId))).Tell("Persons.At", p => p.At).File(p => (p.Sha256, $"check-{p.PublicId:N}.jpg")).Keep("Persons.Kept.Checks"),
            Rows("Persons.Checks", checks).Tell("Persons.Number", c => c.Number).Pseudonymise("Persons.Name", c => c.ContactName).Pseudonymise("Persons.Phone", c => c.Phone).Erase("Persons.Words", c => c.Remark).Keep("Persons.Kept.Checks"),
        ];
    }
}
