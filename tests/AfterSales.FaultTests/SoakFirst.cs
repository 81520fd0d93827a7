using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(AfterSales.FaultTests.SoakFirst))]
[assembly: Parallelization(MaxThreads = 3)]

namespace AfterSales.FaultTests;

/// <summary>The soak takes as long as all others together: it begins first and they run beside it.</summary>
public sealed class SoakFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections) where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => !c.TestCollectionDisplayName.Contains(nameof(Soak), StringComparison.Ordinal)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];
}
