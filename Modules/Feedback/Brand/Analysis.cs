using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;

namespace AfterSales.Feedback.Brand;

/// <summary>What is looked at each month, with a name under it.</summary>
internal enum AnalysisKind { Surveys, Complaints, Brand }

/// <summary>The analysis of one month: due by a day of the next one, signed by whoever made it (clauses 3.4 and 12.3).</summary>
internal sealed class Analysis : Aggregate, IInFeed
{
    public long Change { get; private set; }
    public AnalysisKind Kind { get; private init; }
    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private init; }
    /// <summary>Last day on which it is in time.</summary>
    public DateOnly Due { get; private init; }
    public string? Findings { get; private set; }
    public string? Actions { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    public string? SignedBy { get; private set; }

    Analysis() { }

    public static Analysis Owed(AnalysisKind kind, DateOnly month, BrandPolicy policy) => new() { Kind = kind, Month = month, Due = month.AddMonths(1).AddDays(policy.ReviewDay - 1) };

    public void Sign(string? findings, string? actions, DateOnly today, Actor who)
    {
        Require(SignedOn is null, "Brand.Analysis.IsSigned");
        Require(today >= Month.AddMonths(1), "Brand.Analysis.MonthNotOver");
        Require(!string.IsNullOrWhiteSpace(findings), "Brand.Analysis.FindingsMissing", "Input.Findings");
        (Findings, Actions, SignedOn, SignedBy) = (findings!.Trim(), actions.OrNull(), today, who.Name);
        Acted();
    }
}
