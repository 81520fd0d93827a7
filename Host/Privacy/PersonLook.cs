using System.Collections.Concurrent;
using System.Data.Common;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Privacy;

/// <summary>That somebody saw a person in full: one line for each person, account, day and occasion. No name is in it but the looker's.</summary>
internal sealed class PersonLook
{
    public long Id { get; private set; }
    /// <summary>Public id of the customer or employee.</summary>
    public required Guid PersonId { get; init; }
    public required string AccountId { get; init; }
    public required string AccountName { get; init; }
    /// <summary>The company's local day.</summary>
    public required DateOnly Day { get; init; }
    /// <summary>Text key of the occasion.</summary>
    public required string Why { get; init; }
    /// <summary>The first time that day.</summary>
    public required DateTime At { get; init; }
}

internal sealed class PersonLookMap : IEntityTypeConfiguration<PersonLook>
{
    public void Configure(EntityTypeBuilder<PersonLook> builder)
    {
        builder.ToTable("person_looks");
        builder.HasIndex(l => new { l.PersonId, l.AccountId, l.Day, l.Why }).IsUnique();
        builder.HasIndex(l => new { l.AccountId, l.Id });
        builder.HasIndex(l => l.Day);
    }
}

/// <inheritdoc cref="IPersonLooks"/>
internal sealed class PersonLooks(IServiceScopeFactory scopes, ICompany company, TimeProvider time, ILogger<PersonLooks> log) : IPersonLooks
{
    /// <summary>What this process has noted today already.</summary>
    readonly ConcurrentDictionary<(string Account, Guid Person, string Why), DateOnly> _noted = new();
    DateOnly _day;

    public async Task NoteAsync(Actor who, Guid person, string why, CancellationToken ct)
    {
        var now = time.Now();
        var day = company.LocalDay(now);
        if (_day != day) _noted.Clear();
        _day = day;
        if (_noted.TryGetValue((who.Id, person, why), out var noted) && noted == day) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        if (!await ThereAsync(db, who, person, why, day, ct))
        {
            db.Add(new PersonLook { PersonId = person, AccountId = who.Id, AccountName = who.Name, Day = day, Why = why, At = now });
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException) when (!ct.IsCancellationRequested)
            {
                db.ChangeTracker.Clear();
                if (!await ThereAsync(db, who, person, why, day, ct)) throw; // else another window noted it in the same moment
            }
        }
        _noted[(who.Id, person, why)] = day;
    }

    public async Task NoteWorkAsync(Actor who, Guid person, string why, CancellationToken ct)
    {
        try
        {
            await NoteAsync(who, person, why, ct);
        }
        catch (Exception full) when (full is DbUpdateException or DbException or DiskFull)
        {
            log.LogError(full, "A look at {Person} could not be noted", person); // somebody at work reads on when the disk is full
        }
    }

    static Task<bool> ThereAsync(HostDbContext db, Actor who, Guid person, string why, DateOnly day, CancellationToken ct) =>
        db.Set<PersonLook>().AnyAsync(l => l.PersonId == person && l.AccountId == who.Id && l.Day == day && l.Why == why, ct);
}
