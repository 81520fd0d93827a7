using AfterSales.Host.Composition;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Settings;

[Permission(HostPermissions.Settings)]
internal sealed class CalendarModel(Company company, CalendarBook book, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public DateOnly? Day { get; init; }
        public CalendarExceptionKind Kind { get; init; }
        public string Name { get; init; } = "";
    }

    [BindProperty(SupportsGet = true)] public int Year { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public IReadOnlyList<CalendarException> Days { get; private set; } = [];
    public IReadOnlyList<int> Years { get; private set; } = [];
    public bool HasYear { get; private set; }
    public string Version { get; private set; } = "";

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override Task LoadAsync(CancellationToken ct)
    {
        var thisYear = company.ToLocal(time.Now()).Year;
        if (Year is < 1990 or > 2100) Year = thisYear;
        var calendar = company.CalendarAt(time.Now());
        Version = calendar.Version;
        HasYear = calendar.HasDataFor(Year);
        Days = [.. calendar.Exceptions.Where(e => e.Day.Year == Year)];
        Years = [.. calendar.Years.Append(thisYear).Append(thisYear + 1).Append(Year).Distinct().Order()];
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAddAsync(string version, CancellationToken ct)
    {
        var day = Input.Day ?? throw new RuleViolation("Shell.ValueMissing") { Field = "Input.Day" };
        await book.EditAsync(version, days => [.. days.Where(d => d.Day != day), new CalendarException(day, Input.Kind, Input.Name)], $"{day:yyyy-MM-dd} {Input.Kind} {Input.Name}", Actor, ct);
        return RedirectToPage(new { year = day.Year });
    }

    public async Task<IActionResult> OnPostRemoveAsync(string version, DateOnly day, CancellationToken ct)
    {
        await book.EditAsync(version, days => [.. days.Where(d => d.Day != day)], $"{day:yyyy-MM-dd} removed", Actor, ct);
        return RedirectToPage(new { year = day.Year });
    }

    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length is 0 or > 1_000_000) throw new RuleViolation("Settings.Calendar.BadFile", "");
        using var reader = new StreamReader(file.OpenReadStream());
        var year = await book.ImportAsync(await reader.ReadToEndAsync(ct), Actor, ct);
        return RedirectToPage(new { year });
    }
}
