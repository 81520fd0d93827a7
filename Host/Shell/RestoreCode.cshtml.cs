using AfterSales.Host.Accounts;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Shell;

/// <summary>The way from the wizard to a backup begins with the one-time code.</summary>
[OpenToAll("The accounts are in the backup; the one-time code from the console stands in.")]
internal sealed class RestoreCodeModel(FirstRun firstRun, SetupPass pass, SignInLimits limits) : ModulePage
{
    public sealed record Form
    {
        public string Code { get; init; } = "";
    }

    [BindProperty] public Form Input { get; set; } = new();

    public IActionResult OnGet() => !firstRun.IsNeeded ? LocalRedirect("/") : pass.IsHeldBy(Request) ? LocalRedirect("/Setup/RestoreFile") : Page();

    public IActionResult OnPost()
    {
        if (!firstRun.IsNeeded) return LocalRedirect("/");
        if (!limits.Allow("<setup>", RemoteAddress)) throw new RuleViolation("Accounts.SignIn.TooOften");
        if (!firstRun.Accepts(Input.Code)) throw new RuleViolation("Setup.WrongCode") { Field = "Input.Code" };
        pass.Give(Response);
        return LocalRedirect("/Setup/RestoreFile");
    }
}
