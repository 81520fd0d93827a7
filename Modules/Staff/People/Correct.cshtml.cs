using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.People;

/// <summary>A place began on another day than recorded; the numbers of the days between follow.</summary>
[Permission(StaffPermissions.EditPeople)]
internal sealed class CorrectModel(StaffDbContext db) : EmployeePage(db)
{
    public sealed record Form
    {
        public DateOnly From { get; init; }
        public string? Reason { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    /// <summary>First day of the place, as it is on record.</summary>
    [BindProperty(SupportsGet = true, Name = "began")] public DateOnly Began { get; set; }
    public Placement Place => Employee.Placements.Find(p => p.FirstDay == Began && !p.IsVoid) ?? throw new NotThere();
    public string PlaceText => string.Join(" · ", new[] { Choices.Team(Place.TeamId), T["Roles." + Place.Position], Place.Grade }.Where(w => !string.IsNullOrEmpty(w)));

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new() { From = Place.FirstDay };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync((employee, now) => employee.CorrectStart(Began, Input.From, Input.Reason, now, Actor), ct);
}
