using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.People;

/// <summary>Somebody who had left comes back.</summary>
[Permission(StaffPermissions.EditPeople)]
internal sealed class ReturnModel(StaffDbContext db) : EmployeePage(db)
{
    public sealed record Form : PlaceForm
    {
        public DateOnly From { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = PlaceForm.Of<Form>(Employee.Latest) with { From = Today };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((employee, now) => employee.Return(Input.Place, Input.From, now, Actor), ct);
}
