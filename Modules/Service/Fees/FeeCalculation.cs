using AfterSales.Kernel;

namespace AfterSales.Service.Fees;

/// <summary>What a line of a fee note is for.</summary>
internal enum FeeKind { CallOut, Material, WorkAtHeight, Labour, Part, Discount, QuoteCap }

/// <summary>One line, worked out.</summary>
/// <param name="UnitPrice">CNY; for labour the price of the standard hours.</param>
/// <param name="Amount">Rounded half up to the fen; negative for what is taken off.</param>
/// <param name="IsCovered">Warranty or agreement pays: the customer pays nothing for it.</param>
/// <param name="Until">Last day of the term or repair warranty behind the rule.</param>
/// <param name="Detail">How the amount came about, or the reason of a discount; source of the term.</param>
internal sealed record FeeLineFacts(FeeKind Kind, string Code, string Name, decimal Quantity, decimal UnitPrice, Money Amount, bool IsCovered, CoverRule Rule, DateOnly? Until = null, TermBasis? Basis = null, string? Detail = null)
{
    public Money Payable => IsCovered ? Money.Zero : Amount;
}

/// <param name="Covered">What warranty and agreement pay.</param>
/// <param name="IsDistanceFlagged">The road is much longer than the straight line.</param>
internal sealed record FeeResult(IReadOnlyList<FeeLineFacts> Lines, Money Payable, Money Covered, bool IsDistanceFlagged, bool IsExchangeDue)
{
    /// <summary>What there was to pay before a discount of our own and the cap of a quote.</summary>
    public Money BeforeDiscount => Lines.Where(l => l.Kind != FeeKind.QuoteCap && (l.Kind != FeeKind.Discount || l.Code == FeeCalculation.ByAgreement)).Aggregate(Money.Zero, (sum, line) => sum + line.Payable);
}

/// <summary>
/// The fee note's arithmetic (clause 1.7): call-out, auxiliary material, work at height, labour by standard hours, parts, discount. Pure: the same
/// inputs and the same list give the same lines.
/// </summary>
internal static class FeeCalculation
{
    /// <exception cref="RuleViolation">An input cannot be, the list lacks a code, or the discount is more than there is to pay.</exception>
    public static FeeResult Compute(FeeInputs inputs, PriceSheet prices, decimal longestDetour = 1.5m)
    {
        inputs.Check();
        var warranty = new Warranty(inputs.Warranty, inputs.Numbers);
        var works = inputs.Works.Select(w => Labour(w, prices, inputs, warranty)).ToList();
        var parts = inputs.Parts.Select(p => Part(p, prices, inputs, warranty)).ToList();
        var visit = VisitCover(inputs, warranty, [.. works, .. parts]);
        List<FeeLineFacts> lines = [];
        if (inputs.CalledOut) lines.Add(CallOut(inputs, prices.CallOut, For(FeeKind.CallOut, inputs, visit)));
        foreach (var material in inputs.Materials)
        {
            var price = prices.Material(material.Code);
            lines.Add(Line(FeeKind.Material, price.Code, price.Name, material.Quantity, price.Price, For(FeeKind.Material, inputs, visit)));
        }
        if (inputs.AtHeight) lines.Add(Line(FeeKind.WorkAtHeight, "height", "", 1, prices.WorkAtHeight, For(FeeKind.WorkAtHeight, inputs, visit)));
        lines.AddRange(works);
        lines.AddRange(parts);
        TakeOff(inputs, lines);
        var group = inputs.Works.Select(w => prices.Work(w.Code).Group).Concat(inputs.Parts.Select(p => prices.Part(p.Code).Group)).FirstOrDefault(g => g is not null);
        return new FeeResult(lines, Sum(lines, l => l.Payable), Sum(lines, l => l.IsCovered ? l.Amount : Money.Zero),
            inputs.StraightKm is { } straight && inputs.Km > straight * longestDetour, warranty.IsExchangeDue(inputs.FaultCode, group));
    }

    static FeeLineFacts CallOut(FeeInputs inputs, CallOutPrice price, WarrantyDecision cover)
    {
        var km = Math.Max(0, inputs.Km - price.IncludedKm);
        var quarters = Math.Max(0, (inputs.Minutes - price.IncludedMinutes + 14) / 15);
        var factor = price.FactorOf(inputs.Band);
        var amount = (price.Base + km * price.PerKm + quarters * price.PerQuarter) * factor;
        var how = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({price.Base:0.##} + {km:0.##} × {price.PerKm:0.##} + {quarters} × {price.PerQuarter:0.##}) × {factor:0.##}");
        return new FeeLineFacts(FeeKind.CallOut, Code.Of(inputs.Band), "", 1, amount, Money.From(amount), cover.IsCovered, cover.Rule, cover.Until, cover.Basis, how);
    }

    static FeeLineFacts Labour(WorkDone work, PriceSheet prices, FeeInputs inputs, Warranty warranty)
    {
        var price = prices.Work(work.Code);
        var cover = Cover(FeeKind.Labour, work.Code, isPart: false, price.Group, work.Misuse, work.Proved, inputs, warranty);
        return Line(FeeKind.Labour, price.Code, price.Name, work.Quantity, price.Hours * prices.LabourPerHour, cover);
    }

    static FeeLineFacts Part(PartUsed part, PriceSheet prices, FeeInputs inputs, Warranty warranty)
    {
        var price = prices.Part(part.Code);
        var cover = Cover(FeeKind.Part, part.Code, isPart: true, price.Group, part.Misuse, part.Proved, inputs, warranty);
        return Line(FeeKind.Part, price.Code, price.Name, part.Quantity, price.Price, cover);
    }

    static FeeLineFacts Line(FeeKind kind, string code, string name, decimal quantity, decimal unitPrice, WarrantyDecision cover) =>
        new(kind, code, name, quantity, unitPrice, Money.From(quantity * unitPrice), cover.IsCovered, cover.Rule, cover.Until, cover.Basis, cover.Source);

    /// <summary>A part or a work: an agreement, the repair warranty of an earlier repair, or the term of its group; misuse voids all but the agreement.</summary>
    static WarrantyDecision Cover(FeeKind kind, string code, bool isPart, string? group, bool misuse, bool proved, FeeInputs inputs, Warranty warranty)
    {
        if (inputs.AgreementCovers.Contains(kind)) return new(true, CoverRule.Agreement, Source: inputs.Agreement);
        var byTerm = warranty.Decide(group, inputs.Day, misuse, proved);
        if (byTerm.IsCovered || misuse) return byTerm;
        return (warranty.Repeated(inputs.Day) ?? warranty.RepairWarranty(code, isPart, inputs.Day)) is { } until ? new(true, CoverRule.RepairWarranty, Until: until) : byTerm;
    }

    /// <summary>The way, the time and the small things: covered when the visit repeats a repair inside its warranty, or when all that was done is covered.</summary>
    static WarrantyDecision VisitCover(FeeInputs inputs, Warranty warranty, List<FeeLineFacts> done)
    {
        var misuse = inputs.Works.Any(w => w.Misuse) || inputs.Parts.Any(p => p.Misuse);
        if (!misuse && warranty.Repeated(inputs.Day) is { } until) return new(true, CoverRule.RepairWarranty, Until: until);
        return done.Count > 0 && done.TrueForAll(l => l.IsCovered) ? new(true, CoverRule.CoveredFault) : new(false, CoverRule.Chargeable);
    }

    static WarrantyDecision For(FeeKind kind, FeeInputs inputs, WarrantyDecision visit) =>
        inputs.AgreementCovers.Contains(kind) ? new(true, CoverRule.Agreement, Source: inputs.Agreement) : visit;

    /// <summary>Code of the discount that an agreement gives.</summary>
    public const string ByAgreement = "agreement";

    static void TakeOff(FeeInputs inputs, List<FeeLineFacts> lines)
    {
        if (inputs.AgreementPercent > 0 && Money.From(Sum(lines, l => l.Payable).Yuan * inputs.AgreementPercent / 100) is { Fen: > 0 } agreed)
            lines.Add(new(FeeKind.Discount, ByAgreement, "", 1, -agreed.Yuan, -agreed, false, CoverRule.Chargeable, Detail: string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{inputs.Agreement} {inputs.AgreementPercent} %")));
        if (inputs.Discount is { } discount)
        {
            var payable = Sum(lines, l => l.Payable);
            if (Money.From(discount.Amount) > payable) throw new RuleViolation("Fees.DiscountTooMuch", payable.ToString()) { Field = "Input.Discount" };
            lines.Add(new(FeeKind.Discount, discount.Reason, "", 1, -discount.Amount, -Money.From(discount.Amount), false, CoverRule.Chargeable));
        }
        if (inputs.Cap is { } cap && Sum(lines, l => l.Payable) - Money.From(cap) is { Fen: > 0 } over)
            lines.Add(new(FeeKind.QuoteCap, "quote", "", 1, -over.Yuan, -over, false, CoverRule.Chargeable));
    }

    static Money Sum(IEnumerable<FeeLineFacts> lines, Func<FeeLineFacts, Money> of) => lines.Aggregate(Money.Zero, (sum, line) => sum + of(line));
}
