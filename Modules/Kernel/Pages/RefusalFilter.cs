using System.Reflection;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Kernel.Pages;

/// <summary>
/// Turns refusals into answers: a broken rule into the same page with 422 and the sentence, a record changed meanwhile into 409 with what
/// changed, an absent record into 404, a full disk into 507. What was typed stays, because the page is shown again from the posted values.
/// </summary>
public sealed class RefusalFilter(Texts text, DiskSpace disk) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is not ModulePage page)
        {
            await next();
            return;
        }
        var (ct, method) = (context.HttpContext.RequestAborted, context.HttpContext.Request.Method);
        if (context.HandlerMethod is null && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed); // a page that has no such act would be shown without having been loaded
            return;
        }
        if (HttpMethods.IsPost(method) && disk.IsLow && page.GetType().GetCustomAttribute<WritesFromReserveAttribute>() is null)
        {
            context.Result = await NoRoomAsync(page, ct);
            return;
        }
        if (!page.ModelState.IsValid && HttpMethods.IsPost(method))
        {
            context.Result = await AgainAsync(page, StatusCodes.Status422UnprocessableEntity, ct);
            return;
        }
        var done = await next();
        if (done.Exception is null || done.ExceptionHandled) return;
        done.Result = await AnswerAsync(page, done.Exception, ct) ?? done.Result;
        done.ExceptionHandled = done.Result is not null;
    }

    async Task<IActionResult?> AnswerAsync(ModulePage page, Exception refusal, CancellationToken ct)
    {
        switch (refusal)
        {
            case NotThere:
                return new NotFoundResult();
            case RuleViolation rule:
                page.ModelState.AddModelError(rule.Field ?? "", text.Of(rule));
                return await AgainAsync(page, StatusCodes.Status422UnprocessableEntity, ct);
            case ChangedMeanwhile meanwhile:
                page.ChangedMeanwhile = meanwhile.Changes;
                return await AgainAsync(page, StatusCodes.Status409Conflict, ct);
            case DbUpdateConcurrencyException:
                page.ChangedMeanwhile = await page.WhatChangedAsync(ct);
                return await AgainAsync(page, StatusCodes.Status409Conflict, ct);
            default:
                return DiskFull.IsCauseOf(refusal) ? await NoRoomAsync(page, ct) : null;
        }
    }

    async Task<IActionResult> NoRoomAsync(ModulePage page, CancellationToken ct)
    {
        page.ModelState.AddModelError("", page.User.Identity?.IsAuthenticated == true ? text[DiskFull.Key, disk.Figures] : text[DiskFull.Key + ".Public"]);
        return await AgainAsync(page, StatusCodes.Status507InsufficientStorage, ct);
    }

    static async Task<IActionResult> AgainAsync(ModulePage page, int status, CancellationToken ct)
    {
        try
        {
            await page.LoadAsync(ct);
        }
        catch (NotThere)
        {
            return new NotFoundResult();
        }
        var again = page.Page();
        again.StatusCode = status;
        return again;
    }
}
