using System.Security.Claims;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Kernel.Pages;

/// <summary>
/// Base of every page. A handler loads, acts, saves, answers; a refusal comes back as the same page with status 422 (rule) or 409 (changed by
/// somebody else) and everything that was typed. It works the same with and without script: htmx swaps <c>#main</c>, a browser shows the page.
/// </summary>
public abstract class ModulePage : PageModel
{
    Texts? _text;

    public Texts T => _text ??= HttpContext.RequestServices.GetRequiredService<Texts>();

    /// <summary>Who acts: the signed-in person.</summary>
    public Actor Actor => new(User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "<anonymous>", User.FindFirstValue("name") ?? User.Identity?.Name ?? "");

    /// <summary>Address that asks, as far as it is known: for limits on tries.</summary>
    protected string RemoteAddress => HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";

    public bool May(string permission) => HttpContext.RequestServices.GetRequiredService<IPermissions>().Has(User, permission);

    /// <summary>What others changed while the form was open; empty unless the page answers 409.</summary>
    public IReadOnlyList<Change> ChangedMeanwhile { get; internal set; } = [];

    /// <summary>True when htmx asks for a part of the page only.</summary>
    public bool WantsFragment => Request.Headers.ContainsKey("HX-Request") && !Request.Headers.ContainsKey("HX-Boosted")
        && !string.Equals(Request.Headers["HX-Target"], "main", StringComparison.Ordinal) && !Request.Headers.ContainsKey("HX-History-Restore-Request");

    /// <summary>Answers with a fragment. The URL has two bodies, so caches are told what decides.</summary>
    protected PartialViewResult Fragment(string name, object? model)
    {
        Response.Headers.Vary = "HX-Request, HX-Target";
        return Partial(name, model);
    }

    /// <summary>Answers with a table to take away.</summary>
    /// <param name="format">xlsx, otherwise csv.</param>
    protected FileContentResult TakeAway(ExportTable table, string? format)
    {
        var (content, type, name) = table.Write(format);
        return File(content, type, name);
    }

    /// <summary>Loads what the page shows: called by GET, and again when an act was refused. Reads without tracking; may throw <see cref="NotThere"/>.</summary>
    public virtual Task LoadAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>What others did to the record since the form was loaded; asked when a save met a newer version.</summary>
    public virtual Task<IReadOnlyList<Change>> WhatChangedAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<Change>>([]);
}

/// <summary>The record does not exist or is not this person's to see; both look the same (404).</summary>
public sealed class NotThere() : Exception("Not found.");

/// <summary>What a person may do.</summary>
public interface IPermissions
{
    bool Has(ClaimsPrincipal user, string permission);
}
