using AfterSales.Kernel;
using AfterSales.Kernel.Data;

namespace AfterSales.Risk.Checks;

/// <summary>The customer is called, the job is looked at where it was done, the papers are read (clause 4.3).</summary>
internal enum CheckMethod { CallBack, OnSite, Records }

internal enum CheckPeriod { Week, Month, Quarter }

/// <summary>Who checks.</summary>
internal sealed record Checker(string AccountId, string Name);

/// <summary>Which jobs a plan draws from: those completed in its period that are so.</summary>
/// <param name="Kind">Code of the order kind; null: all.</param>
/// <param name="ProductType">Null: all.</param>
/// <param name="Team">Null: all.</param>
internal sealed record Population(string? Kind, string? ProductType, string? Team);

/// <summary>How often, by which method, from which jobs and how many are drawn to be checked, by whom, with which check list.</summary>
internal sealed class CheckPlan : Aggregate
{
    const int MostFixed = 500;

    public Guid PublicId { get; private init; }
    public string Name { get; private init; } = "";
    public CheckMethod Method { get; private init; }
    public CheckPeriod Every { get; private init; }
    public string? Kind { get; private init; }
    public string? ProductType { get; private init; }
    public string? Team { get; private init; }
    /// <summary>So many of each period; null where a share is drawn.</summary>
    public int? SampleSize { get; private init; }
    /// <summary>So many of a hundred jobs, at least one; null where a fixed number is drawn.</summary>
    public double? SamplePercent { get; private init; }
    public long ListId { get; private init; }
    public DateOnly StartsOn { get; private init; }
    public DateOnly? StoppedOn { get; private set; }
    public List<CheckerOfPlan> Checkers { get; } = [];

    CheckPlan() { }

    public static CheckPlan Make(string? name, CheckMethod method, CheckPeriod every, Population population, int? size, double? percent, long? list, IReadOnlyCollection<Checker> checkers, DateOnly startsOn, DateTime now, Guid? publicId = null)
    {
        Require(!string.IsNullOrWhiteSpace(name), "Checks.Plan.NameMissing", "Input.Name");
        Require(size is null != percent is null, "Checks.Plan.SizeOrShare", "Input.SampleSize");
        Require(size is null or (>= 1 and <= MostFixed), "Checks.Plan.SizeOutside", "Input.SampleSize", MostFixed);
        Require(percent is null or (> 0 and <= 100), "Checks.Plan.ShareOutside", "Input.SamplePercent");
        Require(list is not null, "Checks.Plan.ListMissing", "Input.List");
        Require(checkers.Count > 0, "Checks.Plan.CheckersMissing", "Input.Checkers");
        var plan = new CheckPlan
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), Name = name!.Trim(), Method = method, Every = every, Kind = population.Kind, ProductType = population.ProductType, Team = population.Team,
            SampleSize = size, SamplePercent = percent, ListId = list!.Value, StartsOn = startsOn,
        };
        plan.Checkers.AddRange(checkers.DistinctBy(c => c.AccountId).Select(c => new CheckerOfPlan { AccountId = c.AccountId, Name = c.Name }));
        return plan;
    }

    public void Stop(DateOnly today)
    {
        Require(StoppedOn is null, "Checks.Plan.IsStopped");
        StoppedOn = today;
        Acted();
    }

    public Population Population => new(Kind, ProductType, Team);

    /// <summary>The last whole period before a day.</summary>
    public (DateOnly From, DateOnly To) PeriodBefore(DateOnly today)
    {
        var start = FirstDay(today);
        var from = Every switch { CheckPeriod.Week => start.AddDays(-7), CheckPeriod.Month => start.AddMonths(-1), _ => start.AddMonths(-3) };
        return (from, start.AddDays(-1));
    }

    DateOnly FirstDay(DateOnly day) => Every switch
    {
        CheckPeriod.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        CheckPeriod.Month => new DateOnly(day.Year, day.Month, 1),
        _ => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
    };

    /// <summary>How many are to be drawn of so many.</summary>
    public int SizeOf(int eligible, CheckPolicy policy) => Math.Min(eligible, SampleSize ?? Math.Min(policy.MostDrawn, (int)Math.Ceiling(eligible * SamplePercent!.Value / 100 - 1e-9)));
}

internal sealed class CheckerOfPlan
{
    public long Id { get; private set; }
    public long PlanId { get; private set; }
    public required string AccountId { get; init; }
    public required string Name { get; init; }
}

/// <summary>One draw of a plan: from which jobs, with which seed, how many. The same jobs, seed and checkers give the same draw again.</summary>
internal sealed class CheckSample : Aggregate
{
    public Guid PublicId { get; private init; }
    public long PlanId { get; private init; }
    public DateOnly From { get; private init; }
    public DateOnly To { get; private init; }
    public string Seed { get; private init; } = "";
    /// <summary>Jobs that are so as the plan says.</summary>
    public int Population { get; private init; }
    /// <summary>Of them, those that nobody may check but who did them.</summary>
    public int OwnOnly { get; private init; }
    public int Drawn { get; private init; }
    public string FrameHash { get; private init; } = "";
    public DateTime DrawnAt { get; private init; }
    public string DrawnBy { get; private init; } = "";

    CheckSample() { }

    public static CheckSample Of(CheckPlan plan, DateOnly from, DateOnly to, string seed, IReadOnlyList<Drawable> frame, int drawn, DateTime now, DateOnly today, Actor who, Guid? publicId = null)
    {
        Require(plan.StoppedOn is null, "Checks.Plan.IsStopped");
        Require(from <= to, "Checks.Draw.Reversed", "Period.To");
        Require(to < today, "Checks.Draw.NotOver", "Period.To");
        Require(frame.Count > 0, "Checks.Draw.NoJobs", "Period.From", from, to);
        Require(drawn > 0, "Checks.Draw.OwnOnly");
        return new CheckSample
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), PlanId = plan.Id, From = from, To = to, Seed = seed, Population = frame.Count, OwnOnly = frame.Count - Sampling.Eligible(frame, [.. plan.Checkers.Select(c => c.AccountId)]),
            Drawn = drawn, FrameHash = Sampling.HashOf(frame), DrawnAt = now, DrawnBy = who.Name,
        };
    }
}
