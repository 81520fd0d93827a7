using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Staff.Certificates;

/// <summary>A page that does one thing to one certificate; a form made from an older version is shown what changed.</summary>
internal abstract class CertificateActPage : ModulePage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }
    public Certificate Certificate { get; private set; } = null!;
    public DateOnly Today { get; private set; }

    StaffDbContext Db => HttpContext.RequestServices.GetRequiredService<StaffDbContext>();
    DateTime Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().Now();

    public virtual Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Certificate = await Db.Set<Certificate>().AsNoTracking().OneAsync(Id, ct);
        Today = HttpContext.RequestServices.GetRequiredService<ICompany>().LocalDay(Now);
        ModelState.Remove(nameof(Version)); // a form shown again builds on what is there now
        Version = Certificate.Version;
    }

    protected async Task<IActionResult> ActAsync(Action<Certificate, DateTime> act, CancellationToken ct)
    {
        var certificate = await Db.Set<Certificate>().OneAsync(Id, ct);
        if (certificate.Version != Version) throw new ChangedMeanwhile(await WhatChangedAsync(ct));
        act(certificate, Now);
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/Staff/Certificates/Details/{Id}");
    }

    public override async Task<IReadOnlyList<Change>> WhatChangedAsync(CancellationToken ct)
    {
        var certificate = await Db.Set<Certificate>().AsNoTracking().OneAsync(Id, ct);
        return [.. certificate.Events.OrderBy(e => e.Id).Skip(Version).Select(e => new Change(e.ActorName, e.At, Sentence(e)))]; // every act writes one event and raises the version by one
    }

    /// <summary>A line of the history in the reader's language.</summary>
    public string Sentence(CertificateEvent e) => T["Certificates.Act." + e.Act, [.. e.Args.Split('\u001f'), "", ""]].TrimEnd();
}
