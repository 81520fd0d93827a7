namespace AfterSales.Reporting.Indicators.Catalogue;

/// <summary>Clause 8.3: days at whose end there was a backup that had been read back and was under 48 hours old.</summary>
internal sealed class BackupDayRate : ShareIndicator
{
    public override string Code => "backup_day_rate";
    public override string Clause => "8.3";
    public override Direction Good => Direction.Up;
    public override double? Target => 1.00;
    public override FactSource Source => MonitoringSources.Backups;
    public override string Day => "f.day";
    public override string Counted(Binding bind) => "true";
    public override string Hit(Binding bind) => "f.verified";
}
