namespace AfterSales.Feedback.Surveys;

/// <summary>
/// How strongly two scores go together (Spearman's rank correlation, ties at their middle rank), with a 95 % interval by Fisher's transformation and
/// the standard error of Bonett and Wright (2000), sqrt((1 + r²/2) / (n - 3)).
/// </summary>
/// <param name="Rho">-1 to 1; null with fewer than four pairs or where one score never changes.</param>
internal sealed record RankCorrelation(double? Rho, double? Lower, double? Upper, int N)
{
    const double Z = 1.959963984540054;

    public static RankCorrelation Of(IReadOnlyList<(double X, double Y)> pairs)
    {
        var n = pairs.Count;
        if (n < 4) return new(null, null, null, n);
        var (x, y) = (Ranks([.. pairs.Select(p => p.X)]), Ranks([.. pairs.Select(p => p.Y)]));
        var middle = (n + 1) / 2.0;
        double above = 0, xx = 0, yy = 0;
        for (var i = 0; i < n; i++)
        {
            above += (x[i] - middle) * (y[i] - middle);
            xx += (x[i] - middle) * (x[i] - middle);
            yy += (y[i] - middle) * (y[i] - middle);
        }
        if (xx == 0 || yy == 0) return new(null, null, null, n);
        var rho = above / Math.Sqrt(xx * yy);
        if (Math.Abs(rho) > 1 - 1e-12) return new(Math.Sign(rho), Math.Sign(rho), Math.Sign(rho), n);
        var (z, half) = (Math.Atanh(rho), Z * Math.Sqrt((1 + (rho * rho / 2)) / (n - 3)));
        return new(rho, Math.Tanh(z - half), Math.Tanh(z + half), n);
    }

    static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Length];
        for (var from = 0; from < order.Length;)
        {
            var to = from;
            while (to + 1 < order.Length && values[order[to + 1]] == values[order[from]]) to++;
            for (var i = from; i <= to; i++) ranks[order[i]] = ((from + to) / 2.0) + 1;
            from = to + 1;
        }
        return ranks;
    }
}
