using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Host.Settings;
using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Privacy;

/// <summary>What retention would end tonight; agreeing to it switches it on.</summary>
[Permission(HostPermissions.Privacy)]
internal sealed class RetentionModel(EndRetention retention, PolicyStore policies, HostDbContext db, IAuditLog audit, TimeProvider time) : ModulePage
{
    public RetentionPolicy Policy { get; private set; } = new();
    public IReadOnlyList<PastTime> Due { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Policy = policies.At<RetentionPolicy>(time.Now()).Value;
        Due = await retention.DueAsync(Policy, ct);
    }

    public async Task<IActionResult> OnPostAsync(bool on, CancellationToken ct)
    {
        var (now, policy) = (time.Now(), policies.At<RetentionPolicy>(time.Now()).Value);
        await policies.AddAsync(db, RetentionPolicy.Key, policy with { IsOn = on }, now, Actor, now, ct);
        await audit.RecordAsync(Actor, "policy.changed", RetentionPolicy.Key, $"IsOn: {policy.IsOn} -> {on}", ct);
        return LocalRedirect("/Privacy/Retention");
    }
}
