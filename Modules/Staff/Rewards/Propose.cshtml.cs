using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Staff.Data;
using AfterSales.Staff.Training;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Staff.Rewards;

/// <summary>A person proposes what no rule sees.</summary>
[Permission(StaffPermissions.ProposeRewards)]
internal sealed class ProposeModel(StaffDbContext db, StaffRoll roll, IPolicies policies, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public Guid? Person { get; init; }
        public RewardKind Kind { get; init; }
        public string? Amount { get; init; }
        public string? Evidence { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<StaffRoll.Member> People { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => People = await roll.OnAsync(company.LocalDay(time.Now()), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var member = People.FirstOrDefault(m => m.Id == Input.Person) ?? throw new RuleViolation("Rewards.PersonMissing") { Field = "Input.Person" };
        if (!Money.TryParse(Input.Amount, out var amount)) throw new RuleViolation("Import.NotMoney") { Field = "Input.Amount" };
        var now = time.Now();
        if (string.IsNullOrWhiteSpace(Input.Evidence)) throw new RuleViolation("Rewards.EvidenceMissing") { Field = "Input.Evidence" };
        var proposal = Proposal.Make(new ProposalFacts(Input.Kind, amount, "Rewards.Evidence.Words", [Input.Evidence.Trim()], null, null, null), member.Person, policies.At<RewardPolicy>(now).Value, company.CalendarAt(now), now, Actor.Name);
        db.Add(proposal);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Staff/Rewards/Details/{proposal.PublicId}");
    }
}
