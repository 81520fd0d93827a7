using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;

namespace AfterSales.Feedback.Surveys;

/// <summary>Somebody who can be drawn.</summary>
/// <param name="Stratum">Group within which is drawn in proportion: the product type of the last job.</param>
internal sealed record SampledContact(string Key, string? Name, string? Phone, string Stratum)
{
    public string? Email { get; init; }
}

/// <summary>
/// The relationship survey of one quarter (clause 3.1): drawn at random, in proportion to the strata, from everybody served in the last months who may
/// be asked. The seed is written down: the same people and the same seed give the same draw.
/// </summary>
internal sealed class RelationshipSample : Aggregate
{
    /// <summary>First day of the quarter.</summary>
    public DateOnly Quarter { get; private init; }
    public string Seed { get; private init; } = "";
    public int Population { get; private init; }
    /// <summary>Served in that time, but not to be asked now: opted out, or asked within the cap.</summary>
    public int LeftOut { get; private init; }
    public int Drawn { get; private init; }
    /// <summary>SHA-256 over everybody who could be drawn, so that a draw can be checked against the list it was made from.</summary>
    public string FrameHash { get; private init; } = "";
    public DateTime DrawnAt { get; private init; }
    public string DrawnBy { get; private init; } = "";
    public List<SampleStratum> Strata { get; } = [];

    RelationshipSample() { }

    public static RelationshipSample Of(DateOnly quarter, string seed, IReadOnlyList<SampledContact> frame, IReadOnlyList<SampledContact> drawn, int leftOut, DateTime now, Actor who)
    {
        var sample = new RelationshipSample { Quarter = quarter, Seed = seed, Population = frame.Count, LeftOut = leftOut, Drawn = drawn.Count, FrameHash = HashOf(frame), DrawnAt = now, DrawnBy = who.Name };
        sample.Strata.AddRange(frame.GroupBy(c => c.Stratum).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new SampleStratum { Name = g.Key, Population = g.Count(), Drawn = drawn.Count(d => d.Stratum == g.Key) }));
        return sample;
    }

    public static DateOnly QuarterOf(DateOnly day) => new(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1);

    public static string NewSeed() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Draws so many, each stratum its share by largest remainders, and within a stratum those whose hash with the seed comes first.</summary>
    public static IReadOnlyList<SampledContact> Draw(IReadOnlyList<SampledContact> frame, string seed, int size)
    {
        var take = Math.Min(size, frame.Count);
        var strata = frame.GroupBy(c => c.Stratum).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (Members: g.ToList(), Exact: (double)take * g.Count() / frame.Count)).ToList();
        var rest = take - strata.Sum(s => (int)s.Exact);
        var more = strata.Select((s, i) => (Index: i, Over: s.Exact - (int)s.Exact)).OrderByDescending(s => s.Over).ThenBy(s => s.Index).Take(rest).Select(s => s.Index).ToHashSet();
        return [.. strata.SelectMany((s, i) => s.Members.OrderBy(c => Lot(seed, c.Key), StringComparer.Ordinal).Take((int)s.Exact + (more.Contains(i) ? 1 : 0)))];
    }

    /// <summary>A number from 0 to 99 that seed and record always give again, each as likely as the others (to one in millions).</summary>
    public static int Lot100(string seed, Guid record) => (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\u001f{record:N}"))) % 100);

    static string Lot(string seed, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\u001f{key}")));

    static string HashOf(IEnumerable<SampledContact> frame) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', frame.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}\u001f{c.Stratum}")))));
}

internal sealed class SampleStratum
{
    public long Id { get; private set; }
    public long SampleId { get; private set; }
    public required string Name { get; init; }
    public int Population { get; init; }
    public int Drawn { get; init; }
}
