using System.Security.Cryptography;
using System.Text;
using AfterSales.IntegrationTests.Fixtures;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestMethodOrderer(typeof(SameOrderEverywhere))]
[assembly: TestCaseOrderer(typeof(SameOrderEverywhere))]

namespace AfterSales.IntegrationTests.Fixtures;

/// <summary>
/// Tests of a class share a company, so one may find what another left. The runner's own order hangs on the folder that the tests were built in, and such a find
/// would show on one machine only. Here the order hangs on the names and on AFTERSALES_TEST_ORDER, any word: another word, another order.
/// </summary>
public sealed class SameOrderEverywhere : ITestMethodOrderer, ITestCaseOrderer
{
    static readonly string Word = Environment.GetEnvironmentVariable("AFTERSALES_TEST_ORDER") ?? "";

    public IReadOnlyCollection<T?> OrderTestMethods<T>(IReadOnlyCollection<T?> testMethods) where T : notnull, ITestMethod => Shuffled(testMethods, m => m?.MethodName);
    public IReadOnlyCollection<T> OrderTestCases<T>(IReadOnlyCollection<T> testCases) where T : notnull, ITestCase => Shuffled(testCases, c => c.TestCaseDisplayName);

    static List<T> Shuffled<T>(IEnumerable<T> all, Func<T, string?> name) =>
        [.. all.OrderBy(one => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Word + name(one)))), StringComparer.Ordinal)];
}
