using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Service.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Settlement;

internal enum BillSource { Wechat, Alipay, Bank }

/// <summary>A row of a bill of WeChat Pay, Alipay or the bank, as it was imported.</summary>
internal sealed class BillRow
{
    public long Id { get; private set; }
    public BillSource Source { get; init; }
    public required string TransactionNumber { get; init; }
    /// <summary>The merchant's own number on the bill, where it has one: often the receipt.</summary>
    public string? MerchantNumber { get; init; }
    public DateTime At { get; init; }
    /// <summary>What came in; negative for what went out.</summary>
    public Money Amount { get; init; }
    public DateTime ImportedAt { get; init; }
    public long? PaymentId { get; private set; }

    internal void MatchedTo(Payment payment)
    {
        if (PaymentId is not null) throw new RuleViolation("Payments.Matched", TransactionNumber);
        PaymentId = payment.Id;
    }
}

/// <summary>Cash that somebody brought to the cashier, for named receipts.</summary>
internal sealed class HandIn : Aggregate, INumbered
{
    public string Number { get; private set; } = "";
    public required string FromId { get; init; }
    public required string From { get; init; }
    /// <summary>What was counted.</summary>
    public Money Amount { get; private init; }
    /// <summary>What the receipts say.</summary>
    public Money Expected { get; private init; }
    public string? DifferenceBecause { get; private init; }
    public DateTime At { get; private init; }
    public required string ReceivedBy { get; init; }

    HandIn()
    {
    }

    string INumbered.NumberSeries => "HI";
    int INumbered.NumberYear => At.Year;
    bool INumbered.NeedsNumber => Number.Length == 0;
    void INumbered.GiveNumber(long sequence) => Number = $"HI-{At.Year}-{sequence:00000}";

    /// <exception cref="RuleViolation">There are no receipts, or the difference has no reason.</exception>
    public static HandIn Take(string fromId, string from, IReadOnlyCollection<Payment> receipts, Money counted, string? why, DateTime at, Actor who)
    {
        if (receipts.Count == 0) throw new RuleViolation("Settlement.HandIn.Nothing") { Field = "Input.Receipts" };
        if (counted < Money.Zero) throw new RuleViolation("Payments.AmountMissing") { Field = "Input.Amount" };
        var expected = receipts.Aggregate(Money.Zero, (sum, p) => sum + p.Amount);
        if (counted != expected && string.IsNullOrWhiteSpace(why)) throw new RuleViolation("Settlement.HandIn.Differs", expected.ToString()) { Field = "Input.Because" };
        var handIn = new HandIn { FromId = fromId, From = from, Amount = counted, Expected = expected, DifferenceBecause = counted == expected ? null : why!.Trim(), At = at, ReceivedBy = who.Name };
        handIn.Acted();
        return handIn;
    }
}

/// <summary>What the brand owes for a month's warranty work by its tariff, and what it paid.</summary>
internal sealed class BrandStatement : Aggregate
{
    public long ContractId { get; private init; }
    public int Year { get; private init; }
    public int Month { get; private init; }
    /// <summary>The jobs with their amounts, as JSON.</summary>
    public string Jobs { get; private init; } = "[]";
    public Money Claimed { get; private init; }
    public DateTime MadeAt { get; private init; }
    public string MadeBy { get; private init; } = "";
    public Money? PaidByBrand { get; private set; }
    public DateOnly? PaidOn { get; private set; }
    public string? DifferenceBecause { get; private set; }

    BrandStatement()
    {
    }

    public Money? Difference => PaidByBrand is { } paid ? paid - Claimed : null;
    public IReadOnlyList<SettledJob> Lines => Fees.FeeJson.Read<List<SettledJob>>(Jobs);

    public static BrandStatement Of(long contractId, int year, int month, IReadOnlyList<SettledJob> jobs, DateTime at, Actor who)
    {
        if (jobs.Count == 0) throw new RuleViolation("Settlement.Brand.Nothing");
        var statement = new BrandStatement
        {
            ContractId = contractId, Year = year, Month = month, Jobs = Fees.FeeJson.Write(jobs), Claimed = jobs.Aggregate(Money.Zero, (sum, j) => sum + Money.From(j.Amount)), MadeAt = at, MadeBy = who.Name,
        };
        statement.Acted();
        return statement;
    }

    public void RecordPaid(Money amount, DateOnly on, string? why)
    {
        if (amount < Money.Zero) throw new RuleViolation("Payments.AmountMissing") { Field = "Input.Amount" };
        if (amount != Claimed && string.IsNullOrWhiteSpace(why)) throw new RuleViolation("Settlement.HandIn.Differs", Claimed.ToString()) { Field = "Input.Because" };
        (PaidByBrand, PaidOn, DifferenceBecause) = (amount, on, amount == Claimed ? null : why!.Trim());
        Acted();
    }
}

/// <param name="Amount">CNY by the tariff.</param>
internal sealed record SettledJob(string Order, string? BrandOrder, string Kind, string Complexity, DateOnly CompletedOn, string? Technician, decimal Amount);

/// <param name="Kind">Code of the order kind.</param>
/// <param name="Complexity">general, complex, or null for both.</param>
/// <param name="Amount">CNY for one job.</param>
internal sealed record JobRate(string Kind, string? Complexity, decimal Amount);

/// <summary>Tariff of the brand for warranty jobs and piece rates of technicians: data with an effective date.</summary>
internal sealed record SettlementPolicy
{
    public const string Key = "service.settlement";

    public IReadOnlyList<JobRate> BrandTariff { get; init; } =
        [new("repair", "general", 65), new("repair", "complex", 110), new("troubleshooting", null, 45), new("installation", null, 90), new("maintenance", null, 50), new("removal", null, 40)];
    public IReadOnlyList<JobRate> PiecePay { get; init; } =
        [new("repair", "general", 38), new("repair", "complex", 62), new("troubleshooting", null, 25), new("installation", null, 50), new("maintenance", null, 30), new("removal", null, 25)];

    /// <summary>The rate of a job: the one for its complexity, else the one for both; zero where there is none.</summary>
    public static decimal RateOf(IReadOnlyList<JobRate> rates, string kind, string complexity) =>
        (rates.FirstOrDefault(r => r.Kind == kind && r.Complexity == complexity) ?? rates.FirstOrDefault(r => r.Kind == kind && r.Complexity is null))?.Amount ?? 0;
}

internal sealed class SettlementMap : IEntityTypeConfiguration<BillRow>, IEntityTypeConfiguration<HandIn>, IEntityTypeConfiguration<BrandStatement>
{
    public void Configure(EntityTypeBuilder<BillRow> builder)
    {
        builder.ToTable("bill_rows");
        builder.HasIndex(b => new { b.Source, b.TransactionNumber, b.Amount }).IsUnique();
        builder.HasIndex(b => new { b.PaymentId, b.At });
    }

    public void Configure(EntityTypeBuilder<HandIn> builder)
    {
        builder.ToTable("hand_ins");
        builder.HasIndex(h => h.Number).IsUnique();
        builder.Property(h => h.From).HasColumnName("handed_in_by");
    }

    public void Configure(EntityTypeBuilder<BrandStatement> builder)
    {
        builder.ToTable("brand_statements");
        builder.Ignore(s => s.Difference).Ignore(s => s.Lines);
        builder.HasIndex(s => new { s.ContractId, s.Year, s.Month }).IsUnique();
        builder.HasOne<Requests.BrandContract>().WithMany().HasForeignKey(s => s.ContractId).OnDelete(DeleteBehavior.Restrict);
    }
}
