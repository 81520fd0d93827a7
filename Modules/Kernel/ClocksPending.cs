// Delete this file when Modules/Kernel/Clocks and Money.cs arrive.
namespace AfterSales.Kernel.Clocks
{
    public sealed class WorkingCalendar
    {
        public string Version => "standard";
        public static WorkingCalendar China(TimeZoneInfo? zone = null) => new();
    }
    public static class CalendarFile { public static WorkingCalendar Parse(string json, string version, TimeZoneInfo zone) => new(); }
}
namespace AfterSales.Kernel
{
    public readonly record struct Money(long Fen);
}
