using System.Text.Json;
using System.Text.RegularExpressions;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Messages;

/// <inheritdoc cref="ICustomerMessages"/>
internal sealed class CustomerMessages(IServiceScopeFactory scopes, TemplateBook templates, ICompany company, TimeProvider time) : ICustomerMessages
{
    public async Task QueueAsync(CustomerMessage message, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        var (subject, body) = await templates.WordsAsync(db, message.Template, message.Language, message.Values, ct);
        if (await ThereAsync(db, message, ct)) return;
        db.Add(OutgoingMessage.Queue(message, subject, body, JsonSerializer.Serialize(message.Values), company.IsDemo, time.Now()));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await ThereAsync(db, message, ct)) throw; // else somebody queued it in the same moment
        }
    }

    public async Task<(string Subject, string Body)> WordsAsync(string template, string language, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await templates.WordsAsync(scope.ServiceProvider.GetRequiredService<HostDbContext>(), template, language, values, ct);
    }

    static Task<bool> ThereAsync(HostDbContext db, CustomerMessage message, CancellationToken ct) => db.Set<OutgoingMessage>().AnyAsync(m => m.Once == message.Key, ct);

    public async Task<IReadOnlyDictionary<string, MessageState>> StatesAsync(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        Dictionary<string, MessageState> states = [];
        foreach (var some in keys.Distinct().Chunk(500))
            foreach (var row in await scope.ServiceProvider.GetRequiredService<HostDbContext>().Set<OutgoingMessage>().AsNoTracking().Where(m => some.Contains(m.Once)).Select(m => new { m.Once, m.State }).ToListAsync(ct))
                states[row.Once] = row.State;
        return states;
    }
}

/// <summary>The templates of all modules, and the words each has: the company's own where it wrote some.</summary>
internal sealed partial class TemplateBook(IEnumerable<IModule> modules, Texts text)
{
    readonly Dictionary<string, MessageTemplate> _templates = modules.SelectMany(m => m.Templates).ToDictionary(t => t.Code);

    public IReadOnlyList<MessageTemplate> All => [.. _templates.Values.OrderBy(t => t.Code, StringComparer.Ordinal)];

    public MessageTemplate? Of(string? code) => code is null ? null : _templates.GetValueOrDefault(code);

    /// <summary>Words as they ship.</summary>
    public (string Subject, string Body) Standard(MessageTemplate template, string language)
    {
        var culture = language == "en" ? Texts.English : Texts.Chinese;
        return (text.Of(template.SubjectKey, culture), text.Of(template.BodyKey, culture));
    }

    public async Task<(string Subject, string Body)> WordsAsync(HostDbContext db, string code, string language, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        var template = Of(code) ?? throw new ArgumentException($"There is no message template '{code}'.", nameof(code));
        foreach (var placeholder in template.Placeholders)
            if (!values.ContainsKey(placeholder)) throw new ArgumentException($"The message '{code}' has no value for {{{placeholder}}}.", nameof(values));
        if (language != "en") language = "zh-CN";
        var own = await db.Set<TemplateText>().AsNoTracking().FirstOrDefaultAsync(t => t.Template == template.Code && t.Language == language, ct);
        var (subject, body) = own is null ? Standard(template, language) : (own.Subject, own.Body);
        return (Filled(subject, values), Filled(body, values));
    }

    public static string Filled(string words, IReadOnlyDictionary<string, string> values) => Placeholder().Replace(words, m => values.GetValueOrDefault(m.Groups[1].Value, m.Value));

    /// <summary>Placeholders that a text uses and its template does not have.</summary>
    public static IReadOnlyList<string> Unknown(MessageTemplate template, string words) =>
        [.. Placeholder().Matches(words).Select(m => m.Groups[1].Value).Where(p => !template.Placeholders.Contains(p)).Distinct()];

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Placeholder();
}
