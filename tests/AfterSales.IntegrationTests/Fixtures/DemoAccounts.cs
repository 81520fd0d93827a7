namespace AfterSales.IntegrationTests.Fixtures;

/// <summary>The accounts that <c>demo</c> makes and writes down beside the data: one for each role, named like it.</summary>
public static class DemoAccounts
{
    /// <returns>Passwords by account.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> InAsync(string data) =>
        (await File.ReadAllLinesAsync(Path.Combine(data, "demo-accounts.txt"))).Select(l => l.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length == 2).ToDictionary(w => w[0], w => w[1]);
}
