using System.Globalization;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;

namespace AfterSales.Host.Composition;

/// <summary>Space on the disk of the data folder, or of the shared one if it has less, as the system tells it.</summary>
internal static class FreeSpace
{
    const string Key = "Disk:ReadOnlyBelow";

    /// <summary>Bytes that this account may still write there. A disk that does not tell is no reason to refuse: writing will tell.</summary>
    public static long In(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception silent) when (silent is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue;
        }
    }

    /// <exception cref="WrongSetting"><c>Disk:ReadOnlyBelow</c> is no number of megabytes.</exception>
    public static DiskSpace Watched(DataFolder folder, IConfiguration settings, TimeProvider time) => new(() => Math.Min(In(folder.Root), In(folder.Shared)), Floor(settings), time);

    static long Floor(IConfiguration settings) => settings[Key] is not { } given ? DiskSpace.DefaultFloor
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) ? megabytes * 1_000_000L
        : throw new WrongSetting(Key, $"is '{given}'; it must be a whole number of megabytes, 0 for never.");
}
