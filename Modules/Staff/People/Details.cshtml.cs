using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using AfterSales.Staff.Teams;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.People;

/// <summary>All that is on record of a person.</summary>
[Permission(StaffPermissions.ReadPeople)]
internal sealed class DetailsModel(StaffDbContext db, IAccountNames accounts) : EmployeePage(db)
{
    Dictionary<long, string> _teams = [];

    public Placement? Present => Employee.On(Today);
    /// <summary>Who signs in as this person; null: nobody.</summary>
    public string? Account { get; private set; }
    /// <summary>What can be done now, the likeliest first.</summary>
    public IReadOnlyList<string> Acts => Employee.LeftOn is null ? ["Move", "Edit", "Past", "Devices", "Leave"] : ["Return", "Leave", "Devices", "Edit"];

    public string? TeamOf(long? id) => id is { } known ? _teams.GetValueOrDefault(known) : null;

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        _teams = await Db.Set<Team>().ToDictionaryAsync(t => t.Id, t => t.Code, ct);
        if (Employee.AccountId is not { } id) return;
        foreach (var role in Employee.Positions)
            if ((await accounts.InRoleAsync(role, ct)).FirstOrDefault(a => a.Id == id) is { } account) Account = $"{account.DisplayName} ({account.UserName})";
    }
}
