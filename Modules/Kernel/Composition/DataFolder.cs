namespace AfterSales.Kernel.Composition;

/// <summary>The one folder that holds everything an installation owns.</summary>
/// <param name="Root">Absolute path.</param>
public sealed record DataFolder(string Root)
{
    public string Database => Path.Combine(Root, "aftersales.db");
    /// <summary>Folder that holds documents: this one, or the one that all hosts on a PostgreSQL share (setting <c>Files:Folder</c>).</summary>
    public string Shared { get; init; } = Root;
    public string Files => Path.Combine(Shared, "files");
    public string Keys => Path.Combine(Root, "keys");
    public string Backups => Path.Combine(Root, "backups");
    public string Logs => Path.Combine(Root, "logs");
    public string In(string name) => Path.Combine(Root, name);
}
