using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Shell;

[OpenToAll("An error page must always be shown.")]
[IgnoreAntiforgeryToken]
[WritesFromReserve]
internal sealed class ErrorModel : ModulePage
{
    static readonly int[] Known = [400, 403, 404, 409, 429, 507];

    [BindProperty(SupportsGet = true)] public int Status { get; set; }
    public string Key => "Shell.Error." + (Known.Contains(Status) ? Status : Status is > 400 and < 500 ? 400 : 500);
    /// <summary>Stands in the log with everything that happened in this request.</summary>
    public string Reference => HttpContext.TraceIdentifier;

    public void OnGet() => Tell();

    public void OnPost() => Tell();

    /// <summary>Every failure comes here by one address; a full disk keeps its own status and words.</summary>
    void Tell()
    {
        if (Response.StatusCode == StatusCodes.Status507InsufficientStorage) Status = Response.StatusCode;
    }
}
