using AfterSales.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Privacy;

/// <summary>
/// That a person was erased: ids that mean nothing by themselves and keyed hashes of the phones, enough to erase the same person again when an older state
/// comes back. It names nobody.
/// </summary>
internal sealed class Erasure
{
    public long Id { get; private set; }
    public Guid PublicId { get; private init; }
    public DateTime At { get; private init; }
    /// <summary>Account that ordered it.</summary>
    public string ById { get; private init; } = "";
    /// <summary>Public ids of the erased records, with a space between.</summary>
    public string People { get; private init; } = "";
    /// <summary>Keyed hashes of their phones, with a space between.</summary>
    public string Phones { get; private init; } = "";
    /// <summary>When the last module had finished; null: still to be carried out in this database.</summary>
    public DateTime? DoneAt { get; private set; }
    /// <summary>Rows that were deleted or emptied.</summary>
    public int Rows { get; private set; }
    /// <summary>When the free pages of the database file were written over; null: tonight.</summary>
    public DateTime? ScrubbedAt { get; private set; }

    Erasure() { }

    public static Erasure Order(IEnumerable<Guid> people, IEnumerable<string> phones, DateTime now, Actor who) => new()
    {
        PublicId = Kernel.PublicId.New(now), At = now, ById = who.Id, People = string.Join(' ', people.Select(p => p.ToString("D")).Order(StringComparer.Ordinal)), Phones = string.Join(' ', phones.Order(StringComparer.Ordinal)),
    };

    public static Erasure Of(ErasureNote note) => new() { PublicId = note.Id, At = note.At, ById = note.By, People = string.Join(' ', note.People.Select(p => p.ToString("D"))), Phones = string.Join(' ', note.Phones) };

    public IReadOnlyList<Guid> PeopleIds => [.. People.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];
    public IReadOnlyList<string> PhoneHashes => Phones.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    public ErasureNote Note => new(PublicId, At, ById, PeopleIds, PhoneHashes);
    /// <summary>What stands where names and numbers stood.</summary>
    public string Pseudonym => "#" + PublicId.ToString("N")[^8..];

    public void Done(int rows, DateTime now) => (Rows, DoneAt) = (Rows + rows, now);

    public void Scrubbed(DateTime now) => ScrubbedAt = now;
}

/// <summary>One line of the journal beside the backups.</summary>
internal sealed record ErasureNote(Guid Id, DateTime At, string By, IReadOnlyList<Guid> People, IReadOnlyList<string> Phones);

internal sealed class ErasureMap : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("erasures");
        builder.HasIndex(e => e.PublicId).IsUnique();
        foreach (var told in new[] { nameof(Erasure.PeopleIds), nameof(Erasure.PhoneHashes), nameof(Erasure.Note), nameof(Erasure.Pseudonym) }) builder.Ignore(told);
    }
}
