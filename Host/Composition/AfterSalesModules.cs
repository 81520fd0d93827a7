using AfterSales.Documents;
using AfterSales.Feedback;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;
using AfterSales.Reporting;
using AfterSales.Risk;
using AfterSales.Service;
using AfterSales.Staff;

namespace AfterSales.Host.Composition;

/// <summary>The modules of this product, and every sentence of theirs.</summary>
internal static class AfterSalesModules
{
    public static readonly IReadOnlyList<IModule> All = [new HostModule(), new ServiceModule(), new StaffModule(), new FeedbackModule(), new RiskModule(), new DocumentsModule(), new ReportingModule()];

    static readonly Lazy<Texts> Lazily = new(() => new Texts([KernelText.Resources, .. All.Select(m => m.Text)]));

    public static Texts Texts => Lazily.Value;
}
