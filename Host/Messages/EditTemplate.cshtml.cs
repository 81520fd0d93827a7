using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Messages;

/// <summary>The company's own words for one message, in both languages. Emptied, the words that ship come back.</summary>
[Permission(HostPermissions.Settings)]
internal sealed class EditTemplateModel(TemplateBook templates, HostDbContext db, IAuditLog audit) : ModulePage
{
    public sealed record Form
    {
        public string? ChineseSubject { get; init; }
        public string? ChineseBody { get; init; }
        public string? EnglishSubject { get; init; }
        public string? EnglishBody { get; init; }
    }

    [BindProperty(SupportsGet = true)] public string Template { get; set; } = "";
    [BindProperty] public Form Input { get; set; } = new();

    public MessageTemplate Edited => templates.Of(Template) ?? throw new NotThere();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (zh, en) = (await WordsAsync("zh-CN", ct), await WordsAsync("en", ct));
        Input = new() { ChineseSubject = zh.Subject, ChineseBody = zh.Body, EnglishSubject = en.Subject, EnglishBody = en.Body };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (templates.Of(Template) is null) throw new NotThere();
        await WriteAsync("zh-CN", Input.ChineseSubject, Input.ChineseBody, nameof(Input.ChineseBody), ct);
        await WriteAsync("en", Input.EnglishSubject, Input.EnglishBody, nameof(Input.EnglishBody), ct);
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(Actor, "template.changed", Template, $"{Input.ChineseBody}\n{Input.EnglishBody}", ct);
        return LocalRedirect("/Messages/Templates");
    }

    async Task<(string Subject, string Body)> WordsAsync(string language, CancellationToken ct) =>
        await OwnAsync(language, ct) is { } own ? (own.Subject, own.Body) : templates.Standard(Edited, language);

    Task<TemplateText?> OwnAsync(string language, CancellationToken ct) => db.Set<TemplateText>().FirstOrDefaultAsync(t => t.Template == Template && t.Language == language, ct);

    async Task WriteAsync(string language, string? subject, string? body, string field, CancellationToken ct)
    {
        var own = await OwnAsync(language, ct);
        if (string.IsNullOrWhiteSpace(body) || templates.Standard(Edited, language) == (subject, body.ReplaceLineEndings("\n")))
        {
            if (own is not null) db.Remove(own);
            return;
        }
        if (TemplateBook.Unknown(Edited, subject + body) is [var unknown, ..])
            throw new RuleViolation("Messages.Templates.Unknown", "{" + unknown + "}", string.Join(" ", Edited.Placeholders.Select(p => "{" + p + "}"))) { Field = "Input." + field };
        if (own is null) db.Add(own = new TemplateText { Template = Template, Language = language });
        own.Write(subject?.Trim() ?? "", body.Trim());
    }
}
