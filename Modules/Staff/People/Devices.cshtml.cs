using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.People;

/// <summary>What a person carries of the company's.</summary>
[Permission(StaffPermissions.EditPeople)]
internal sealed class DevicesModel(StaffDbContext db) : EmployeePage(db)
{
    public sealed record Form
    {
        public string? Name { get; init; }
        public string? Serial { get; init; }
        public DateOnly On { get; init; }
    }

    [BindProperty] public Form Device { get; set; } = new();
    [BindProperty] public long DeviceId { get; set; }
    protected override string Home => $"/Staff/People/Devices/{Id}";

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Device = new() { On = Today };
        return Page();
    }

    public Task<IActionResult> OnPostGiveAsync(CancellationToken ct) => ActAsync((employee, now) => employee.Give(Device.Name, Device.Serial, Device.On, now, Actor), ct);

    public Task<IActionResult> OnPostBackAsync(CancellationToken ct) => ActAsync((employee, now) => employee.TakeBack(DeviceId, Today, now, Actor), ct);
}
