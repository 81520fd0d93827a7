// Delete this file when Modules/Kernel/Clocks and Money.cs arrive.
namespace AfterSales.Kernel.Clocks
{
    public sealed class WorkingCalendar { }
}
namespace AfterSales.Kernel
{
    public readonly record struct Money(long Fen);
}
