namespace AfterSales.Kernel.CommandLine;

/// <summary>The verb was called wrongly (exit code 2); the message says what to write instead.</summary>
public sealed class WrongUsage(string message) : Exception(message);

/// <summary>A setting is wrong: the start stops with one sentence that names the key.</summary>
public sealed class WrongSetting(string key, string what) : Exception($"{key}: {what}")
{
    public string Key { get; } = key;
}
