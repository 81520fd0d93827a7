using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;

namespace AfterSales.Host.Messages;

/// <summary>What staff groups are told beside the evening brief.</summary>
internal sealed record RobotsPolicy
{
    public const string Key = "host.robots";

    /// <summary>Notices to these roles are told to the group too; none: only the brief.</summary>
    public IReadOnlyList<string> Roles { get; init; } = ["dispatcher", "quality-officer"];
}

/// <summary>
/// Robots of staff groups in WeCom, DingTalk and Feishu: <c>Robots:WeCom:Webhook</c>, <c>Robots:DingTalk:Webhook</c> and <c>Secret</c>,
/// <c>Robots:Feishu:Webhook</c> and <c>Secret</c>. What they say goes through the outbox like every message: once, tried again, shown.
/// </summary>
internal sealed class GroupRobots(IConfiguration settings, IHttpClientFactory http, ICompany company, IPolicies policies, Texts text, TimeProvider time)
{
    /// <summary>Names of the channels; an outgoing message carries one from the beginning.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["wecom", "dingtalk", "feishu"];
    const int LongestText = 1800; // WeCom takes 2,048 bytes of Chinese at three each with room for the address; longer is cut

    /// <summary>Robots that are set up.</summary>
    public IEnumerable<string> Ready => Kinds.Where(k => settings[$"Robots:{k}:Webhook"] is { Length: > 0 });

    /// <summary>Messages that tell a notice to the groups; none where its readers are not the groups' business.</summary>
    public IEnumerable<OutgoingMessage> Of(Recipients to, Notice notice)
    {
        if (notice.Once.StartsWith("digest:", StringComparison.Ordinal)) return []; // each role has its own morning; the groups have the evening
        var roles = policies.At<RobotsPolicy>(time.Now()).Value.Roles.Select(Recipients.RoleAddress).ToHashSet();
        return to.Addresses.Any(roles.Contains) ? Say(notice.Once, Sentence(notice.TextKey, notice.Args), AddressOf(notice.Link)) : [];
    }

    public IEnumerable<OutgoingMessage> Say(string once, string subject, params IEnumerable<string?> lines) =>
        Ready.Select(robot => OutgoingMessage.ToGroup($"{robot}:{once}", robot, subject, string.Join('\n', lines.Where(l => !string.IsNullOrEmpty(l)).Prepend(subject)), company.IsDemo, time.Now()));

    public string Sentence(string key, IEnumerable<string> args) => text.Of(key, Texts.Chinese, [.. args.Select(a => text.Has(a) ? text.Of(a, Texts.Chinese) : a)]);

    /// <summary>The page in full where the company is reached from outside; a group cannot follow a bare path.</summary>
    public string? AddressOf(string? link) => company.PublicUrl is { } home && link is not null ? new Uri(home, link).ToString() : null;

    /// <exception cref="InvalidOperationException">The robot refuses.</exception>
    public async Task SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var kind = message.Channel!;
        var webhook = settings[$"Robots:{kind}:Webhook"] ?? throw new InvalidOperationException($"Robots:{kind}:Webhook is not set");
        var (address, body) = Request(kind, new Uri(webhook), settings[$"Robots:{kind}:Secret"], message.Body, time.GetUtcNow());
        using var content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json", "utf-8"));
        using var answer = await http.CreateClient(MessageChannels.Client).PostAsync(address, content, ct);
        answer.EnsureSuccessStatusCode();
        // All three answer 200 to everything and say in the body whether they took it.
        var said = await answer.Content.ReadAsStringAsync(ct);
        if (JsonNode.Parse(said) is JsonObject result && (result["errcode"] ?? result["code"] ?? result["StatusCode"])?.GetValue<int>() is { } code and not 0) throw new InvalidOperationException($"{kind}: {code} {result["errmsg"] ?? result["msg"]}");
    }

    /// <summary>
    /// Where to and what. Signed where a secret is set: DingTalk signs "milliseconds\nsecret" with the secret and puts it into the address; Feishu signs
    /// nothing with the key "seconds\nsecret" and puts it into the body.
    /// </summary>
    internal static (Uri Address, JsonObject Body) Request(string kind, Uri webhook, string? secret, string words, DateTimeOffset now)
    {
        var said = words.Length <= LongestText ? words : words[..LongestText] + "…";
        if (kind == "feishu")
        {
            var body = new JsonObject { ["msg_type"] = "text", ["content"] = new JsonObject { ["text"] = said } };
            if (secret is null) return (webhook, body);
            var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            (body["timestamp"], body["sign"]) = (seconds, Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{seconds}\n{secret}"), ReadOnlySpan<byte>.Empty)));
            return (webhook, body);
        }
        var text = new JsonObject { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = said } };
        if (kind != "dingtalk" || secret is null) return (webhook, text);
        var milliseconds = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = Uri.EscapeDataString(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{milliseconds}\n{secret}"))));
        return (new Uri($"{webhook}{(webhook.Query.Length > 0 ? "&" : "?")}timestamp={milliseconds}&sign={sign}"), text);
    }
}
