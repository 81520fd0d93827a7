using System.Globalization;
using System.Security.Cryptography;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Feedback.Surveys;

/// <summary>
/// The customer's page. Opening it records nothing; each save keeps what was answered so far. A link that is unknown, malformed, expired or used up
/// gets the same answer.
/// </summary>
[OpenToAll("customers answer by an unguessable link, without an account")]
internal sealed class AnswerModel(TakeAnswers answers, AskCustomers ask, FeedbackDbContext db, PublicDoor door, TimeProvider time) : ModulePage
{
    const string Device = "aftersales-device", SecureDevice = "__Host-aftersales-device";

    [BindProperty(SupportsGet = true)] public string Token { get; set; } = "";
    [BindProperty(SupportsGet = true)] public bool Done { get; set; }
    public Invitation? Invitation { get; private set; }
    public IReadOnlyList<Question> Questions { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Given { get; private set; } = new Dictionary<string, string>();

    public bool WantsNoQuestions { get; private set; }

    /// <summary>Who came and when, so that the customer knows what is meant.</summary>
    public InvitedOrder? Order => Invitation?.Job;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ?? (WantsFragment ? Fragment("_Questions", this) : Page());

    public override Task LoadAsync(CancellationToken ct) => FindAsync(ct);

    public async Task<IActionResult> OnPostAsync(string? done, string? wish, CancellationToken ct)
    {
        if (!door.MaySave(Token)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await FindAsync(ct) is { } refused) return refused;
        if (wish is not null)
        {
            await ask.WishAsync(Invitation!.ContactKey, wish == "stop", time.Now(), new Actor("<customer>", T["Complaints.Public.Customer"]), ct);
            await db.SaveChangesAsync(ct);
            return LocalRedirect($"/s/{Token}{(wish == "stop" ? "?done=true" : "")}");
        }
        var typed = Request.Form["asked"].Where(a => a is not null).ToDictionary(a => a!, a => (IReadOnlyList<string>)[.. Request.Form["q-" + a].OfType<string>()]);
        await answers.TakeAsync(Invitation!, typed, new AnswerSource(_method, CultureInfo.CurrentUICulture.Name, DeviceOf(), Held: IsStaffDevice ? "staff_device" : null), ct);
        await db.SaveChangesAsync(ct);
        if (done is not null && Invitation!.Response is not null) return LocalRedirect($"/s/{Token}?done=true");
        Show();
        return WantsFragment ? Fragment("_Questions", this) : Page();
    }

    SurveyMethod _method;

    async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        if (!door.MayLook(RemoteAddress, Token)) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (await answers.BehindAsync(Token, ct) is not { } found)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }
        (Invitation, _method) = (found.Invitation, found.Token.Method);
        _all = await answers.QuestionsOfAsync(Invitation, ct);
        WantsNoQuestions = await ask.HasOptedOutAsync(Invitation.ContactKey, ct);
        Show();
        return null;
    }

    IReadOnlyList<Question> _all = [];

    void Show()
    {
        Given = Invitation!.Response?.Answers.ToDictionary(a => a.Question, a => a.Value) ?? [];
        Questions = _all.Asked(Given);
    }

    /// <summary>Somebody of ours is or was signed in here.</summary>
    bool IsStaffDevice => User.Identity?.IsAuthenticated == true || Request.Cookies.Keys.Any(k => k.EndsWith("aftersales-known", StringComparison.Ordinal));

    /// <summary>A browser keeps a random name from its first save on, by which answers for several customers are noticed.</summary>
    string DeviceOf()
    {
        var name = Request.IsHttps ? SecureDevice : Device;
        if (Request.Cookies[name] is { Length: 32 } known) return TakeAnswers.DeviceHash(known);
        var fresh = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Response.Cookies.Append(name, fresh, new CookieOptions { HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = TimeSpan.FromDays(180), IsEssential = true });
        return TakeAnswers.DeviceHash(fresh);
    }
}
