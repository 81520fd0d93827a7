using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Parts;

/// <summary>
/// Something that the maker wants done to every unit of a model in a range of serial numbers, seen by whoever works on one of them. Serials are compared
/// sign by sign among those of equal length, so that 99 does not lie behind 100.
/// </summary>
internal sealed class Recall : Aggregate
{
    public Guid PublicId { get; private init; }
    /// <summary>The maker's number of it.</summary>
    public string Code { get; private init; } = "";
    public string Title { get; private init; } = "";
    public string Instruction { get; private init; } = "";
    public long ModelId { get; private init; }
    public string SerialFrom { get; private init; } = "";
    public string SerialTo { get; private init; } = "";
    public DateOnly StartedOn { get; private init; }
    public DateOnly? EndedOn { get; private set; }
    public List<RecallJob> Jobs { get; } = [];

    Recall() { }

    public static Recall Start(string code, string title, string instruction, long modelId, string serialFrom, string serialTo, DateOnly startedOn, DateTime now, Guid? publicId = null)
    {
        var (from, to) = (serialFrom.Trim(), serialTo.Trim());
        Require(!string.IsNullOrWhiteSpace(code), "Parts.Recall.CodeMissing", "Input.Code");
        Require(!string.IsNullOrWhiteSpace(title), "Parts.Recall.TitleMissing", "Input.Title");
        Require(!string.IsNullOrWhiteSpace(instruction), "Parts.Recall.InstructionMissing", "Input.Instruction");
        Require(from.Length > 0 && from.Length == to.Length, "Parts.Recall.Lengths", "Input.SerialTo", from, to);
        Require(string.CompareOrdinal(from, to) <= 0, "Parts.Recall.Order", "Input.SerialTo", from, to);
        var recall = new Recall { PublicId = publicId ?? Kernel.PublicId.New(now), Code = code.Trim(), Title = title.Trim(), Instruction = instruction.Trim(), ModelId = modelId, SerialFrom = from, SerialTo = to, StartedOn = startedOn };
        recall.Acted();
        return recall;
    }

    public bool Covers(long? model, string? serial) => model == ModelId && serial is not null && serial.Length == SerialFrom.Length && string.CompareOrdinal(serial, SerialFrom) >= 0 && string.CompareOrdinal(serial, SerialTo) <= 0;

    public bool IsOpenFor(Appliance appliance) => EndedOn is null && Covers(appliance.ModelId, appliance.Serial) && Jobs.TrueForAll(j => j.ApplianceId != appliance.Id);

    /// <param name="order">Number of the order on which it was done; null when it was done elsewhere.</param>
    public void Done(Appliance appliance, string? order, DateTime at, Actor who)
    {
        Require(EndedOn is null, "Parts.Recall.Ended");
        Require(Covers(appliance.ModelId, appliance.Serial), "Parts.Recall.NotCovered", null, appliance.Serial ?? "—", SerialFrom, SerialTo);
        Require(Jobs.TrueForAll(j => j.ApplianceId != appliance.Id), "Parts.Recall.DoneAlready", null, appliance.Serial);
        Jobs.Add(new RecallJob { ApplianceId = appliance.Id, Order = order, At = at, By = who.Name });
        Acted();
    }

    public void End(DateOnly today)
    {
        Require(EndedOn is null, "Parts.Recall.Ended");
        EndedOn = today;
        Acted();
    }
}

/// <summary>One unit of a recall that is done.</summary>
internal sealed class RecallJob
{
    public long Id { get; private set; }
    public long RecallId { get; private set; }
    public required long ApplianceId { get; init; }
    public string? Order { get; init; }
    public required DateTime At { get; init; }
    public required string By { get; init; }
}

internal static class RecallQueries
{
    /// <summary>Recalls that are still to be done on a unit, with their jobs.</summary>
    public static async Task<IReadOnlyList<Recall>> OpenForAsync(this IQueryable<Recall> recalls, Appliance? appliance, CancellationToken ct) =>
        appliance is null ? [] : [.. (await recalls.Where(r => r.EndedOn == null && r.ModelId == appliance.ModelId).Include(r => r.Jobs.Where(j => j.ApplianceId == appliance.Id)).ToListAsync(ct)).Where(r => r.IsOpenFor(appliance))];
}

internal sealed class RecallMap : IEntityTypeConfiguration<Recall>, IEntityTypeConfiguration<RecallJob>
{
    public void Configure(EntityTypeBuilder<Recall> builder)
    {
        builder.ToTable("recalls");
        builder.HasIndex(r => r.PublicId).IsUnique();
        builder.HasIndex(r => r.Code).IsUnique();
        builder.HasIndex(r => r.ModelId);
        builder.HasOne<ProductModel>().WithMany().HasForeignKey(r => r.ModelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Jobs).WithOne().HasForeignKey(j => j.RecallId);
    }

    public void Configure(EntityTypeBuilder<RecallJob> builder)
    {
        builder.ToTable("recall_jobs");
        builder.HasIndex(j => new { j.RecallId, j.ApplianceId }).IsUnique();
        builder.HasOne<Appliance>().WithMany().HasForeignKey(j => j.ApplianceId).OnDelete(DeleteBehavior.Restrict);
    }
}
