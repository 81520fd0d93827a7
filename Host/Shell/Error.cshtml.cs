using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Shell;

[OpenToAll("An error page must always be shown.")]
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : ModulePage
{
    static readonly int[] Known = [400, 403, 404, 409, 429];

    [BindProperty(SupportsGet = true)] public int Status { get; set; }
    public string Key => "Shell.Error." + (Known.Contains(Status) ? Status : 500);
    /// <summary>Stands in the log with everything that happened in this request.</summary>
    public string Reference => HttpContext.TraceIdentifier;

    public void OnGet() { }

    public void OnPost() { }
}
