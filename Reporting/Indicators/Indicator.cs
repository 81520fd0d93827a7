namespace AfterSales.Reporting.Indicators;

/// <summary>In which direction better lies.</summary>
internal enum Direction { Up, Down }

/// <summary>Control chart of an indicator.</summary>
internal enum ChartKind { P, U, Xmr }

/// <summary>What values are: share is 0 to 1, points are 100 times a difference of shares, money is CNY, a rate is per hundred.</summary>
internal enum Unit { Share, Hours, Days, Points, Money, Rate, Count, Index }

/// <summary>
/// One number the company is measured by, in one file: what it counts, over which fact, dated how, with which target and chart. Card, chart,
/// scorecard, table, export and command line all read this. Its words are text keys <c>Indicators.{Code}.Name|Definition|Cohort</c>.
/// To add one: a class in <c>Catalogue</c> and its three texts.
/// </summary>
/// <remarks>SQL here is spoken by DuckDB and PostgreSQL alike: the fact is <c>f</c>; values go through <see cref="Binding"/>, never into the text.</remarks>
internal abstract class Indicator
{
    public abstract string Code { get; }
    /// <summary>Clause of the contract that it measures.</summary>
    public abstract string Clause { get; }
    public abstract Unit Unit { get; }
    public abstract Direction Good { get; }
    public abstract ChartKind Chart { get; }
    /// <summary>Default target, or null where none is set.</summary>
    public virtual double? Target => null;
    /// <summary>The target is one of a month: longer periods want as much more, shorter ones as much less.</summary>
    public virtual bool TargetIsMonthly => false;
    /// <summary>Where the target holds, when not everywhere: dimension and code.</summary>
    public virtual (string Dimension, string Code)? TargetOnlyFor => null;
    /// <summary>Days after the end of a period until its number can no longer change by itself.</summary>
    public virtual int SettlesAfterDays => 0;
    public abstract FactSource Source { get; }
    /// <summary>SQL: the local day to which a row is dated. Null: the row is not in question.</summary>
    public abstract string Day { get; }
    /// <summary>SQL condition: the row is in the cohort.</summary>
    public abstract string Counted(Binding bind);
    /// <summary>SQL condition: the row is left out by rule and counted beside the number; without a rule, none is.</summary>
    public virtual string Excluded(Binding bind) => "FALSE";
    /// <summary>SQL: the measured amount of a counted row; null where rows are only counted.</summary>
    public virtual string? Amount => null;
    /// <summary>Rows (or other units) that the denominator of a share or ratio is multiplied into: 100 for points.</summary>
    public virtual double Scale => 1;

    /// <summary>Chapter of the contract.</summary>
    public int Chapter => int.Parse(Clause.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

    public string NameKey => $"Indicators.{Code}.Name";
    public string DefinitionKey => $"Indicators.{Code}.Definition";
    public string CohortKey => $"Indicators.{Code}.Cohort";

    /// <summary>Every indicator there is, in the order of the contract's clauses.</summary>
    public static IReadOnlyList<Indicator> All { get; } =
    [
        .. typeof(Indicator).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Indicator)) && !t.IsAbstract)
            .Select(t => (Indicator)Activator.CreateInstance(t)!).OrderBy(i => i.Clause, ClauseOrder.Instance).ThenBy(i => i.Code, StringComparer.Ordinal),
    ];

    public static Indicator? Of(string code) => All.FirstOrDefault(i => i.Code == code);

    sealed class ClauseOrder : IComparer<string>
    {
        public static readonly ClauseOrder Instance = new();

        public int Compare(string? x, string? y)
        {
            var (left, right) = (x!.Split('.').Select(int.Parse).ToArray(), y!.Split('.').Select(int.Parse).ToArray());
            for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
                if (left[i] != right[i]) return left[i].CompareTo(right[i]);
            return left.Length.CompareTo(right.Length);
        }
    }
}

/// <summary>A share: rows of the cohort that hit, of all in the cohort.</summary>
internal abstract class ShareIndicator : Indicator
{
    public override Unit Unit => Unit.Share;
    public override ChartKind Chart => ChartKind.P;
    /// <summary>SQL condition, asked only of rows in the cohort: the row is in the numerator.</summary>
    public abstract string Hit(Binding bind);
}

/// <summary>A median, with the ninetieth percentile beside it.</summary>
internal abstract class MedianIndicator : Indicator
{
    public override ChartKind Chart => ChartKind.Xmr;
    /// <summary>SQL: the measured value of a row in the cohort.</summary>
    public abstract string Value { get; }
    public override string Amount => Value;
}

/// <summary>
/// A sum over a sum: a mean (each row one in the denominator), a rate (events over what they could happen to), a difference of shares (plus one,
/// minus one or nothing per row). Rows of two facts come together in a source whose table is a union.
/// </summary>
internal abstract class RatioIndicator : Indicator
{
    public override ChartKind Chart => ChartKind.Xmr;
    /// <summary>SQL: what a row of the cohort adds to the numerator.</summary>
    public abstract string Numerator { get; }
    /// <summary>SQL: what a row of the cohort adds to the denominator.</summary>
    public virtual string Denominator => "1";
    public override string Amount => Numerator;
    /// <summary>
    /// The denominator is a stock that rows bring day by day (people in post): what counts of it is its average over the days of the period on which there was any.
    /// Such a number is asked for over its whole span, never added up from its periods.
    /// </summary>
    public virtual bool IsPerAverage => false;
}

/// <summary>
/// Several scores of 0 to 100 in one number, each with its weight, over the rows of a union. A score without rows drops out and the other weights
/// are scaled up; with fewer than two scores there is no number. It is computed over the whole span, never added up from its periods.
/// </summary>
internal abstract class IndexIndicator : Indicator
{
    public override Unit Unit => Unit.Index;
    public override ChartKind Chart => ChartKind.Xmr;
    /// <summary>SQL of aggregates over the counted rows: a score of 0 to 100, null where it has none.</summary>
    public abstract IReadOnlyList<(double Weight, string Score)> Scores { get; }
}

/// <summary>
/// How things stand at the end of each period: rows of the fact that hold on its last day (or on the day of the data, if that is earlier), and the
/// share of them that hit. The last day is <c>pe.day</c> in every condition. The total of a span is its last period that has a number.
/// </summary>
internal abstract class PeriodEndIndicator : Indicator
{
    public sealed override string Day => "pe.day";
    /// <summary>SQL: first local day on which a row holds.</summary>
    public abstract string Since { get; }
    /// <summary>SQL: first local day on which it no longer does; null while it goes on.</summary>
    public abstract string Until { get; }
    /// <summary>SQL condition, asked only of rows in the cohort; null where the rows themselves are the number.</summary>
    public virtual string? Hit(Binding bind) => null;
}
