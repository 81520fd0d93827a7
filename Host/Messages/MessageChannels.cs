using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace AfterSales.Host.Messages;

/// <summary>
/// Ways out: SMS by the webhook of a provider, e-mail by SMTP, and a file in <c>outbox/</c> while neither is set. A message goes by SMS when it has a
/// phone and a webhook is set, else by e-mail, else into a file.
/// </summary>
internal sealed class MessageChannels(IConfiguration settings, DataFolder folder, ICompany company, IHttpClientFactory http, GroupRobots robots)
{
    public const string Client = "messages";

    /// <returns>Name of the channel that took it.</returns>
    /// <exception cref="Exception">The provider cannot be reached or refuses; the message stays queued.</exception>
    public async Task<string> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        if (message.Channel is { } robot && GroupRobots.Kinds.Contains(robot))
        {
            await robots.SendAsync(message, ct);
            return robot;
        }
        if (message.Phone is not null && settings["Sms:Webhook"] is { } webhook) return await SmsAsync(message, webhook, ct);
        if (message.Email is not null && settings["Smtp:Host"] is { } host) return await MailAsync(message, host, ct);
        if (settings["Sms:Webhook"] is null && settings["Smtp:Host"] is null) return await FileAsync(message, ct);
        throw new InvalidOperationException(message.Phone is null ? "Smtp:Host is not set" : "Sms:Webhook is not set"); // a file would look as if the customer had been told
    }

    async Task<string> SmsAsync(OutgoingMessage message, string webhook, CancellationToken ct)
    {
        var body = new JsonObject
        {
            ["id"] = message.PublicId, ["phone"] = message.Phone, ["text"] = message.Body, ["template"] = message.Template,
            ["templateNumber"] = settings[$"Sms:Templates:{message.Template}"], ["values"] = JsonNode.Parse(message.Values),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new StringContent(body.ToJsonString(), new MediaTypeHeaderValue("application/json", "utf-8")) };
        if (settings["Sms:Token"] is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.CreateClient(Client).SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        return "sms";
    }

    async Task<string> MailAsync(OutgoingMessage message, string host, CancellationToken ct)
    {
        using var mail = new MimeMessage();
        mail.From.Add(new MailboxAddress(company.Name, settings["Smtp:From"] ?? throw new WrongSetting("Smtp:From", "is missing; Smtp:Host is set and needs it.")));
        mail.To.Add(MailboxAddress.Parse(message.Email!));
        mail.Subject = message.Subject;
        mail.Body = new TextPart("plain") { Text = message.Body };
        mail.MessageId = $"{message.PublicId:N}@aftersales";
        using var smtp = new SmtpClient();
        await smtp.ConnectAsync(host, Port, settings.GetValue("Smtp:Plain", false) ? SecureSocketOptions.None : Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, ct); // never in the clear because somebody stripped the offer
        if (settings["Smtp:User"] is { } user) await smtp.AuthenticateAsync(user, settings["Smtp:Password"] ?? "", ct);
        await smtp.SendAsync(mail, ct);
        await smtp.DisconnectAsync(true, ct);
        return "email";
    }

    int Port => settings.GetValue("Smtp:Port", 587);

    async Task<string> FileAsync(OutgoingMessage message, CancellationToken ct)
    {
        Directory.CreateDirectory(folder.In("outbox"));
        await File.WriteAllTextAsync(Path.Combine(folder.In("outbox"), $"{message.PublicId:N}.txt"), $"{message.Phone ?? message.Email}\n{message.Subject}\n\n{message.Body}\n", ct);
        return "file";
    }
}
