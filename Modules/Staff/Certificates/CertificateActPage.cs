using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Staff.Certificates;

/// <summary>A page that does one thing to one certificate; a form made from an older version is shown what changed.</summary>
internal abstract class CertificateActPage : ActPage<Certificate>
{
    public Certificate Certificate => Record;

    StaffDbContext Db => Ask<StaffDbContext>();
    protected override string Home => $"/Staff/Certificates/Details/{Id}";

    protected override Task<Certificate> FindAsync(bool toChange, CancellationToken ct) => (toChange ? Db.Set<Certificate>() : Db.Set<Certificate>().AsNoTracking()).OneAsync(Id, ct);

    protected override Task SaveAsync(Certificate acted, CancellationToken ct) => Db.SaveChangesAsync(ct);

    public override async Task<IReadOnlyList<Change>> WhatChangedAsync(CancellationToken ct)
    {
        var certificate = await FindAsync(toChange: false, ct);
        return [.. certificate.Events.OrderBy(e => e.Id).Skip(Version).Select(e => new Change(e.ActorName, e.At, Sentence(e)))]; // every act writes one event and raises the version by one
    }

    /// <summary>A line of the history in the reader's language.</summary>
    public string Sentence(CertificateEvent e) => T["Certificates.Act." + e.Act, [.. e.Args.Split('\u001f').Select(arg => e.Act == "CountsFor" && Code.TryParse<OutsideTrade>(arg, out var trade) ? T.Of(trade) : arg), "", ""]].TrimEnd();
}
