namespace AfterSales.Kernel;

/// <summary>Who performs an act: a signed-in person, or the product itself (jobs, imports, events).</summary>
/// <param name="Id">Stable account id, or a name in angle brackets for the product's own parts.</param>
/// <param name="Name">Name shown to people.</param>
public readonly record struct Actor(string Id, string Name)
{
    public static readonly Actor System = new("<system>", "AfterSales");
    public static readonly Actor Import = new("<import>", "AfterSales");
}
