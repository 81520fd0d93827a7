using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Reporting.Audits;

internal enum TickResult { Conforms, Deviates, NotApplicable }

/// <summary>
/// An audit of one contract's month by the brand: orders drawn by a seed that anybody can repeat, each ticked against the clauses that one order can
/// show, signed at the end. What was signed stays; findings go out as events.
/// </summary>
internal sealed class Audit : Aggregate
{
    public const int MostOrders = 200;

    /// <summary>Clauses that one order can show.</summary>
    public static readonly IReadOnlyList<string> Clauses = ["1.3.1", "1.3.2", "1.3.3", "1.4", "1.6", "1.7", "1.8.2", "3.1", "8.2"];

    public Guid PublicId { get; private init; }
    public string Contract { get; private init; } = "";
    /// <summary>First day.</summary>
    public DateOnly Month { get; private init; }
    public string Seed { get; private init; } = "";
    /// <summary>Completed orders of the month from which was drawn.</summary>
    public int Population { get; private init; }
    public DateTime DrawnAt { get; private init; }
    public string AuditorId { get; private init; } = "";
    public string Auditor { get; private init; } = "";
    public string? Statement { get; private set; }
    public DateTime? SignedAt { get; private set; }
    public string? SignedBy { get; private set; }

    public List<AuditedOrder> Orders { get; } = [];

    Audit() { }

    /// <summary>Draws orders: each number is hashed with the seed, and the smallest hashes are taken. The same seed over the same orders draws the same, whatever the machine.</summary>
    public static Audit Draw(string contract, DateOnly month, string? seed, int count, IReadOnlyCollection<string> orders, DateTime now, Actor who, Guid id)
    {
        Require(seed.OrNull() is not null, "Audits.SeedMissing", "Input.Seed");
        Require(count is >= 1 and <= MostOrders, "Audits.CountWrong", "Input.Count", MostOrders);
        Require(orders.Count > 0, "Audits.NothingToDraw", args: month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        var audit = new Audit { PublicId = id, Contract = contract, Month = month, Seed = seed!.Trim(), Population = orders.Count, DrawnAt = now, AuditorId = who.Id, Auditor = who.Name };
        audit.Orders.AddRange(Sample(audit.Seed, orders, count).Select((number, i) => new AuditedOrder(i + 1, number)));
        audit.Acted();
        return audit;
    }

    internal static IEnumerable<string> Sample(string seed, IEnumerable<string> orders, int count) =>
        orders.Distinct().Select(o => (Order: o, Hash: Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{o}"))))).OrderBy(o => o.Hash, StringComparer.Ordinal).Take(count).Select(o => o.Order);

    public AuditedOrder Order(int position) => Orders.FirstOrDefault(o => o.Position == position) ?? throw new RuleViolation("Audits.NoOrder", position);

    /// <summary>The auditor's word on one order, clause by clause.</summary>
    public void Tick(int position, IReadOnlyDictionary<string, TickResult> results, string? finding, DateTime now)
    {
        Require(SignedAt is null, "Audits.IsSigned");
        Require(Clauses.All(results.ContainsKey), "Audits.TickAll", "Input.Ticks");
        Require(!results.Values.Contains(TickResult.Deviates) || finding.OrNull() is not null, "Audits.FindingMissing", "Input.Finding");
        Order(position).Tick(results, finding.OrNull(), now);
        Acted();
    }

    /// <summary>Signs the month; what deviates is told to the company.</summary>
    public void Sign(string? statement, DateTime now, Actor who)
    {
        Require(SignedAt is null, "Audits.IsSigned");
        Require(Orders.All(o => o.CheckedAt is not null), "Audits.NotAllTicked", args: Orders.Count(o => o.CheckedAt is null));
        (Statement, SignedAt, SignedBy) = (statement.OrNull(), now, who.Name);
        foreach (var (order, clause) in Findings) Raise(Found(order, clause));
        Acted();
    }

    public IEnumerable<(AuditedOrder Order, string Clause)> Findings => Orders.SelectMany(o => o.Ticks.Where(t => t.Result == TickResult.Deviates).OrderBy(t => t.Clause, StringComparer.Ordinal).Select(t => (o, t.Clause)));

    /// <summary>A finding as it is told when the audit is signed.</summary>
    /// <exception cref="RuleViolation">It is not signed, or the order does not deviate there.</exception>
    public AuditFindingRaised Found(AuditedOrder order, string clause)
    {
        Require(SignedAt is not null && order.Of(clause) == TickResult.Deviates, "Audits.NoFinding", args: [order.Number, clause]);
        return new(PublicId, Contract, Month, order.Number, clause, order.Finding!, SignedBy!, SignedAt!.Value);
    }

    public int Checked => Orders.Count(o => o.CheckedAt is not null);
}

/// <summary>One order that was drawn.</summary>
internal sealed class AuditedOrder
{
    public long Id { get; private set; }
    public int Position { get; private init; }
    public string Number { get; private init; } = "";
    public string? Finding { get; private set; }
    public DateTime? CheckedAt { get; private set; }
    public List<AuditTick> Ticks { get; } = [];

    AuditedOrder() { }

    internal AuditedOrder(int position, string number) => (Position, Number) = (position, number);

    internal void Tick(IReadOnlyDictionary<string, TickResult> results, string? finding, DateTime now)
    {
        foreach (var clause in Audit.Clauses)
        {
            if (Ticks.FirstOrDefault(t => t.Clause == clause) is not { } tick) Ticks.Add(tick = new AuditTick(clause));
            tick.Result = results[clause];
        }
        (Finding, CheckedAt) = (finding, now);
    }

    public TickResult? Of(string clause) => Ticks.FirstOrDefault(t => t.Clause == clause)?.Result;
}

internal sealed class AuditTick
{
    public long Id { get; private set; }
    public string Clause { get; private init; } = "";
    public TickResult Result { get; internal set; }

    AuditTick() { }

    internal AuditTick(string clause) => Clause = clause;
}

/// <summary>Which contract a brand's auditor may see. Without a row, the only contract there is; with several, none.</summary>
internal sealed class AuditorContract
{
    public long Id { get; private set; }
    public required string AccountId { get; init; }
    public required string Contract { get; set; }
}

internal sealed class AuditMap : IEntityTypeConfiguration<Audit>
{
    public void Configure(EntityTypeBuilder<Audit> builder)
    {
        builder.ToTable("audits");
        builder.HasIndex(a => a.PublicId).IsUnique();
        builder.HasIndex(a => new { a.Contract, a.Month });
        builder.Ignore(a => a.Findings);
        builder.HasMany(a => a.Orders).WithOne().HasForeignKey("AuditId").IsRequired();
    }
}

internal sealed class AuditedOrderMap : IEntityTypeConfiguration<AuditedOrder>
{
    public void Configure(EntityTypeBuilder<AuditedOrder> builder)
    {
        builder.ToTable("audited_orders");
        builder.HasMany(o => o.Ticks).WithOne().HasForeignKey("AuditedOrderId").IsRequired();
    }
}

internal sealed class AuditTickMap : IEntityTypeConfiguration<AuditTick>
{
    public void Configure(EntityTypeBuilder<AuditTick> builder) => builder.ToTable("audit_ticks");
}

internal sealed class AuditorContractMap : IEntityTypeConfiguration<AuditorContract>
{
    public void Configure(EntityTypeBuilder<AuditorContract> builder)
    {
        builder.ToTable("auditor_contracts");
        builder.HasIndex(a => a.AccountId).IsUnique();
    }
}
