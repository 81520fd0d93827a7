using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Risk.Register;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Risk.Controls;

/// <summary>Keeps it from happening, notices that it happens, or limits what follows.</summary>
internal enum ControlKind { Preventive, Detective, Corrective }

internal enum ControlTestResult { Works, Partly, Fails }

/// <summary>Something that holds risks down, and how often somebody tests that it does (clause 11.3).</summary>
internal sealed class Control : Aggregate, INumbered
{
    /// <summary>Longest time between two tests, months.</summary>
    const int MostMonths = 36;
    int _year;

    public Guid PublicId { get; private init; }
    public string Number { get; private set; } = "";
    public ControlKind Kind { get; private init; }
    public string Name { get; private init; } = "";
    /// <summary>What is done, and how a test sees that it was.</summary>
    public string What { get; private init; } = "";
    public string? OwnerId { get; private set; }
    public string OwnerName { get; private set; } = "";
    /// <summary>Months from one test to the next.</summary>
    public int TestMonths { get; private init; }
    public DateOnly IntroducedOn { get; private init; }
    public DateOnly? RetiredOn { get; private set; }
    /// <summary>When it is to be tested next; null once retired.</summary>
    public DateOnly? TestDue { get; private set; }
    public List<ControlOfRisk> Risks { get; } = [];
    public List<ControlTest> Tests { get; } = [];

    public string NumberSeries => "CN";
    public int NumberYear => _year;
    public bool NeedsNumber => Number.Length == 0;
    public void GiveNumber(long sequence) => Number = $"CN-{_year}-{sequence:0000}";

    public ControlTest? LastTest => Tests.Where(t => t.DoneOn is not null).MaxBy(t => (t.DoneOn, t.Id));

    Control() { }

    public static Control Introduce(ControlKind kind, string? name, string? what, Owner owner, int? testMonths, IReadOnlyCollection<long> risks, DateOnly today, DateTime now, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(name), "Controls.NameMissing", "Input.Name");
        Require(!string.IsNullOrWhiteSpace(what), "Controls.WhatMissing", "Input.What");
        Require(!string.IsNullOrWhiteSpace(owner.Name), "Register.OwnerMissing", "Input.Owner");
        Require(testMonths is >= 1 and <= MostMonths, "Controls.MonthsOutside", "Input.TestMonths", MostMonths);
        Require(risks.Count > 0, "Controls.RisksMissing", "Input.Risks");
        var control = new Control { PublicId = publicId ?? Kernel.PublicId.New(now), Kind = kind, Name = name!.Trim(), What = what!.Trim(), OwnerId = owner.Id, OwnerName = owner.Name, TestMonths = testMonths!.Value, IntroducedOn = today, _year = today.Year };
        control.Risks.AddRange(risks.Distinct().Select(id => new ControlOfRisk { RiskId = id }));
        control.Owe(today.AddMonths(control.TestMonths));
        return control;
    }

    void Owe(DateOnly due)
    {
        Tests.Add(new ControlTest { Due = due });
        TestDue = due;
    }

    /// <summary>Somebody tested it. Whatever the result, the next test is owed; one that does not work needs words.</summary>
    public void Test(ControlTestResult result, string? note, DateOnly today, Actor who)
    {
        RequireInUse();
        Require(result == ControlTestResult.Works || !string.IsNullOrWhiteSpace(note), "Controls.NoteMissing", "Input.Note");
        Tests.Single(t => t is { DoneOn: null, Dropped: false }).Done(result, note?.Trim(), today, who.Name);
        Owe(today.AddMonths(TestMonths));
        Acted();
    }

    public void HandOver(Owner owner)
    {
        RequireInUse();
        Require(!string.IsNullOrWhiteSpace(owner.Name), "Register.OwnerMissing", "Input.Owner");
        (OwnerId, OwnerName) = (owner.Id, owner.Name);
        Acted();
    }

    /// <summary>Not used any more. A test whose day has not come is dropped, one that is late stays late.</summary>
    public void Retire(DateOnly today)
    {
        RequireInUse();
        (RetiredOn, TestDue) = (today, null);
        Tests.Find(t => t.DoneOn is null && t.Due >= today)?.Drop();
        Acted();
    }

    void RequireInUse() => Require(RetiredOn is null, "Controls.IsRetired");
}

internal sealed class ControlOfRisk
{
    public long Id { get; private set; }
    public long ControlId { get; private set; }
    public long RiskId { get; init; }
}

internal sealed class ControlTest : IInFeed
{
    public long Change { get; private set; }
    public long Id { get; private set; }
    public long ControlId { get; private set; }
    public DateOnly Due { get; init; }
    public DateOnly? DoneOn { get; private set; }
    public ControlTestResult? Result { get; private set; }
    public string? Note { get; private set; }
    public string? DoneBy { get; private set; }
    public bool Dropped { get; private set; }

    internal void Done(ControlTestResult result, string? note, DateOnly on, string who) => (Result, Note, DoneOn, DoneBy) = (result, note, on, who);
    internal void Drop() => Dropped = true;
}

internal sealed class ControlMap : IEntityTypeConfiguration<Control>, IEntityTypeConfiguration<ControlOfRisk>, IEntityTypeConfiguration<ControlTest>
{
    public void Configure(EntityTypeBuilder<Control> builder)
    {
        builder.ToTable("controls");
        builder.HasIndex(c => c.PublicId).IsUnique();
        builder.HasIndex(c => c.Number).IsUnique();
        builder.Ignore(c => c.LastTest);
        builder.HasMany(c => c.Risks).WithOne().HasForeignKey(r => r.ControlId);
        builder.HasMany(c => c.Tests).WithOne().HasForeignKey(t => t.ControlId);
    }

    public void Configure(EntityTypeBuilder<ControlOfRisk> builder)
    {
        builder.ToTable("control_risks");
        builder.HasIndex(c => new { c.RiskId, c.ControlId }).IsUnique();
        builder.HasOne<RegisteredRisk>().WithMany().HasForeignKey(c => c.RiskId);
    }

    public void Configure(EntityTypeBuilder<ControlTest> builder) => builder.ToTable("control_tests");
}

internal static class ControlQueries
{
    public static readonly string[] States = ["in_use", "test_due", "not_working", "retired", "all"];

    public static IQueryable<Control> Shown(this IQueryable<Control> controls, string state, DateOnly today) => state switch
    {
        "in_use" => controls.Where(c => c.RetiredOn == null),
        "test_due" => controls.Where(c => c.TestDue < today),
        "not_working" => controls.Where(c => c.RetiredOn == null && c.Tests.Where(t => t.DoneOn != null).OrderByDescending(t => t.Id).Select(t => t.Result).FirstOrDefault() == ControlTestResult.Fails),
        "retired" => controls.Where(c => c.RetiredOn != null),
        _ => controls,
    };

    public static IQueryable<Control> Whole(this IQueryable<Control> controls) => controls.Include(c => c.Risks).Include(c => c.Tests).AsSplitQuery();
}
