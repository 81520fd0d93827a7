using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Contracts;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.People;

/// <summary>Who works here, today or on any other day.</summary>
[Permission(StaffPermissions.ReadPeople)]
internal sealed class IndexModel(StaffDbContext db, EmployeeBook book, IDispatchRoster roster, ICompany company, TimeProvider time) : ModulePage
{
    Dictionary<string, string> _names = [];

    [BindProperty(SupportsGet = true)] public string? Q { get; set; }
    [BindProperty(SupportsGet = true)] public string? Team { get; set; }
    [BindProperty(SupportsGet = true)] public DateOnly? Day { get; set; }
    /// <summary>Also those without a place on the day.</summary>
    [BindProperty(SupportsGet = true)] public bool Gone { get; set; }
    public PlaceChoices Choices { get; private set; } = PlaceChoices.None;
    public IReadOnlyList<DispatchedPerson> Unknown { get; private set; } = [];
    public IReadOnlyList<EmployeeInBrief> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return WantsFragment ? Fragment("_PeopleRows", this) : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Day ??= company.LocalDay(time.Now());
        Choices = await PlaceChoices.LoadAsync(db, Day.Value, ct);
        Unknown = await HireModel.UnknownAsync(db, roster, ct);
        var all = await book.AllAsync(Day.Value, ct);
        _names = all.ToDictionary(e => e.Number, e => e.Name);
        Rows = [.. all.Where(e => (Gone || e.Position is not null) && (string.IsNullOrEmpty(Team) || e.Team == Team)
            && (string.IsNullOrWhiteSpace(Q) || e.Number.Equals(Q.Trim(), StringComparison.OrdinalIgnoreCase) || e.Name.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase)))];
    }

    public string? NameOf(string? number) => number is null ? null : _names.GetValueOrDefault(number, number);
}
