using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Text;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.People;

/// <summary>Name, skills, districts and account of a person.</summary>
[Permission(StaffPermissions.EditPeople)]
internal sealed class EditModel(StaffDbContext db, IAccountNames accounts, IAuditLog audit) : EmployeePage(db)
{
    public sealed record Form
    {
        public string? Name { get; init; }
        public string? Skills { get; init; }
        public string? Areas { get; init; }
        public DateOnly AreasFrom { get; init; }
        public string? AccountId { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<AccountName> Accounts { get; private set; } = [];

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new()
        {
            Name = Employee.Name, Skills = string.Join(T["People.Comma"], Employee.Skills.Select(s => s.Name)), Areas = string.Join(T["People.Comma"], Employee.Areas.Where(a => a.LastDay is null).Select(a => WordFor(a.Region))), AreasFrom = Today,
            AccountId = Employee.AccountId,
        };
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        var all = new List<AccountName>();
        foreach (var role in Employee.Positions) all.AddRange(await accounts.InRoleAsync(role, ct));
        Accounts = [.. all.DistinctBy(a => a.Id).OrderBy(a => a.DisplayName)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = Input.AccountId.OrNull();
        if (account is not null && await Db.Set<Employee>().Where(e => e.AccountId == account && e.PublicId != Id).Select(e => e.Name).FirstOrDefaultAsync(ct) is { } other)
            throw new RuleViolation("People.AccountTaken", other) { Field = "Input.AccountId" };
        var regions = DistrictsOf(Input.Areas);
        var named = false;
        var answer = await ActAsync((employee, now) =>
        {
            employee.Describe(Input.Name, Split(Input.Skills), now, Actor);
            if (!employee.Areas.Where(a => a.LastDay is null).Select(a => a.Region).ToHashSet().SetEquals(regions)) employee.Cover(regions, Input.AreasFrom, now, Actor);
            named = employee.AccountId != account;
            if (named) employee.SignInAs(account, now, Actor);
        }, ct);
        if (named) await audit.RecordAsync(Actor, "employee.account", $"employee:{Id}", account ?? "-", ct);
        return answer;
    }

    static string[] Split(string? typed) => (typed ?? "").Split([',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The district's name, or its code where several have that name.</summary>
    static string WordFor(string code) => Regions.Shipped.FirstOrDefault(r => r.Code == code)?.District is { } name && Regions.Shipped.Count(r => r.District == name) == 1 ? name : code;

    /// <summary>Codes of the division list for codes or names that were typed.</summary>
    internal static IReadOnlyList<string> DistrictsOf(string? typed) => [.. Split(typed).Select(word => Regions.Shipped.FirstOrDefault(r => r.Code == word || r.District == word)?.Code
        ?? throw new RuleViolation("People.AreaUnknown", word) { Field = "Input.Areas" }).Distinct()];
}
