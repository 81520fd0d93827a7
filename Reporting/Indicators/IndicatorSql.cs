namespace AfterSales.Reporting.Indicators;

/// <summary>SQL of a question: what an indicator says, put together. Only texts of the catalogue get in; whatever a person typed is bound.</summary>
internal static class IndicatorSql
{
    /// <summary>One row per period and member: key, member, first day, then the counts of a share or the percentiles of a median.</summary>
    /// <param name="periods">Cut into periods over the whole history, where a period that the span cuts counts only its days inside; otherwise the span as one.</param>
    /// <param name="sliced">One row per member of the question's slice.</param>
    public static string Numbers(Question question, Binding bind, bool periods, bool sliced)
    {
        var (indicator, day) = (question.Indicator, question.Indicator.Day);
        var slice = sliced ? question.Slice : null;
        var groups = new List<string>();
        if (periods) groups.Add("1");
        if (slice is not null) groups.Add("2");
        return $"""
            SELECT {(periods ? question.Grain.KeySql(day) : "0")} AS period, {slice?.Sql ?? "CAST(NULL AS varchar)"} AS slice, CAST(min({day}) AS date) AS first_day,
            {Measures(indicator, bind)}
            FROM {From(question, bind, periods)} {slice?.Join}
            WHERE {day} IS NOT NULL{Filters(question, bind)}{(periods ? Cut(question, bind) : Within(question, bind))}
            {(groups.Count == 0 ? "" : "GROUP BY " + string.Join(", ", groups))}
            """;
    }

    /// <summary>Rows behind a number.</summary>
    public static string Rows(Question question, Part part, Binding bind, int take, int skip) => $"""
        SELECT CAST({question.Indicator.Day} AS date) AS day, {Hit(question.Indicator, bind)} AS hit, CAST({question.Indicator.Amount ?? "NULL"} AS double precision) AS value,
        {string.Join(", ", question.Indicator.Source.Shown.Select(c => c.Sql))}
        FROM {From(question, bind, periods: false)} {question.Indicator.Source.Joins}
        WHERE {Condition(question.Indicator, part, bind)}{Filters(question, bind)}{Within(question, bind)}
        ORDER BY 1, f.key LIMIT {take} OFFSET {skip}
        """;

    public static string Count(Question question, Part part, Binding bind) => $"""
        SELECT CAST(count(*) AS bigint) FROM {From(question, bind, periods: false)}
        WHERE {Condition(question.Indicator, part, bind)}{Filters(question, bind)}{Within(question, bind)}
        """;

    /// <summary>Median's neighbours at two fractions, for its interval.</summary>
    public static string Percentiles(Question question, MedianIndicator indicator, Binding bind, double lower, double upper) => $"""
        SELECT percentile_cont({lower:0.000000}) WITHIN GROUP (ORDER BY {indicator.Value}), percentile_cont({upper:0.000000}) WITHIN GROUP (ORDER BY {indicator.Value})
        FROM {indicator.Source.Table} f WHERE {indicator.Counted(bind)}{Filters(question, bind)}{Within(question, bind)}
        """;

    /// <summary>Per member: rows above a centre, and rows.</summary>
    public static string Above(Question question, MedianIndicator indicator, Binding bind, double center) => $"""
        SELECT {question.Slice!.Sql}, {Sum($"{indicator.Counted(bind)} AND {indicator.Value} > {bind.Mark(center)}")}, {Sum(indicator.Counted(bind))}
        FROM {indicator.Source.Table} f {question.Slice.Join} WHERE {indicator.Counted(bind)}{Filters(question, bind)}{Within(question, bind)} GROUP BY 1
        """;

    /// <summary>Smallest value and 98th percentile of the counted rows.</summary>
    public static string Ends(Question question, string value, Binding bind) => $"""
        SELECT CAST(min({value}) AS double precision), CAST(percentile_cont(0.98) WITHIN GROUP (ORDER BY {value}) AS double precision)
        FROM {question.Indicator.Source.Table} f WHERE {question.Indicator.Counted(bind)} AND {value} IS NOT NULL{Filters(question, bind)}{Within(question, bind)}
        """;

    /// <summary>Counted rows per bin of one width.</summary>
    public static string Bins(Question question, string value, Binding bind, double width) => $"""
        SELECT CAST(floor({value} / {bind.Mark(width)}) AS bigint), CAST(count(*) AS bigint)
        FROM {question.Indicator.Source.Table} f WHERE {question.Indicator.Counted(bind)} AND {value} IS NOT NULL{Filters(question, bind)}{Within(question, bind)} GROUP BY 1
        """;

    /// <summary>Mean square of what rows add to the numerator, for the interval of a mean.</summary>
    public static string Squares(Question question, RatioIndicator indicator, Binding bind) => $"""
        SELECT CAST(coalesce(sum(CAST({indicator.Numerator} AS double precision) * {indicator.Numerator}), 0) AS double precision)
        FROM {indicator.Source.Table} f WHERE {indicator.Counted(bind)}{Filters(question, bind)}{Within(question, bind)}
        """;

    static string From(Question question, Binding bind, bool periods) => question.Indicator is PeriodEndIndicator state
        ? $"({(periods ? LastDays(question, state, bind) : LastDay(question, bind))}) pe LEFT JOIN {state.Source.Table} f ON {state.Since} <= pe.day AND ({state.Until} IS NULL OR {state.Until} > pe.day)"
        : $"{question.Indicator.Source.Table} f";

    /// <summary>Last day of every period since the first row of the fact, not after the day of the data nor, in the period that holds it, after the end of the span.</summary>
    static string LastDays(Question question, PeriodEndIndicator state, Binding bind)
    {
        var (to, grain) = (question.To, question.Grain);
        var cut = grain.LastDayOf(to) > to ? $" AND NOT (d.day > {bind.Mark(to)} AND d.day <= {bind.Mark(grain.LastDayOf(to))})" : "";
        return $"SELECT max(d.day) AS day FROM dim_date d WHERE d.day >= (SELECT min({state.Since}) FROM {state.Source.Table} f) AND d.day <= {bind.DaysAgo(0)}{cut} GROUP BY {grain.KeySql("d.day")}";
    }

    static string LastDay(Question question, Binding bind) => $"SELECT max(d.day) AS day FROM dim_date d WHERE d.day <= {bind.DaysAgo(0)} AND d.day <= {bind.Mark(question.To)}";

    static string Measures(Indicator indicator, Binding bind) => indicator switch
    {
        ShareIndicator share => $"{Sum($"{share.Counted(bind)} AND {share.Hit(bind)}")}, {Sum(share.Counted(bind))}, {Sum(share.Excluded(bind))}",
        RatioIndicator ratio => $"{Sum(ratio, ratio.Numerator, bind)}, {(ratio.IsPerAverage ? Average(ratio, bind) : Sum(ratio, ratio.Denominator, bind))}, {Sum(ratio.Excluded(bind))}",
        MedianIndicator median => $"{Sum(median.Counted(bind))}, {Percentile(median, bind, 0.5)}, {Percentile(median, bind, 0.9)}, {Sum(median.Excluded(bind))}",
        IndexIndicator index => $"{Sum(index.Counted(bind))}, {Weighted(index.Scores)}, CAST(NULL AS double precision), {Sum(index.Excluded(bind))}",
        PeriodEndIndicator state => $"{Sum($"{Held(state.Counted(bind))} AND {state.Hit(bind) ?? "TRUE"}")}, {Sum(Held(state.Counted(bind)))}, {Sum(Held(state.Excluded(bind)))}",
        _ => throw new InvalidOperationException($"{indicator.Code} is of no kind."),
    };

    /// <summary>A period end without any row still has a line, of nothing.</summary>
    static string Held(string condition) => $"(f.key IS NOT NULL AND {condition})";

    static string Sum(RatioIndicator ratio, string amount, Binding bind) => $"CAST(coalesce(sum(CASE WHEN {ratio.Counted(bind)} THEN {amount} END), 0) AS double precision)";

    static string Average(RatioIndicator ratio, Binding bind) => $"coalesce({Sum(ratio, ratio.Denominator, bind)} / nullif(count(DISTINCT CASE WHEN {ratio.Counted(bind)} AND {ratio.Denominator} > 0 THEN {ratio.Day} END), 0), 0)";

    static string Sum(string condition) => $"CAST(coalesce(sum(CASE WHEN {condition} THEN 1 ELSE 0 END), 0) AS bigint)";

    static string Weighted(IReadOnlyList<(double Weight, string Score)> scores)
    {
        static string Number(double weight) => weight.ToString("0.0###", System.Globalization.CultureInfo.InvariantCulture);
        string Added(Func<(double Weight, string Score), string> there) => string.Join(" + ", scores.Select(s => $"CASE WHEN ({s.Score}) IS NULL THEN 0 ELSE {there(s)} END"));
        return $"CAST(CASE WHEN {Added(_ => "1")} >= 2 THEN ({Added(s => $"{Number(s.Weight)} * ({s.Score})")}) / ({Added(s => Number(s.Weight))}) END AS double precision)";
    }

    /// <summary>Both fractions name the same array, so the engine sorts once.</summary>
    static string Percentile(MedianIndicator median, Binding bind, double fraction) =>
        $"CAST((percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY CASE WHEN {median.Counted(bind)} THEN {median.Value} END))[{(fraction < 0.9 ? 1 : 2)}] AS double precision)";

    static string Condition(Indicator indicator, Part part, Binding bind) => indicator is PeriodEndIndicator ? Held(Chosen(indicator, part, bind)) : Chosen(indicator, part, bind);

    static string Chosen(Indicator indicator, Part part, Binding bind) => part switch
    {
        Part.Counted => indicator.Counted(bind),
        Part.Hits => $"{indicator.Counted(bind)} AND {Hit(indicator, bind)}",
        Part.Misses => $"{indicator.Counted(bind)} AND NOT coalesce({Hit(indicator, bind)}, FALSE)",
        _ => indicator.Excluded(bind),
    };

    static string Hit(Indicator indicator, Binding bind) => indicator switch
    {
        ShareIndicator share => $"({share.Hit(bind)})",
        PeriodEndIndicator state => $"({state.Hit(bind) ?? "TRUE"})",
        _ => "TRUE",
    };

    static string Filters(Question question, Binding bind) => string.Concat(question.Where.Select(w => $" AND {w.Slice.Where(bind.Mark(w.Code))}"));

    static string Within(Question question, Binding bind) => $" AND {question.Indicator.Day} BETWEEN {bind.Mark(question.From)} AND {bind.Mark(question.To)}";

    /// <summary>Leaves out the days of the first and last period that lie outside the span.</summary>
    static string Cut(Question question, Binding bind)
    {
        if (question.Indicator is PeriodEndIndicator) return "";
        var (day, grain) = (question.Indicator.Day, question.Grain);
        var cut = "";
        if (grain.FirstDayOf(question.From) < question.From) cut += $" AND NOT ({day} >= {bind.Mark(grain.FirstDayOf(question.From))} AND {day} < {bind.Mark(question.From)})";
        if (grain.LastDayOf(question.To) > question.To) cut += $" AND NOT ({day} > {bind.Mark(question.To)} AND {day} <= {bind.Mark(grain.LastDayOf(question.To))})";
        return cut;
    }
}

/// <summary>Which of the rows behind a number.</summary>
internal enum Part { Counted, Hits, Misses, Excluded }
