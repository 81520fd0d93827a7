using AfterSales.Kernel;
using AfterSales.Kernel.Composition;

namespace AfterSales.Host.Demo;

/// <summary>
/// A file in the data folder for as long as a demo company is being made. One that was left behind says that the making was interrupted: such a folder is
/// half a company, and nobody may take it for a whole one.
/// </summary>
internal static class UnfinishedDemo
{
    const string Name = "demo-unfinished.txt";

    /// <exception cref="RuleViolation">A demo was interrupted in this folder.</exception>
    public static void RefuseIn(DataFolder folder)
    {
        if (File.Exists(folder.In(Name))) throw new RuleViolation("Demo.Unfinished", folder.Root);
    }

    public static void Begin(DataFolder folder, string sentence)
    {
        using var file = new FileStream(folder.In(Name), FileMode.Create, FileAccess.Write);
        file.Write(System.Text.Encoding.UTF8.GetBytes(sentence + "\n"));
        file.Flush(flushToDisk: true);
    }

    public static void End(DataFolder folder) => File.Delete(folder.In(Name));
}
