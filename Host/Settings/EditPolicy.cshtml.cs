using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Settings;

[Permission(HostPermissions.Settings)]
internal sealed class EditPolicyModel(PolicyStore policies, HostDbContext db, Shown shown, IAuditLog audit, TimeProvider time) : ModulePage
{
    [BindProperty(SupportsGet = true)] public string Key { get; set; } = "";
    [BindProperty] public DateTime? EffectiveFrom { get; set; }
    [BindProperty] public Dictionary<string, string?> Typed { get; set; } = [];
    public IReadOnlyList<PolicyField> Fields { get; private set; } = [];
    public IReadOnlyList<PolicyChange> Preview { get; private set; } = [];

    PolicyDefinition Definition => policies.Definitions.FirstOrDefault(d => d.Key == Key) ?? throw new NotThere();
    object Latest => policies.VersionsOf(Definition.Type)[^1].Value;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override Task LoadAsync(CancellationToken ct)
    {
        Fields = [.. PolicyFields.Of(Definition, Latest).Select(f => Typed.TryGetValue(f.Name, out var typed) ? f with { Value = typed ?? "" } : f)];
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken ct)
    {
        var value = PolicyFields.Read(Definition, Latest, Typed);
        if (act != "save")
        {
            Preview = PolicyFields.Changes(Definition, Latest, value);
            await LoadAsync(ct);
            return Page();
        }
        var from = shown.FromField(EffectiveFrom) ?? throw new RuleViolation("Shell.ValueMissing") { Field = "EffectiveFrom" };
        var changes = PolicyFields.Changes(Definition, Latest, value);
        await policies.AddAsync(db, Key, value, from, Actor, time.Now(), ct);
        await audit.RecordAsync(Actor, "policy.changed", Key, string.Join("; ", changes.Select(c => $"{c.Name}: {c.Before} -> {c.After}")), ct);
        return LocalRedirect("/Settings/Policies");
    }
}
