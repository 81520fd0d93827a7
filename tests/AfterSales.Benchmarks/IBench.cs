namespace AfterSales.Benchmarks;

/// <summary>One group of figures. Found by reflection: a new class is a new benchmark.</summary>
internal interface IBench
{
    /// <summary>Benches run in this order: those that only read come after those that fill.</summary>
    int Order { get; }
    Task<IReadOnlyList<Figure>> RunAsync(BenchRun run);
}

/// <summary>One measured figure and the bar it is held against.</summary>
/// <param name="Holds">Whether it keeps the bar; null where there is none, or where the size of the run says nothing about it.</param>
internal sealed record Figure(string What, string Measured, string Bar, bool? Holds);
