namespace AfterSales.Risk.Register;

/// <summary>A level with the band that policy puts its score into.</summary>
internal sealed record BandShown(Level Level, RiskBand Band);
