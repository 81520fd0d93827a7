using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Https;

/// <summary>The page that a phone opens to try an address: it measures what only the phone can know, and reports once.</summary>
[OpenToAll("A phone that tries the address has nobody signed in.")]
[WritesFromReserve]
internal sealed class TryModel(PhoneTrials trials, TimeProvider time) : ModulePage
{
    const string Cookie = "aftersales-trial";

    [BindProperty(SupportsGet = true)] public string? Code { get; set; }
    [BindProperty] public bool? Secure { get; set; }
    [BindProperty] public bool? Worker { get; set; }
    [BindProperty] public long? ClockMs { get; set; }
    [BindProperty] public long? RoundTripMs { get; set; }

    public bool Reported { get; private set; }
    public bool IsOpen => trials.IsOpen(Code);
    public bool WeChat => Devices.IsWeChat(Agent);

    string Agent => Request.Headers.UserAgent.ToString();

    public void OnGet() => Response.Cookies.Append(Cookie, "1", new CookieOptions { HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = PhoneTrials.CodeLives });

    /// <summary>The server's clock, milliseconds since 1970.</summary>
    public ContentResult OnGetClock()
    {
        Response.Headers.CacheControl = "no-store";
        return Content(new DateTimeOffset(time.Now()).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), "text/plain");
    }

    public IActionResult OnPost()
    {
        Reported = trials.Report(Code, asked => new PhoneTrial(time.Now(), asked, $"{Request.Scheme}://{Request.Host}", Devices.InWords(Agent), WeChat, Request.Cookies.ContainsKey(Cookie), Secure, Worker, ClockMs, RoundTripMs));
        return Page();
    }
}
