using System.Text.Json;
using AfterSales.Host.Data;
using AfterSales.Host.Operations;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Messages;

/// <summary>
/// <c>POST /messages/receipts</c>: the SMS provider says what became of messages, as one object or a list of <c>{"id", "delivered", "reason"}</c> with the id
/// that it was given. It shows the token <c>Sms:ReceiptToken</c>; without one in the settings nobody may. The same receipt again changes nothing.
/// </summary>
internal static class DeliveryReceipts
{
    const long LargestBody = 1 << 20;
    const int Attempts = 5;

    sealed record Receipt(Guid Id, bool Delivered, string? Reason);

    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <exception cref="Kernel.CommandLine.WrongSetting">The token in the settings is too short.</exception>
    public static void MapDeliveryReceipts(this WebApplication app)
    {
        var token = MachineDoor.TokenOf(app.Configuration, "Sms:ReceiptToken");
        app.MapPost("/messages/receipts", async (HttpContext http, IServiceScopeFactory scopes, CancellationToken ct) =>
        {
            if (!MachineDoor.HasToken(http, token)) return MachineDoor.Refuse(http);
            if (http.Request.ContentLength > LargestBody) return Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge);
            if (await ReadAsync(http.Request, ct) is not { } receipts) return Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: "Send {\"id\", \"delivered\", \"reason\"} or a list of them.");
            var taken = 0;
            foreach (var receipt in receipts) if (await TakeAsync(scopes, receipt, ct)) taken++;
            return Results.Ok(new { taken, unknown = receipts.Count - taken });
        }).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
    }

    static async Task<IReadOnlyList<Receipt>?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: ct);
            return body.RootElement.ValueKind == JsonValueKind.Array ? body.RootElement.Deserialize<List<Receipt>>(Options) : [body.RootElement.Deserialize<Receipt>(Options)!];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static async Task<bool> TakeAsync(IServiceScopeFactory scopes, Receipt receipt, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
            if (await db.Set<OutgoingMessage>().SingleOrDefaultAsync(m => m.PublicId == receipt.Id, ct) is not { } message) return false;
            message.Confirmed(receipt.Delivered, receipt.Reason);
            try
            {
                await db.SaveChangesAsync(ct);
                return true;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // the sending itself was being written down: look again
            }
        }
    }
}
