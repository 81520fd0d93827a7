using AfterSales.Kernel.Composition;

namespace AfterSales.Service.Demo;

/// <summary>Codes on the demo company's leaflets and links: while a campaign runs, one request in four names its code. The campaigns themselves are planned in Feedback's part of the demo.</summary>
internal sealed class DemoLeaflets(DemoPlan plan, ICompany company)
{
    const int OneIn = 4;
    static readonly (string Code, int Month, int Days)[] Runs = [("AUTUMN1", 1, 30), ("SPRING1", 6, 45), ("SUMMER1", 9, 30), ("AUTUMN2", 13, 30), ("SPRING2", 18, 30), ("VIDEO2", 20, 60)];

    int _seen;

    public string? CodeOf(DateTime receivedAt)
    {
        var day = company.LocalDay(receivedAt);
        foreach (var (code, month, days) in Runs)
            if (plan.From.AddMonths(month) is var from && day >= from && day < from.AddDays(days) && from.AddDays(days) < plan.Until) return ++_seen % OneIn == 0 ? code : null;
        return null;
    }
}
