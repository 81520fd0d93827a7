namespace AfterSales.Kernel.Persons;

/// <summary>
/// One person about whom the product holds data, and everything by which modules find it: each module adds what it knows (<see cref="IPersonData.FindAsync"/>),
/// the next one finds by that. Never stored.
/// </summary>
/// <param name="id">Public id of the customer or employee.</param>
public sealed class Person(Guid id)
{
    public Guid Id { get; } = id;
    /// <summary>Null: no module knows the person.</summary>
    public PersonKind? Kind { get; set; }
    public string Name { get; set; } = "";
    /// <summary>Records that are the person itself: the customer and what was merged into it.</summary>
    public HashSet<Guid> Selves { get; } = [];
    /// <summary>Public ids of everything that is about the person: orders, visits, complaints.</summary>
    public HashSet<Guid> Ids { get; } = [];
    /// <summary>Numbers that people give these things, e.g. <c>SO-2026-000123</c>.</summary>
    public HashSet<string> Numbers { get; } = [];
    /// <summary>Names under which the person appears: the customer's, and those given with orders.</summary>
    public HashSet<string> Names { get; } = [];
    /// <summary>Phone numbers of this person and of nobody else; digits only.</summary>
    public HashSet<string> Phones { get; } = [];
    /// <summary>Phones that other persons have too: what hangs on such a number alone is left alone.</summary>
    public HashSet<string> SharedPhones { get; } = [];
    /// <summary>Owners under which files of the person are claimed (<c>module.kind:id</c>).</summary>
    public HashSet<string> FileOwners { get; } = [];
    /// <summary>Account of an employee; null without one.</summary>
    public string? AccountId { get; set; }
    /// <summary>Why nothing may be erased yet, as rules say it: an order is open, money is owed.</summary>
    public List<RuleViolation> Obstacles { get; } = [];

    /// <summary>How a contact is called where a module knows it by one key: a customer's id without dashes, else the phone.</summary>
    public IEnumerable<string> ContactKeys => Selves.Select(s => s.ToString("N")).Concat(Phones);
}

public enum PersonKind { Customer, Employee }

/// <summary>
/// What a module holds about persons: told for the export and the preview, erased where the law does not keep it. Registered in the order in which
/// knowledge flows: the module that knows the person first.
/// </summary>
public interface IPersonData
{
    /// <summary>Adds what the module knows of the person to be found by.</summary>
    Task FindAsync(Person person, CancellationToken ct);

    /// <summary>Everything the module holds, table by table; persons of a kind that it knows nothing of: nothing.</summary>
    IReadOnlyList<PersonRows> Held(Person person);

    /// <summary>Erases, all or nothing within the module; done again it changes nothing.</summary>
    /// <param name="pseudonym">Stands where a name or a number stood: the same everywhere, and nothing leads back from it.</param>
    /// <returns>Rows worked on.</returns>
    Task<int> EraseAsync(Person person, string pseudonym, CancellationToken ct);

    /// <summary>Every phone number that the module holds, to find again one of which only a keyed hash is left.</summary>
    IAsyncEnumerable<string> PhonesAsync();
}

/// <summary>Notes who saw a person in full: once for each day and occasion, however often the page was opened.</summary>
public interface IPersonLooks
{
    /// <summary>Somebody asked to see the person: nothing is shown unless it is noted.</summary>
    /// <param name="person">Public id of the customer or employee.</param>
    /// <param name="why">Text key of the occasion, e.g. <c>Looks.Revealed</c>.</param>
    Task NoteAsync(Actor who, Guid person, string why, CancellationToken ct);

    /// <summary>Somebody's work shows the person (an order to answer, a visit today): noted where the database takes it, and the work goes on.</summary>
    /// <inheritdoc cref="NoteAsync"/>
    Task NoteWorkAsync(Actor who, Guid person, string why, CancellationToken ct);
}
