namespace AfterSales.Kernel.Composition;

/// <summary>What somebody still has to do in a module, for handing over: asked when a person leaves.</summary>
public interface IOpenWork
{
    /// <param name="number">Number of the person, under which dispatch knows technicians.</param>
    /// <param name="accountId">The <see cref="Actor.Id"/> of the person; null where no account is named.</param>
    Task<IReadOnlyList<OpenTask>> OfAsync(string number, string? accountId, CancellationToken ct);
}

/// <param name="KindKey">Text key of what it is.</param>
/// <param name="Title">Its number or name.</param>
/// <param name="Path">Page on which it is given to somebody else.</param>
public sealed record OpenTask(string KindKey, string Title, string Path);
