using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Outbox;
using AfterSales.Reporting.Contracts;
using AfterSales.Reporting.Indicators;

namespace AfterSales.Reporting.Signals;

/// <summary>Rings for those who must explain a signal.</summary>
internal sealed class TellOfSignal(IBell bell) : IHandle<SignalFound>
{
    public Task HandleAsync(SignalFound found, CancellationToken ct) => Indicator.Of(found.Indicator) is not { } indicator ? Task.CompletedTask : bell.RingAsync(
        [Roles.Manager, Roles.QualityOfficer], $"signal:{found.SignalId}", found.Member is null ? "Signals.Bell" : "Signals.BellMember",
        [indicator.NameKey, found.Period, $"Charts.Rule.{found.Rule}", IndicatorVerbs.Shown(indicator, found.Value), found.DueDay.ToString("yyyy-MM-dd"), found.Member ?? ""], found.Page, ct);
}
