using Xunit.v3;

namespace AfterSales.IntegrationTests.Fixtures;

/// <summary>
/// What these tests find out depends little on the database, and they take long: SQLite in every run, PostgreSQL too in <c>make test-full</c> and
/// <c>make test-postgres</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OnOneDatabaseAttribute : Attribute, ITraitAttribute
{
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("databases", "one")];
}
