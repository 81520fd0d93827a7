using System.Data.Common;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Persons;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Privacy;

/// <summary>
/// Erases a customer in every module: noted first, then carried out from the module that knows least of the person to the one that knows who it is, so that
/// an erasure that a crash cut off finds everything again and is finished at the next start.
/// </summary>
internal sealed class ErasePeople(HostDbContext db, IEnumerable<IPersonData> modules, ErasureJournal journal, IAuditLog audit, TimeProvider time) : IAfterRestore
{
    /// <summary>The person behind a public id, with everything by which the modules find it.</summary>
    /// <exception cref="NotThere">Nobody knows the id.</exception>
    public async Task<Person> FindAsync(Guid id, CancellationToken ct)
    {
        var person = new Person(id);
        foreach (var module in modules) await module.FindAsync(person, ct);
        return person.Kind is null ? throw new Kernel.Pages.NotThere() : person;
    }

    /// <summary>Tables with their rows, those without any left out.</summary>
    public async Task<IReadOnlyList<HeldRows>> HeldAsync(Person person, CancellationToken ct)
    {
        List<HeldRows> held = [];
        foreach (var rows in modules.SelectMany(m => m.Held(person)))
            if (await rows.CountAsync(ct) is > 0 and var count) held.Add(new HeldRows(rows, count));
        return held;
    }

    public static bool IsErased(Person person) => person.Name.StartsWith('#');

    /// <exception cref="RuleViolation">An employee, somebody already erased, or something is still open.</exception>
    public static void Check(Person person)
    {
        if (person.Kind != PersonKind.Customer) throw new RuleViolation("Privacy.Erase.OnlyCustomers");
        if (IsErased(person)) throw new RuleViolation("Privacy.Erase.Already");
        if (person.Obstacles is [var first, ..]) throw first;
    }

    public async Task EraseAsync(Person person, Actor who, CancellationToken ct)
    {
        Check(person);
        var erasure = Erasure.Order(person.Selves, person.Phones.Select(journal.HashOf), time.Now(), who);
        db.Add(erasure);
        await db.SaveChangesAsync(ct);
        journal.Append(erasure.Note);
        await CarryOutAsync(erasure, [person], CancellationToken.None); // begun is finished, whether or not somebody still waits for the page
        await audit.RecordAsync(who, "person.erased", $"customer:{person.Id:D}", $"{erasure.Rows} rows", CancellationToken.None);
    }

    async Task CarryOutAsync(Erasure erasure, IReadOnlyList<Person> people, CancellationToken ct)
    {
        var rows = 0;
        foreach (var person in people)
            foreach (var module in modules.Reverse()) rows += await module.EraseAsync(person, erasure.Pseudonym, ct);
        var kept = await db.Set<Erasure>().SingleAsync(e => e.PublicId == erasure.PublicId, ct); // the modules share this context and let go of what it tracked
        kept.Done(rows, time.Now());
        await db.SaveChangesAsync(ct);
        erasure.Done(rows, time.Now());
    }

    /// <summary>The backup is older than some erasures: they are in the journal beside it.</summary>
    public Task RunAsync(RestoredBackup from, CancellationToken ct) => ApplyAsync(ErasureJournal.Read(Path.GetDirectoryName(from.Path)), ct);

    /// <summary>Carries out what the journal or the database knows of and this database has not seen done.</summary>
    /// <returns>Erasures carried out.</returns>
    public async Task<int> ApplyAsync(IReadOnlyList<ErasureNote> besides, CancellationToken ct)
    {
        journal.MakeKey();
        var noted = journal.Read();
        var there = await db.Set<Erasure>().ToListAsync(ct);
        var missing = noted.Concat(besides).DistinctBy(n => n.Id).Where(n => there.All(e => e.PublicId != n.Id)).Select(Erasure.Of).ToList();
        db.AddRange(missing);
        await db.SaveChangesAsync(ct);
        foreach (var unknown in there.Concat(missing).Where(e => noted.All(n => n.Id != e.PublicId))) journal.Append(unknown.Note);
        var due = there.Concat(missing).Where(e => e.DoneAt is null).ToList();
        foreach (var erasure in due) await CarryOutAsync(erasure, await AgainAsync(erasure, ct), ct);
        return due.Count;
    }

    /// <summary>The erased person as this database still knows it: by its ids, and by phones whose hash is noted.</summary>
    async Task<IReadOnlyList<Person>> AgainAsync(Erasure erasure, CancellationToken ct)
    {
        var hashes = erasure.PhoneHashes.ToHashSet();
        List<string> phones = [];
        if (hashes.Count > 0)
            foreach (var module in modules)
                await foreach (var phone in module.PhonesAsync().WithCancellation(ct))
                    if (hashes.Contains(journal.HashOf(phone))) phones.Add(phone);
        List<Person> people = [];
        foreach (var id in erasure.PeopleIds)
        {
            var person = new Person(id);
            person.Phones.UnionWith(phones);
            foreach (var module in modules) await module.FindAsync(person, ct);
            if (person.Kind is null) (person.Kind, _) = (PersonKind.Customer, person.Selves.Add(id)); // the state is older than the customer, or younger than its end: what hangs on id and phone still goes
            person.Phones.ExceptWith(person.SharedPhones);
            people.Add(person);
        }
        return people;
    }
}

/// <param name="Count">How many there are.</param>
internal sealed record HeldRows(PersonRows Rows, int Count);

/// <summary>Before anybody works on the database: erasures that it has not seen done.</summary>
internal sealed class ApplyErasures(IServiceScopeFactory scopes, ILogger<ApplyErasures> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var done = await scope.ServiceProvider.GetRequiredService<ErasePeople>().ApplyAsync([], cancellationToken);
            if (done > 0) log.LogInformation("{Count} erasures were carried out again", done);
        }
        catch (Exception full) when (full is DbUpdateException or DbException or DiskFull or IOException)
        {
            log.LogError(full, "Erasures are not carried out yet; the nightly job tries again"); // a company without room on its disk can still look
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
