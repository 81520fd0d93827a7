using AfterSales.Host.Composition;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Privacy;

/// <summary>Erases one customer: first the numbers of what goes and what stays and why, then the name typed as proof that this one is meant.</summary>
[Permission(HostPermissions.Privacy)]
internal sealed class EraseModel(ErasePeople people) : ModulePage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public string? Name { get; set; }

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<HeldRows> Held { get; private set; } = [];
    public IEnumerable<HeldRows> Deleted => Held.Where(h => h.Rows.IsDeleted);
    public IEnumerable<HeldRows> Kept => Held.Where(h => !h.Rows.IsDeleted);

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Person = await people.FindAsync(Id, ct);
        if (Person.Kind != PersonKind.Customer) throw new NotThere();
        Held = await people.HeldAsync(Person, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var person = await people.FindAsync(Id, ct);
        ErasePeople.Check(person);
        if (Name?.Trim() != person.Name) throw new RuleViolation("Privacy.Erase.NotTheName") { Field = nameof(Name) };
        await people.EraseAsync(person, Actor, ct);
        return LocalRedirect($"/Privacy/Person/{Id}");
    }
}
