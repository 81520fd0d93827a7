using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Privacy;

/// <summary>One person as the law sees it: what is held, who looked, everything to take away.</summary>
[Permission(HostPermissions.Privacy)]
internal sealed class PersonModel(ErasePeople people, ExportPerson export, HostDbContext db) : ModulePage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public string Language { get; set; } = "zh-CN";

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<HeldRows> Held { get; private set; } = [];
    public IReadOnlyList<PersonLook> Looks { get; private set; } = [];
    public string NameShown => ErasePeople.IsErased(Person) ? Person.Name : PersonalData.Name(Person.Name);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Person = await people.FindAsync(Id, ct);
        Held = await people.HeldAsync(Person, ct);
        Looks = await db.Set<PersonLook>().AsNoTracking().Where(l => Person.Selves.Contains(l.PersonId)).OrderByDescending(l => l.Id).Take(50).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostExportAsync(CancellationToken ct)
    {
        var archive = await export.WriteAsync(await people.FindAsync(Id, ct), Language == "en" ? Texts.English.Name : Texts.Chinese.Name, Actor, ct);
        Response.Headers.CacheControl = "private, no-store";
        return File(archive, "application/zip", $"person-{Id:N}.zip");
    }
}
