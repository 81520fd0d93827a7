namespace AfterSales.Kernel.Composition;

/// <summary>The one folder that holds everything an installation owns.</summary>
/// <param name="Root">Absolute path.</param>
public sealed record DataFolder(string Root)
{
    public string Database => Path.Combine(Root, "aftersales.db");
    public string Files => Path.Combine(Root, "files");
    public string Keys => Path.Combine(Root, "keys");
    public string Backups => Path.Combine(Root, "backups");
    public string Logs => Path.Combine(Root, "logs");
    public string In(string name) => Path.Combine(Root, name);
}
