namespace AfterSales.Reporting.Indicators;

/// <summary>In which direction better lies.</summary>
internal enum Direction { Up, Down }

/// <summary>Control chart of an indicator.</summary>
internal enum ChartKind { P, U, Xmr }

/// <summary>What values are: share is 0 to 1.</summary>
internal enum Unit { Share, Hours }

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
    /// <summary>Where the target holds, when not everywhere: dimension and code.</summary>
    public virtual (string Dimension, string Code)? TargetOnlyFor => null;
    /// <summary>Days after the end of a period until its number can no longer change by itself.</summary>
    public virtual int SettlesAfterDays => 0;
    public abstract FactSource Source { get; }
    /// <summary>SQL: the local day to which a row is dated. Null: the row is not in question.</summary>
    public abstract string Day { get; }
    /// <summary>SQL condition: the row is in the cohort.</summary>
    public abstract string Counted(Binding bind);
    /// <summary>SQL condition: the row is left out by rule and counted beside the number.</summary>
    public abstract string Excluded(Binding bind);

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
}
