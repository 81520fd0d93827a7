using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Parts;

internal enum StockMoveKind { Loaded, Used, PutBack, GivenBack, Counted }

/// <summary>
/// How many of one part a technician carries, and the minimum. What is built in on a visit is taken off by itself; below zero somebody forgot to enter a
/// loading, and it has to be counted.
/// </summary>
internal sealed class VanStock : Aggregate
{
    public Guid PublicId { get; private init; }
    public long TechnicianId { get; private init; }
    public string Part { get; private init; } = "";
    public string? Name { get; private set; }
    public int Count { get; private set; }
    public int Minimum { get; private set; }
    public List<StockMove> Moves { get; } = [];

    VanStock() { }

    public static VanStock Open(long technicianId, string part, string? name, int count, int minimum, DateTime at, Actor who, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(part), "Parts.Request.PartMissing", "Input.Part");
        Require(count is >= 0 and <= 999, "Parts.Van.Amount", "Input.Count");
        var stock = new VanStock { PublicId = publicId ?? Kernel.PublicId.New(at), TechnicianId = technicianId, Part = part.Trim(), Name = name.OrNull() };
        stock.Keep(minimum);
        stock.Move(StockMoveKind.Counted, count, null, at, who);
        return stock;
    }

    public bool IsLow => Count < Minimum;

    public void Keep(int minimum)
    {
        Require(minimum is >= 0 and <= 999, "Parts.Van.Amount", "Input.Minimum");
        Minimum = minimum;
        Acted();
    }

    /// <param name="amount">How many; for <see cref="StockMoveKind.Counted"/> how many are there.</param>
    /// <param name="order">Number of the order for which a part was used.</param>
    public void Move(StockMoveKind kind, int amount, string? order, DateTime at, Actor who)
    {
        Require(amount is >= 0 and <= 999 && (amount > 0 || kind == StockMoveKind.Counted), "Parts.Van.Amount", "Input.Amount");
        var change = kind switch { StockMoveKind.Counted => amount - Count, StockMoveKind.Used or StockMoveKind.GivenBack => -amount, _ => amount };
        Count += change;
        Moves.Add(new StockMove { Kind = kind, Change = change, Order = order, At = at, By = who.Name });
        Acted();
    }
}

/// <summary>One change of a count: why, how many, by whom.</summary>
internal sealed class StockMove
{
    public long Id { get; private set; }
    public long StockId { get; private set; }
    public required StockMoveKind Kind { get; init; }
    public required int Change { get; init; }
    public string? Order { get; init; }
    public required DateTime At { get; init; }
    public required string By { get; init; }
}

/// <summary>Keeps the van's count in step with what is built in; parts that the van does not carry come from elsewhere.</summary>
internal sealed class TakeFromVan(ServiceDbContext db)
{
    public async Task MoveAsync(long technicianId, string part, int quantity, StockMoveKind kind, string order, DateTime at, Actor who, CancellationToken ct)
    {
        if (await db.Set<VanStock>().SingleOrDefaultAsync(s => s.TechnicianId == technicianId && s.Part == part, ct) is { } stock) stock.Move(kind, quantity, order, at, who);
    }
}

internal sealed class VanStockMap : IEntityTypeConfiguration<VanStock>, IEntityTypeConfiguration<StockMove>
{
    public void Configure(EntityTypeBuilder<VanStock> builder)
    {
        builder.ToTable("van_stock");
        builder.HasIndex(s => s.PublicId).IsUnique();
        builder.HasIndex(s => new { s.TechnicianId, s.Part }).IsUnique();
        builder.HasOne<Technician>().WithMany().HasForeignKey(s => s.TechnicianId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Moves).WithOne().HasForeignKey(m => m.StockId);
    }

    public void Configure(EntityTypeBuilder<StockMove> builder) => builder.ToTable("stock_moves");
}
