using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Reporting.Contracts;
using AfterSales.Reporting.Dashboards;
using AfterSales.Reporting.Data;
using AfterSales.Reporting.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Reporting.Signals;

/// <summary>One signal: where it stands, who explains the shift, the rows behind, and what somebody found out.</summary>
[Permission(ReportingPermissions.Company)]
internal sealed class DetailsModel(ReportingDbContext db) : ActPage<Signal>
{
    const int ChartDays = 730, Shown = 12;

    public sealed record Form
    {
        public SignalCause? Cause { get; init; }
        public string? Words { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();
    public Signal Signal => Record;
    /// <summary>Null when the catalogue has the indicator no more.</summary>
    public Indicator? Indicator { get; private set; }
    protected override string Home => $"/Reporting/Signals/Details/{Id}";

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = new Form { Cause = Signal.Cause, Words = Signal.Explanation };
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Indicator = Indicators.Indicator.Of(Signal.Indicator);
    }

    protected override async Task<Signal> FindAsync(bool toChange, CancellationToken ct) =>
        await (toChange ? db.Set<Signal>() : db.Set<Signal>().AsNoTracking()).FirstOrDefaultAsync(s => s.PublicId == Id, ct) ?? throw new NotThere();

    protected override Task SaveAsync(Signal acted, CancellationToken ct) => db.SaveChangesAsync(ct);

    public async Task<IActionResult> OnPostSeenAsync(CancellationToken ct) => May(ReportingPermissions.ExplainSignals) ? await ActAsync((s, now) => s.Acknowledge(now, Actor), ct) : Forbid();

    public async Task<IActionResult> OnPostExplainAsync(CancellationToken ct) =>
        May(ReportingPermissions.ExplainSignals) ? await ActAsync((s, now) => s.Explain(Input.Cause, Input.Words, now, Today, Actor), ct) : Forbid();

    public string Value(double? value) => Indicator is null ? "" : IndicatorVerbs.Shown(Indicator, value);

    public IReadOnlyList<string> Orders => [.. Signal.Orders.Take(Shown)];

    /// <summary>The question of the signal's own period, of its member where it has one.</summary>
    Question Asked => new(Indicator!, Signal.From, Signal.To, Grain.Of(Signal.Grain)!, null, Indicator!.Source.SliceOf(Signal.Dimension) is { } slice ? [new Filter(slice, Signal.Member)] : []);

    public string Chart => ExplorerLinks.Explorer(Asked with { From = Signal.To.AddDays(-ChartDays) });

    public string AllRows => ExplorerLinks.Rows(Asked, Part.Counted);

    public string RowsOf(SignalSlice slice) => ExplorerLinks.Rows(Asked with { Where = [.. Asked.Where, new Filter(Indicator!.Source.SliceOf(slice.Dimension)!, slice.Code)] }, Part.Counted);

    public string Link(string number) => Indicator!.Source.Link(number);
}
