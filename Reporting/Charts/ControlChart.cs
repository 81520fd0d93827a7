using MathNet.Numerics.Distributions;

namespace AfterSales.Reporting.Charts;

/// <summary>One period of a series.</summary>
/// <param name="Value">Null without data.</param>
/// <param name="N">Size of the sample: denominator of a share, area of opportunity of a rate.</param>
/// <param name="Complete">False while the period's number can still change by itself: drawn, but neither baseline nor signal.</param>
internal readonly record struct Point(double? Value, double N, bool Complete)
{
    /// <summary>Rows counted in the numerator, for shares and rates.</summary>
    public double Count => (Value ?? 0) * N;
}

internal readonly record struct Limits(double Lower, double Center, double Upper);

/// <summary>What a stable stretch of the series said: centre and, for individual values, the mean moving range.</summary>
/// <param name="Periods">Periods it was taken from.</param>
/// <param name="SigmaZ">Laney's factor over the same stretch; null where it is no share.</param>
/// <param name="N">Size of the stretch as one sample, for shares and rates; null where the centre is not an estimate of it.</param>
internal readonly record struct Baseline(double Center, double MovingRange, int Periods, double? SigmaZ = null, double? N = null)
{
    /// <summary>Too few periods for more than a first look.</summary>
    public bool IsProvisional => Periods < ControlChart.BaselinePeriods;
}

/// <param name="Limits">Null without a baseline or without data.</param>
/// <param name="Signals">Codes of <see cref="Rule"/>, empty when quiet.</param>
internal sealed record ChartedPoint(Limits? Limits, IReadOnlyList<string> Signals);

/// <summary>What somebody switched on for the chart of an indicator; without a word the plain chart with its two tests.</summary>
/// <param name="Laney">Limits of Laney's p' chart instead of plain p.</param>
/// <param name="Trends">Six in a row rising or falling.</param>
/// <param name="Zones">Two of three beyond 2 sigma, four of five beyond 1 sigma, on one side; not for p and u charts.</param>
internal readonly record struct ChartOptions(bool Laney, bool Trends, bool Zones);

/// <summary>Names of the tests that found something.</summary>
internal static class Rule
{
    public const string BeyondLimits = "beyond_limits";
    public const string NineOnOneSide = "nine_on_one_side";
    public const string SixInARow = "six_in_a_row";
    public const string TwoOfThree = "two_of_three";
    public const string FourOfFive = "four_of_five";
    /// <summary>Where the target is 1.00, every miss.</summary>
    public const string Miss = "miss";

    /// <summary>Tests that look back over several points: while such a run goes on it is one finding, not a new one with every point.</summary>
    public static bool IsRun(string rule) => rule is not (BeyondLimits or Miss);
}

/// <summary>
/// Control charts by Shewhart and Wheeler: p for shares, u for rates, individuals (XmR) for the rest. Pure arithmetic, held against the published
/// examples of the NIST/SEMATECH e-Handbook, sections 6.3.2 and 6.3.3.
/// </summary>
internal static class ControlChart
{
    public const int BaselinePeriods = 20;
    public const int ProvisionalPeriods = 8;
    const int Run = 9;
    /// <summary>3 / d2 and D4 for ranges of two.</summary>
    const double IndividualsFactor = 2.660, RangeFactor = 3.267, D2 = 1.128;
    /// <summary>One tail of three sigma under the normal law.</summary>
    const double Tail = 0.00135;
    /// <summary>Nine tosses of a coin that all fall on the one side named before: what the run test takes for too rare.</summary>
    const double RunChance = 1 / 512.0;
    /// <summary>Below this expected count the normal law is no guide and binomial limits are exact.</summary>
    const double SmallCount = 5;

    /// <summary>Baseline of a series: its first 20 complete periods with data; fewer make a provisional one, fewer than eight none.</summary>
    /// <param name="most">Periods to take at most: all of them where somebody marked the stretch.</param>
    public static Baseline? BaselineOf(Indicators.ChartKind kind, IEnumerable<Point> series, int most = BaselinePeriods)
    {
        var stretch = series.Where(p => p.Complete && p.Value is not null).Take(most).ToList();
        if (stretch.Count < ProvisionalPeriods) return null;
        var center = kind == Indicators.ChartKind.Xmr ? stretch.Average(p => p.Value!.Value) : stretch.Sum(p => p.Count) / stretch.Sum(p => p.N);
        return new Baseline(center, MeanMovingRange([.. stretch.Select(p => p.Value!.Value)]), stretch.Count, kind == Indicators.ChartKind.P ? SigmaZ(stretch, center) : null, kind == Indicators.ChartKind.Xmr ? null : stretch.Sum(p => p.N));
    }

    /// <param name="isStock">How things stand at the end of each period: one point is mostly the one before, so that points in a row prove nothing and the tests that look back are off.</param>
    public static IReadOnlyList<ChartedPoint> Chart(Indicators.ChartKind kind, IReadOnlyList<Point> series, Baseline? baseline, bool everyMissIsSignal = false, ChartOptions options = default, bool isStock = false) =>
        Chart(kind, series, _ => baseline, everyMissIsSignal, options, isStock);

    /// <summary>A member against the whole it belongs to: the centre of each point is the whole's own value in that period, so what moves everybody moves nobody here.</summary>
    public static IReadOnlyList<ChartedPoint> Against(Indicators.ChartKind kind, IReadOnlyList<Point> member, IReadOnlyList<double?> whole, ChartOptions options = default) =>
        Chart(kind, member, i => whole[i] is { } center ? new Baseline(center, 0, BaselinePeriods) : null, false, options with { Laney = false }, isStock: false);

    static ChartedPoint[] Chart(Indicators.ChartKind kind, IReadOnlyList<Point> series, Func<int, Baseline?> baselineAt, bool everyMissIsSignal, ChartOptions options, bool isStock)
    {
        var charted = new ChartedPoint[series.Count];
        var run = new Runs();
        for (var i = 0; i < series.Count; i++)
        {
            var (point, baseline) = (series[i], baselineAt(i));
            var limits = baseline is { } b && point.Value is not null ? LimitsOf(kind, b, point.N, options) : (Limits?)null;
            List<string> signals = [];
            if (point is { Complete: true, Value: { } value })
            {
                if (everyMissIsSignal && value < 1) signals.Add(Rule.Miss);
                if (limits is { } l)
                {
                    if ((value < l.Lower || value > l.Upper) && !IsOfTheStretch(kind, baseline!.Value, point)) signals.Add(Rule.BeyondLimits);
                    var found = run.Add(value, l, ChanceOfSide(kind, l.Center, point), options with { Zones = options.Zones && kind == Indicators.ChartKind.Xmr });
                    if (!baseline!.Value.IsProvisional && !isStock) signals.AddRange(found);
                }
            }
            charted[i] = new ChartedPoint(limits, signals);
        }
        return charted;
    }

    /// <summary>The tests that look back: each remembers no more than it needs. Points without data are passed over.</summary>
    sealed class Runs
    {
        const int Trend = 6;
        int _side, _onSide, _direction, _inDirection;
        double _chance = 1;
        double? _last;
        readonly List<double> _sigmas = [];

        /// <param name="chance">That a point falls on this one's side of the centre.</param>
        public List<string> Add(double value, Limits limits, double chance, ChartOptions options)
        {
            var side = Math.Sign(value - limits.Center);
            _chance = (side == _side ? _chance : 1) * chance;
            _onSide = side != 0 && side == _side ? _onSide + 1 : Math.Abs(side);
            _side = side;
            if (_last is { } before)
            {
                var direction = Math.Sign(value - before);
                _inDirection = direction != 0 && direction == _direction ? _inDirection + 1 : Math.Abs(direction);
                _direction = direction;
            }
            _last = value;
            if (_sigmas.Count == 5) _sigmas.RemoveAt(0);
            _sigmas.Add(limits.Upper > limits.Center ? (value - limits.Center) / ((limits.Upper - limits.Center) / 3) : 0);
            List<string> found = [];
            if (_onSide >= Run && _chance <= RunChance) found.Add(Rule.NineOnOneSide);
            if (options.Trends && _inDirection >= Trend - 1) found.Add(Rule.SixInARow); // six points are five steps
            if (options.Zones && Beyond(side, 2, 3) >= 2 && _sigmas[^1] * side > 2) found.Add(Rule.TwoOfThree);
            if (options.Zones && _sigmas.Count == 5 && Beyond(side, 1, 5) >= 4 && _sigmas[^1] * side > 1) found.Add(Rule.FourOfFive);
            return found;
        }

        int Beyond(int side, double sigmas, int of) => _sigmas.TakeLast(of).Count(s => s * side > sigmas);
    }

    /// <summary>
    /// Chance that a point falls on the side of the centre on which it does. One half; but of small counts most fall on one side (where one order in a
    /// hundred is late, a week of twenty has none four times in five), and a run there is news only once it is as rare as nine halves: L. S. Nelson,
    /// Supplementary runs tests for np control charts, Journal of Quality Technology 29 (1997).
    /// </summary>
    static double ChanceOfSide(Indicators.ChartKind kind, double center, Point point)
    {
        if (kind == Indicators.ChartKind.Xmr || IsLarge(kind, center, point.N)) return 0.5;
        var isAbove = kind == Indicators.ChartKind.P && center > 0.5 ? point.Value < center : point.Value > center; // of the rarer outcome
        var (rare, expected) = (kind == Indicators.ChartKind.P ? Math.Min(center, 1 - center) : center, Expected(kind, center, point.N));
        var upTo = Cumulated((long)Math.Floor(expected), kind == Indicators.ChartKind.P ? (long)point.N : null, kind == Indicators.ChartKind.P ? rare : expected);
        return isAbove ? 1 - upTo : upTo;
    }

    /// <summary>
    /// The centre is a sample like the point. Where counts are small that decides: of all rare outcomes of stretch and point together, each falls into the point
    /// with its part of both sizes, and so many (so few) are within chance (J. Przyborowski and H. Wilenski, Biometrika 31, 1940; counts are lumpy, so the tail has half of the
    /// point itself: H. O. Lancaster, Journal of the American Statistical Association 56, 1961). After twenty weeks without a miss the first one is no signal, two in one week are.
    /// </summary>
    static bool IsOfTheStretch(Indicators.ChartKind kind, Baseline baseline, Point point)
    {
        if (baseline is not { IsProvisional: false, N: { } n } || IsLarge(kind, baseline.Center, point.N)) return false;
        var isHit = kind == Indicators.ChartKind.U || baseline.Center <= 0.5;
        var (here, there) = (isHit ? point.Count : point.N - point.Count, isHit ? baseline.Center * n : (1 - baseline.Center) * n);
        var (count, all) = ((long)Math.Round(here), (long)Math.Round(here + there));
        var part = point.N / (n + point.N);
        var below = (Cumulated(count - 1, all, part) + Cumulated(count, all, part)) / 2;
        return Math.Min(below, 1 - below) > Tail;
    }

    /// <summary>Rare outcomes expected in a sample: of a share the rarer of the two, of a rate its events.</summary>
    static double Expected(Indicators.ChartKind kind, double center, double n) => n * (kind == Indicators.ChartKind.P ? Math.Min(center, 1 - center) : center);

    static bool IsLarge(Indicators.ChartKind kind, double center, double n) => kind == Indicators.ChartKind.Xmr || Expected(kind, center, n) >= SmallCount;

    /// <summary>Probability of at most k: binomial with n trials of probability p, or Poisson with mean p where there is no n.</summary>
    static double Cumulated(long k, long? n, double p) => k < 0 ? 0 : p <= 0 || k >= n ? 1 : n is { } trials ? Binomial.CDF(p, (int)trials, k) : Poisson.CDF(p, k);

    public static Limits LimitsOf(Indicators.ChartKind kind, Baseline baseline, double n, ChartOptions options = default) => kind switch
    {
        Indicators.ChartKind.P when options.Laney && baseline.SigmaZ is { } z => Laney(baseline.Center, n, z),
        Indicators.ChartKind.P => P(baseline.Center, n),
        Indicators.ChartKind.U => U(baseline.Center, n),
        _ => Individuals(baseline.Center, baseline.MovingRange),
    };

    /// <summary>Limits of a share from its own sample size, within 0 and 1.</summary>
    public static Limits P(double center, double n)
    {
        if (n * Math.Min(center, 1 - center) < SmallCount) return ExactP(center, (long)n);
        var three = 3 * Math.Sqrt(center * (1 - center) / n);
        return new Limits(Math.Max(0, center - three), center, Math.Min(1, center + three));
    }

    /// <summary>Limits of a rate per unit, not below 0.</summary>
    public static Limits U(double center, double n)
    {
        var three = 3 * Math.Sqrt(center / n);
        return new Limits(Math.Max(0, center - three), center, center + three);
    }

    public static Limits Individuals(double mean, double meanMovingRange) =>
        new(mean - IndividualsFactor * meanMovingRange, mean, mean + IndividualsFactor * meanMovingRange);

    /// <summary>Upper limit of the moving range itself.</summary>
    public static double RangeLimit(double meanMovingRange) => RangeFactor * meanMovingRange;

    public static double MeanMovingRange(IReadOnlyList<double> values)
    {
        if (values.Count < 2) return 0;
        double sum = 0;
        for (var i = 1; i < values.Count; i++) sum += Math.Abs(values[i] - values[i - 1]);
        return sum / (values.Count - 1);
    }

    /// <summary>
    /// Laney's sigma-z: how much more (above 1) shares vary than chance within the samples explains. Above 1.2 the p' chart is offered, whose
    /// limits are wider by this factor. Null without enough data.
    /// </summary>
    public static double? SigmaZ(IEnumerable<Point> series, double center)
    {
        if (center is <= 0 or >= 1) return null;
        double[] z = [.. series.Where(p => p is { Complete: true, Value: not null, N: > 0 }).Select(p => (p.Value!.Value - center) / Math.Sqrt(center * (1 - center) / p.N))];
        return z.Length < ProvisionalPeriods ? null : MeanMovingRange(z) / D2;
    }

    /// <summary>Limits of Laney's p' chart.</summary>
    public static Limits Laney(double center, double n, double sigmaZ)
    {
        var three = 3 * Math.Sqrt(center * (1 - center) / n) * sigmaZ;
        return new Limits(Math.Max(0, center - three), center, Math.Min(1, center + three));
    }

    /// <summary>The counts beyond which a binomial variable falls with at most <see cref="Tail"/> on each side, as shares.</summary>
    static Limits ExactP(double center, long n)
    {
        if (center <= 0 || center >= 1 || n == 0) return new Limits(center, center, center);
        var rare = Math.Min(center, 1 - center);
        var (low, high) = (Quantile(n, rare, Tail) / (double)n, Quantile(n, rare, 1 - Tail) / (double)n);
        return center <= 0.5 ? new Limits(low, center, high) : new Limits(1 - high, center, 1 - low);
    }

    /// <summary>Smallest count whose cumulated probability reaches <paramref name="probability"/>. The expected count is below five, so few steps suffice.</summary>
    static long Quantile(long n, double p, double probability)
    {
        long k = 0;
        while (k < n && Cumulated(k, n, p) < probability) k++;
        return k;
    }
}
