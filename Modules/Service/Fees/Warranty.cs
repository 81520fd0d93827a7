namespace AfterSales.Service.Fees;

/// <summary>Why a line is covered, or why it is not: the rule that a fee note states beside each line.</summary>
internal enum CoverRule
{
    /// <summary>Inside the warranty term of its component group.</summary>
    InTerm,
    /// <summary>The term is over.</summary>
    OutOfTerm,
    /// <summary>No term is on record for the component group.</summary>
    NoTerm,
    /// <summary>Neither purchase nor installation nor production is known.</summary>
    NoDate,
    /// <summary>Misuse voids the warranty for this fault.</summary>
    Misuse,
    /// <summary>Misuse was found within the months in which the company must prove it, and is not proved: covered all the same.</summary>
    MisuseNotProved,
    /// <summary>The part or the work was paid or done before and its repair warranty runs.</summary>
    RepairWarranty,
    /// <summary>An agreement pays for it.</summary>
    Agreement,
    /// <summary>The visit was for a fault that is covered.</summary>
    CoveredFault,
    /// <summary>Ordinary chargeable service.</summary>
    Chargeable,
}

/// <summary>From what a term is counted.</summary>
internal enum TermBasis { Exchange, Purchase, Installation, Production }

/// <summary>A warranty term of a component group as it was when the note was made: dated data with its source, never law in code.</summary>
/// <param name="Group">Code of the component group.</param>
/// <param name="Source">Where the term is written, e.g. the maker's card.</param>
internal sealed record GroupTerm(string Group, int Months, string Source);

/// <summary>A repair that was completed before on the same appliance.</summary>
/// <param name="Day">Local day of completion.</param>
/// <param name="SameFault">It is the repair that the present order repeats.</param>
internal sealed record EarlierRepair(DateOnly Day, string? FaultCode, IReadOnlyList<string> Works, IReadOnlyList<string> Parts, bool SameFault = false);

/// <summary>All that the warranty of an appliance hangs on, on the day of a visit. Kept with the note, so that its decision can be made again.</summary>
internal sealed record WarrantyFacts
{
    public DateOnly? PurchasedOn { get; init; }
    public DateOnly? InstalledOn { get; init; }
    public DateOnly? ProducedOn { get; init; }
    /// <summary>The unit came in exchange for another one on this day: its term starts anew.</summary>
    public DateOnly? ExchangedOn { get; init; }
    /// <summary>Days under repair or waiting for parts so far, by which the term extends.</summary>
    public int DaysUnderRepair { get; init; }
    public IReadOnlyList<GroupTerm> Terms { get; init; } = [];
    public IReadOnlyList<EarlierRepair> Earlier { get; init; } = [];
}

/// <param name="Until">Last day of the term or repair warranty that decided, where one did.</param>
internal sealed record WarrantyDecision(bool IsCovered, CoverRule Rule, TermBasis? Basis = null, DateOnly? Until = null, string? Source = null);

/// <summary>Numbers of the warranty rules; part of the fee policy.</summary>
internal sealed record WarrantyNumbers
{
    /// <summary>Months after purchase during which the company must prove misuse.</summary>
    public int MonthsOfProof { get; init; } = 6;
    /// <summary>Months added to the day of production where nothing better is known.</summary>
    public int MonthsAfterProduction { get; init; } = 3;
    /// <summary>Days of the repair warranty on the replaced part and the work.</summary>
    public int RepairWarrantyDays { get; init; } = 90;
    /// <summary>Repairs of one fault inside the term after which exchange or refund is due.</summary>
    public int RepairsBeforeExchange { get; init; } = 2;
}

/// <summary>
/// Decides warranty per component group. Terms are measuring windows: plain local days, until 24:00 of the last day, never rolled to a working
/// day; months end on the same day number or the last day of the month.
/// </summary>
internal sealed record Warranty(WarrantyFacts Facts, WarrantyNumbers Numbers)
{
    /// <summary>What the terms are counted from: an exchange, else the purchase, else installation, else production and some months.</summary>
    public (TermBasis Basis, DateOnly Day)? Basis =>
        Facts.ExchangedOn is { } exchanged ? (TermBasis.Exchange, exchanged)
        : Facts.PurchasedOn is { } bought ? (TermBasis.Purchase, bought)
        : Facts.InstalledOn is { } installed ? (TermBasis.Installation, installed)
        : Facts.ProducedOn is { } produced ? (TermBasis.Production, produced.AddMonths(Numbers.MonthsAfterProduction))
        : null;

    /// <summary>Last day of a group's term; null where no term or no date is known.</summary>
    public DateOnly? LastDay(string? group) =>
        TermOf(group) is { } term && Basis is { } basis ? basis.Day.AddMonths(term.Months).AddDays(Facts.DaysUnderRepair) : null;

    GroupTerm? TermOf(string? group) => Facts.Terms.FirstOrDefault(t => t.Group == group);

    /// <summary>One part or work on a day.</summary>
    /// <param name="misuse">The technician found misuse behind this fault.</param>
    /// <param name="proved">There is evidence of it.</param>
    public WarrantyDecision Decide(string? group, DateOnly day, bool misuse, bool proved)
    {
        var term = TermOf(group);
        if (term is null) return new(false, misuse ? CoverRule.Misuse : CoverRule.NoTerm);
        if (Basis is not { } basis) return new(false, CoverRule.NoDate, Source: term.Source);
        var last = LastDay(group)!.Value;
        if (day > last) return new(false, CoverRule.OutOfTerm, basis.Basis, last, term.Source);
        if (!misuse) return new(true, CoverRule.InTerm, basis.Basis, last, term.Source);
        var mustProve = Facts.PurchasedOn is { } bought && day <= bought.AddMonths(Numbers.MonthsOfProof);
        return mustProve && !proved ? new(true, CoverRule.MisuseNotProved, basis.Basis, last, term.Source) : new(false, CoverRule.Misuse, basis.Basis, last, term.Source);
    }

    /// <summary>Last day of the repair warranty on a part that was replaced or a work that was done before; null when none runs.</summary>
    public DateOnly? RepairWarranty(string code, bool isPart, DateOnly day) =>
        Running(Facts.Earlier.Where(r => (isPart ? r.Parts : r.Works).Contains(code)), day);

    /// <summary>Last day of the repair warranty of the repair that the present visit repeats; null when it is no repeat or comes too late.</summary>
    public DateOnly? Repeated(DateOnly day) => Running(Facts.Earlier.Where(r => r.SameFault), day);

    DateOnly? Running(IEnumerable<EarlierRepair> repairs, DateOnly day)
    {
        DateOnly? until = null;
        foreach (var end in repairs.Where(r => r.Day <= day).Select(r => r.Day.AddDays(Numbers.RepairWarrantyDays)))
            if (end >= day && (until is null || end > until)) until = end;
        return until;
    }

    /// <summary>The same fault was repaired often enough inside its group's term: the customer may have exchange or refund.</summary>
    public bool IsExchangeDue(string? faultCode, string? group) =>
        faultCode is not null && LastDay(group) is { } last && Basis is { } basis
        && Facts.Earlier.Count(r => r.FaultCode == faultCode && r.Day >= basis.Day && r.Day <= last) >= Numbers.RepairsBeforeExchange;
}
