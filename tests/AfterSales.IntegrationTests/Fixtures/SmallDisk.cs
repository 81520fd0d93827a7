using System.Diagnostics;

namespace AfterSales.IntegrationTests.Fixtures;

/// <summary>A disk of a few megabytes, in memory, mounted for one test: what happens at its end is what happens at the end of any disk.</summary>
internal sealed class SmallDisk : IDisposable
{
    SmallDisk(string root) => Root = root;

    public string Root { get; }

    /// <param name="size">As mount(8) takes it: <c>24m</c>.</param>
    /// <remarks>Skips the test where this account may not mount.</remarks>
    public static SmallDisk Mount(string size)
    {
        var root = Directory.CreateTempSubdirectory("aftersales-disk-").FullName;
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", root)) return new SmallDisk(root);
        Directory.Delete(root);
        Assert.Skip("This account may not mount a small disk.");
        throw new UnreachableException();
    }

    /// <summary>Fills it to the last byte, or but for so many bytes.</summary>
    public void Fill(int leave = 0)
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, 0);
        foreach (var block in new[] { 1 << 16, 1 << 12, 1 })
            try
            {
                for (var bytes = new byte[block]; ;) ballast.Write(bytes);
            }
            catch (IOException)
            {
                // so large a piece no longer fits
            }
        ballast.SetLength(Math.Max(0, ballast.Length - leave));
    }

    public void Empty() => File.Delete(Ballast);

    string Ballast => Path.Combine(Root, "ballast");

    static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    public void Dispose()
    {
        Run("umount", "-l", Root);
        Directory.Delete(Root);
    }
}
