using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;

namespace AfterSales.Host.Https;

/// <summary>What one phone met when it opened an address of this installation.</summary>
/// <param name="At">UTC, by the server's clock.</param>
/// <param name="Asked">The address in the QR code.</param>
/// <param name="Reached">Scheme and host as the server saw them; they differ from <paramref name="Asked"/> where a proxy does not pass them on.</param>
/// <param name="Device">Kind of phone and browser, in words.</param>
/// <param name="WeChat">Opened inside WeChat, which keeps neither the app nor its work.</param>
/// <param name="Cookies">A cookie that was set came back.</param>
/// <param name="Secure">The browser calls the page a secure context: camera, installable app and passkeys work. Null without script.</param>
/// <param name="Worker">The browser offers a service worker: work without a signal. Null without script.</param>
/// <param name="ClockMs">Phone's clock minus server's clock. Null without script.</param>
/// <param name="RoundTripMs">Shortest of five. Null without script.</param>
internal sealed record PhoneTrial(DateTime At, string Asked, string Reached, string Device, bool WeChat, bool Cookies, bool? Secure, bool? Worker, long? ClockMs, long? RoundTripMs)
{
    static readonly TimeSpan ClockMayDiffer = TimeSpan.FromMinutes(2);

    public bool SameAddress => string.Equals(new Uri(Asked).GetLeftPart(UriPartial.Authority), Reached, StringComparison.OrdinalIgnoreCase);
    public bool ClockRight => ClockMs is not { } off || Math.Abs(off) <= ClockMayDiffer.TotalMilliseconds;
    public bool IsGood => SameAddress && Cookies && Secure == true && Worker == true && ClockRight && !WeChat;
}

/// <summary>
/// Tries from a phone: a one-time code is good for one report within a quarter of an hour, so that what Operations shows was measured by a phone that somebody
/// held up to the screen. The latest are kept in the data folder; they are about this computer and its network.
/// </summary>
internal sealed class PhoneTrials(DataFolder folder, TimeProvider time, ILogger<PhoneTrials> log)
{
    public static readonly TimeSpan CodeLives = TimeSpan.FromMinutes(15);
    const int Kept = 10, MostOpen = 100;
    const string FileName = "phone-trials.json";

    readonly ConcurrentDictionary<string, (string Asked, DateTime Until)> _open = [];
    readonly Lock _keeping = new();

    /// <param name="address">Scheme and host to be tried.</param>
    /// <returns>The code of one report.</returns>
    public string Begin(string address)
    {
        foreach (var (old, _) in _open.Where(o => o.Value.Until < time.Now()).ToList()) _open.TryRemove(old, out _);
        if (_open.Count >= MostOpen) throw new RuleViolation("Reach.TooMany");
        var code = PublicToken.New();
        _open[PublicToken.Hash(code)!] = (address, time.Now() + CodeLives);
        return code;
    }

    public bool IsOpen(string? code) => PublicToken.Hash(code) is { } hash && _open.TryGetValue(hash, out var open) && open.Until >= time.Now();

    /// <returns>False when the code is unknown, used or too old.</returns>
    public bool Report(string? code, Func<string, PhoneTrial> trial)
    {
        if (PublicToken.Hash(code) is not { } hash || !_open.TryRemove(hash, out var open) || open.Until < time.Now()) return false;
        Keep(trial(open.Asked));
        return true;
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PhoneTrial> Latest()
    {
        try
        {
            return JsonSerializer.Deserialize<List<PhoneTrial>>(File.ReadAllText(folder.In(FileName))) ?? [];
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    void Keep(PhoneTrial trial)
    {
        lock (_keeping)
            try
            {
                File.WriteAllText(folder.In(FileName + ".new"), JsonSerializer.Serialize(Latest().Prepend(trial).Take(Kept)));
                File.Move(folder.In(FileName + ".new"), folder.In(FileName), overwrite: true);
            }
            catch (IOException full)
            {
                log.LogWarning(full, "A trial from a phone could not be kept");
            }
    }
}

/// <summary>A phone and its browser in words, from what the browser calls itself.</summary>
internal static class Devices
{
    static readonly (string Mark, string Name)[] Systems = [("HarmonyOS", "HarmonyOS"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Macintosh", "Mac"), ("Linux", "Linux")];
    static readonly (string Mark, string Name)[] Browsers = [("MicroMessenger", "WeChat"), ("DingTalk", "DingTalk"), ("Lark", "Feishu"), ("QQBrowser", "QQ"), ("UCBrowser", "UC"), ("HuaweiBrowser", "Huawei"), ("MiuiBrowser", "Mi"), ("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    public static bool IsWeChat(string userAgent) => userAgent.Contains("MicroMessenger", StringComparison.Ordinal);

    public static string InWords(string userAgent)
    {
        var system = Systems.FirstOrDefault(s => userAgent.Contains(s.Mark, StringComparison.Ordinal)).Name;
        var browser = Browsers.FirstOrDefault(b => userAgent.Contains(b.Mark, StringComparison.Ordinal)).Name;
        return string.Join(", ", new[] { system is "Android" ? "Android " + VersionAfter(userAgent, "Android ") : system, browser }.OfType<string>().Select(w => w.Trim())) is { Length: > 0 } words ? words : "?";
    }

    static string VersionAfter(string userAgent, string mark)
    {
        var from = userAgent.IndexOf(mark, StringComparison.Ordinal);
        if (from < 0) return "";
        var digits = userAgent[(from + mark.Length)..].TakeWhile(c => char.IsAsciiDigit(c) || c == '.');
        return string.Create(CultureInfo.InvariantCulture, $"{string.Concat(digits.Take(6))}");
    }
}
