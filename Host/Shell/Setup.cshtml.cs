using AfterSales.Host.Accounts;
using AfterSales.Host.Data;
using AfterSales.Host.Settings;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Shell;

[OpenToAll("The first person has no account yet; the one-time code from the console stands in.")]
internal sealed class SetupModel(FirstRun firstRun, Company company, AccountBook accounts, SignInManager<Account> signIn, SignInLimits limits, Demo.DemoBuild demo, Operations.JobSchedule schedule, HostDbContext db, IAuditLog audit, TimeProvider time) : ModulePage
{
    public static readonly string[] Zones = ["Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Singapore", "Asia/Tokyo", "Europe/London", "Europe/Berlin", "America/New_York"];

    public sealed record Form
    {
        public string Code { get; init; } = "";
        public string Company { get; init; } = "";
        public string Language { get; init; } = "zh-CN";
        public string Zone { get; init; } = Settings.Company.StandardZone;
        public string DisplayName { get; init; } = "";
        public string UserName { get; init; } = "";
        public string Password { get; init; } = "";
        public string Then { get; init; } = "empty";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public IActionResult OnGet() => firstRun.IsNeeded ? Page() : LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!firstRun.IsNeeded) return LocalRedirect("/");
        if (!limits.Allow("<setup>", RemoteAddress)) throw new RuleViolation("Accounts.SignIn.TooOften");
        if (!firstRun.Accepts(Input.Code)) throw new RuleViolation("Setup.WrongCode") { Field = "Input.Code" };
        if (string.IsNullOrWhiteSpace(Input.Company)) throw new RuleViolation("Setup.NoCompany") { Field = "Input.Company" };
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Input.Zone, out _)) throw new RuleViolation("Import.Map.TimeZone", Input.Zone) { Field = "Input.Zone" };
        var owner = await accounts.AddAsync(Input.UserName, Input.DisplayName, [Roles.Administrator], Input.Password, Actor.System, ct);
        db.Add(new CompanyRow { Name = Input.Company.Trim(), Zone = Input.Zone, Language = Input.Language == "en" ? "en" : "zh-CN", IsDemo = Input.Then == "demo", SetUpAt = time.Now() });
        await db.SaveChangesAsync(ct);
        company.Forget();
        await schedule.FollowZoneAsync(ct);
        await audit.RecordAsync(new Actor(owner.Id.ToString(), owner.DisplayName), "company.set-up", Input.Company, Input.Zone, ct);
        await signIn.SignInAsync(owner, isPersistent: false);
        if (Input.Then == "demo") demo.Start();
        return LocalRedirect(Input.Then switch { "import" => "/Service/Import", "demo" => "/Demo", _ => "/" });
    }
}
