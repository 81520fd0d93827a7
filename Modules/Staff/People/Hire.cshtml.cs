using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.People;

/// <summary>A new person.</summary>
[Permission(StaffPermissions.EditPeople)]
internal sealed class HireModel(StaffDbContext db, IDispatchRoster roster, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form : PlaceForm
    {
        public string Number { get; init; } = "";
        public string Name { get; init; } = "";
        public DateOnly From { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    /// <summary>A number that dispatch knows and this register does not: filled in when the page is opened from there.</summary>
    [BindProperty(SupportsGet = true)] public string? Of { get; set; }
    public PlaceChoices Choices { get; private set; } = PlaceChoices.None;
    /// <summary>People whom dispatch can send and who have no record here.</summary>
    public IReadOnlyList<DispatchedPerson> Unknown { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var met = Unknown.FirstOrDefault(t => t.Code == Of);
        Input = new() { Number = Of ?? "", Name = met?.Name ?? "", TeamId = Choices.Teams.FirstOrDefault(t => t.Code == met?.Team)?.Id, From = company.LocalDay(time.Now()) };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Choices = await PlaceChoices.LoadAsync(db, company.LocalDay(time.Now()), ct);
        Unknown = await UnknownAsync(db, roster, ct);
    }

    internal static async Task<IReadOnlyList<DispatchedPerson>> UnknownAsync(StaffDbContext db, IDispatchRoster roster, CancellationToken ct)
    {
        var known = await db.Set<Employee>().Select(e => e.Number).ToHashSetAsync(ct);
        return [.. (await roster.AllAsync(ct)).Where(t => !known.Contains(t.Code))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var employee = Employee.Hire(Input.Number, Input.Name, Input.Place, Input.From, time.Now(), Actor);
        if (await db.Set<Employee>().AnyAsync(e => e.Number == employee.Number, ct)) throw new RuleViolation("People.NumberTwice", employee.Number) { Field = "Input.Number" };
        db.Add(employee);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Staff/People/Details/{employee.PublicId}");
    }
}
