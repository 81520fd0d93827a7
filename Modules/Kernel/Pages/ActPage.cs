using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Kernel.Pages;

/// <summary>
/// A page about one record, known by its public id. The form carries the version it was made from: somebody else's act in between is shown, and
/// what was typed stays.
/// </summary>
public abstract class ActPage<T> : ModulePage where T : Aggregate
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }

    /// <summary>The record as the page shows it.</summary>
    protected T Record { get; private set; } = null!;
    /// <summary>Local day of the company.</summary>
    public DateOnly Today { get; private set; }

    protected TService Ask<TService>() where TService : notnull => HttpContext.RequestServices.GetRequiredService<TService>();
    protected DateTime Now => Ask<TimeProvider>().Now();

    /// <summary>Finds the record, with what its acts and its page need.</summary>
    /// <param name="toChange">Tracked, to be saved.</param>
    /// <exception cref="NotThere">It does not exist or is not this person's to see.</exception>
    protected abstract Task<T> FindAsync(bool toChange, CancellationToken ct);

    /// <summary>Saves what an act did, and what belongs to it.</summary>
    protected abstract Task SaveAsync(T acted, CancellationToken ct);

    /// <summary>Page that shows the record.</summary>
    protected abstract string Home { get; }

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Record = await FindAsync(toChange: false, ct);
        Today = Ask<ICompany>().LocalDay(Now);
        ModelState.Remove(nameof(Version)); // a form shown again builds on what is there now
        Version = Record.Version;
    }

    /// <summary>Loads, acts, saves, and goes back to the record.</summary>
    protected async Task<IActionResult> ActAsync(Func<T, DateTime, Task> act, CancellationToken ct)
    {
        var record = await FindAsync(toChange: true, ct);
        if (record.Version != Version) throw new ChangedMeanwhile(await WhatChangedAsync(ct));
        Today = Ask<ICompany>().LocalDay(Now);
        await act(record, Now);
        await SaveAsync(record, ct);
        return LocalRedirect(Home);
    }

    protected Task<IActionResult> ActAsync(Action<T, DateTime> act, CancellationToken ct) => ActAsync((record, now) =>
    {
        act(record, now);
        return Task.CompletedTask;
    }, ct);
}
