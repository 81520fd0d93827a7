namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 2.6: proposed rewards and penalties decided within five working days, of those decided or due.</summary>
internal sealed class RewardOnTimeRate : ShareIndicator
{
    public override string Code => "reward_on_time_rate";
    public override string Clause => "2.6";
    public override Direction Good => Direction.Up;
    public override double? Target => 0.95;
    public override FactSource Source => TrainingSources.Rewards;
    public override string Day => "f.due_day";
    public override string Counted(Binding bind) => $"(f.decided_at IS NOT NULL OR f.due < {bind.AsOf})";
    public override string Hit(Binding bind) => "(f.decided_at IS NOT NULL AND f.decided_at <= f.due)";
    public override string Excluded(Binding bind) => $"(f.decided_at IS NULL AND f.due >= {bind.AsOf})";
}
