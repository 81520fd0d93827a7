using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using AfterSales.Service.Dispatch;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Parts;

/// <summary>Something that is measured with, and until when its calibration holds. A value from one that is overdue counts, and is marked.</summary>
internal sealed class Instrument : Aggregate
{
    public Guid PublicId { get; private init; }
    public string Code { get; private init; } = "";
    public string Name { get; private init; } = "";
    public string? Serial { get; private init; }
    /// <summary>Who carries it; null: whoever needs it.</summary>
    public long? TechnicianId { get; private set; }
    public DateOnly CalibratedOn { get; private set; }
    /// <summary>Last day of the calibration.</summary>
    public DateOnly DueOn { get; private set; }
    public string? Certificate { get; private set; }
    public DateOnly? EndedOn { get; private set; }

    Instrument() { }

    public static Instrument Register(string code, string name, string? serial, long? technicianId, DateOnly calibratedOn, DateOnly dueOn, string? certificate, DateTime now, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(code), "Parts.Instrument.CodeMissing", "Input.Code");
        Require(!string.IsNullOrWhiteSpace(name), "Parts.Instrument.NameMissing", "Input.Name");
        var instrument = new Instrument { PublicId = publicId ?? Kernel.PublicId.New(now), Code = code.Trim(), Name = name.Trim(), Serial = serial.OrNull(), TechnicianId = technicianId };
        instrument.Take(calibratedOn, dueOn, certificate);
        return instrument;
    }

    public bool IsOverdue(DateOnly day) => day > DueOn;

    /// <param name="today">Local day.</param>
    public void Calibrate(DateOnly on, DateOnly dueOn, string? certificate, DateOnly today)
    {
        Require(EndedOn is null, "Parts.Instrument.Ended");
        Require(on <= today, "Parts.Instrument.InFuture", "Input.CalibratedOn");
        Take(on, dueOn, certificate);
    }

    void Take(DateOnly on, DateOnly dueOn, string? certificate)
    {
        Require(dueOn > on, "Parts.Instrument.DueBefore", "Input.DueOn");
        (CalibratedOn, DueOn, Certificate) = (on, dueOn, certificate.OrNull());
        Acted();
    }

    /// <summary>Somebody else carries it from now on; null: whoever needs it.</summary>
    public void GiveTo(long? technicianId)
    {
        Require(EndedOn is null, "Parts.Instrument.Ended");
        TechnicianId = technicianId;
        Acted();
    }

    public void End(DateOnly today)
    {
        Require(EndedOn is null, "Parts.Instrument.Ended");
        EndedOn = today;
        Acted();
    }
}

internal sealed class InstrumentMap : IEntityTypeConfiguration<Instrument>
{
    public void Configure(EntityTypeBuilder<Instrument> builder)
    {
        builder.ToTable("instruments");
        builder.HasIndex(i => i.PublicId).IsUnique();
        builder.HasIndex(i => i.Code).IsUnique();
        builder.HasOne<Technician>().WithMany().HasForeignKey(i => i.TechnicianId).OnDelete(DeleteBehavior.Restrict);
    }
}
