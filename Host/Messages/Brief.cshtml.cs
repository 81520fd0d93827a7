using AfterSales.Host.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Messages;

/// <summary>The day so far, as the evening brief tells it.</summary>
[Permission(HostPermissions.Brief)]
internal sealed class BriefModel(Brief brief, GroupRobots robots) : ModulePage
{
    public DateOnly Day { get; private set; }
    public IReadOnlyList<(BriefLine Line, string Sentence)> Lines { get; private set; } = [];
    public IReadOnlyList<string> Groups { get; } = [.. robots.Ready];
    /// <summary>To paste into a group by hand.</summary>
    public string Words => string.Join('\n', Lines.Select(l => l.Sentence));

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Day, var lines) = await brief.OfTodayAsync(ct);
        Lines = [.. lines.Select(l => (l, T.OfKept(l.TextKey, l.Args)))];
    }
}
