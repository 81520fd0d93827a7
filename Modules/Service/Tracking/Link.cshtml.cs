using System.Globalization;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Service.Tracking;

/// <summary>The office makes a link for a customer who called: to copy into WeChat, or to send by message.</summary>
[Permission(ServicePermissions.DispatchOrders)]
internal sealed class LinkModel(TrackOrders tracking, ICompany company) : OrderActPage
{
    public string? Link { get; private set; }
    public bool Sent { get; private set; }
    public bool HasPublicAddress => company.PublicUrl is not null;

    /// <summary>Ready to paste, in the reader's language.</summary>
    public string Words => Link is null ? "" : T["Tracking.Link.Words", Order.ContactName, Order.Number, Link];

    public async Task<IActionResult> OnPostAsync(bool send, CancellationToken ct)
    {
        await LoadAsync(ct);
        var path = await tracking.LinkAsync(Order.Number, ct);
        Link = company.PublicUrl is { } home ? new Uri(home, path).ToString() : $"{Request.Scheme}://{Request.Host}{path}";
        if (send) await tracking.SendAsync(Order, path, CultureInfo.CurrentUICulture.Name, ct);
        Sent = send;
        return Page();
    }
}
