using AfterSales.Host.Backup;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Shell;

/// <summary>How far the restore is. When all is restored the server starts again, and this page leads to the sign-in.</summary>
[OpenToAll("The accounts are in the backup; the one-time code from the console stands in."), NeedsSetupPass]
internal sealed class RestoringModel(RestoreWork work) : ModulePage
{
    public RestoreStage? Stage => work.Stage;
    public RuleViolation? Problem => work.Problem;
    public bool IsReady => work.IsReady;

    public void OnGet()
    {
        // the page only looks
    }
}
