using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.People;

/// <summary>A place of the past that was not on record.</summary>
[Permission(StaffPermissions.EditPeople)]
internal sealed class PastModel(StaffDbContext db) : EmployeePage(db)
{
    public sealed record Form : PlaceForm
    {
        public DateOnly From { get; init; }
        public DateOnly To { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = PlaceForm.Of<Form>(Employee.Latest) with { From = Employee.HiredOn, To = Today };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((employee, now) => employee.AddPast(Input.Place, Input.From, Input.To, now, Actor), ct);
}
