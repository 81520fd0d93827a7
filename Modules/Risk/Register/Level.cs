namespace AfterSales.Risk.Register;

internal enum RiskBand { Low, Medium, High, Extreme }

/// <summary>How likely and how grave, each 1 to 5 (clause 11.2).</summary>
internal sealed record Level(int Likelihood, int Consequence)
{
    public const int Most = 5;

    public int Score => Likelihood * Consequence;

    public bool IsOnTheMap() => Likelihood is >= 1 and <= Most && Consequence is >= 1 and <= Most;

    public bool IsWithin(Level other) => Likelihood <= other.Likelihood && Consequence <= other.Consequence;
}

/// <summary>Inherent without any control, residual as it is now, target as it is meant to be.</summary>
internal sealed record Levels(Level Inherent, Level Residual, Level Target);
