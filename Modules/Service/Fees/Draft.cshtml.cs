using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Fees;

/// <summary>Writes a price list; when it is published it can only be read.</summary>
[Permission(ServicePermissions.EditPrices)]
internal sealed class DraftModel(ServiceDbContext db, OrderFees fees, ICompany company, TimeProvider time) : ModulePage
{
    public sealed record Form
    {
        public string? Name { get; init; }
        public CallOutPrice CallOut { get; init; } = new();
        public decimal LabourPerHour { get; init; }
        public decimal WorkAtHeight { get; init; }
        public string? Works { get; init; }
        public string? Parts { get; init; }
        public string? Materials { get; init; }
        public DateOnly? EffectiveFrom { get; init; }
    }

    [BindProperty(SupportsGet = true)] public string? Number { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public PriceList? List { get; private set; }
    /// <summary>Earliest day on which a list published today may take effect.</summary>
    public DateOnly Earliest { get; private set; }
    public bool IsFirst { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var sheet = List?.Sheet ?? (await db.Set<PriceList>().AsNoTracking().OrderByDescending(l => l.Id).FirstOrDefaultAsync(ct))?.Sheet ?? new PriceSheet();
        Input = new Form
        {
            Name = List?.Name, CallOut = sheet.CallOut, LabourPerHour = sheet.LabourPerHour, WorkAtHeight = sheet.WorkAtHeight, EffectiveFrom = List?.EffectiveFrom ?? Earliest,
            Works = Lines(sheet.Works.Select(w => $"{w.Code} | {w.Name} | {w.Group} | {Plain(w.Hours)}")), Parts = Lines(sheet.Parts.Select(p => $"{p.Code} | {p.Name} | {p.Group} | {Plain(p.Price)}")),
            Materials = Lines(sheet.Materials.Select(m => $"{m.Code} | {m.Name} | {m.Unit} | {Plain(m.Price)}")),
        };
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        var (today, calendar) = (company.LocalDay(time.Now()), company.CalendarAt(time.Now()));
        (Earliest, IsFirst) = (fees.Policy.Announcement.EarliestEffectiveDay(today, calendar), !await db.Set<PriceList>().AnyAsync(l => l.PublishedAt != null, ct));
        if (Number is not null) List = await db.Set<PriceList>().SingleOrDefaultAsync(l => l.Number == Number, ct) ?? throw new NotThere();
    }

    public async Task<IActionResult> OnPostSaveAsync(CancellationToken ct)
    {
        await WriteAsync(ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Fees/Draft/" + List!.Number);
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken ct)
    {
        await WriteAsync(ct);
        var day = Input.EffectiveFrom ?? throw new RuleViolation("Shell.ValueMissing") { Field = "Input.EffectiveFrom" };
        if (await db.Set<PriceList>().AnyAsync(l => l.EffectiveFrom == day, ct)) throw new RuleViolation("Fees.Lists.DayTaken", day.ToString("O")) { Field = "Input.EffectiveFrom" };
        List!.Publish(day, company.LocalDay(time.Now()), fees.Policy.Announcement, company.CalendarAt(time.Now()), IsFirst, time.Now(), Actor);
        await db.SaveChangesAsync(ct);
        return LocalRedirect("/Service/Fees/Lists");
    }

    async Task WriteAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var sheet = new PriceSheet
        {
            CallOut = Input.CallOut, LabourPerHour = Input.LabourPerHour, WorkAtHeight = Input.WorkAtHeight, Works = [.. Rows("Works", Input.Works, (c, n, g, p) => new WorkPrice(c, n, g, p))],
            Parts = [.. Rows("Parts", Input.Parts, (c, n, g, p) => new PartPrice(c, n, g, p))], Materials = [.. Rows("Materials", Input.Materials, (c, n, u, p) => new MaterialPrice(c, n, u ?? "", p))],
        };
        if (List is null) db.Add(List = PriceList.Draft(Input.Name ?? "", sheet, time.Now()));
        else List.Write(Input.Name ?? "", sheet);
    }

    /// <summary>One item a line: code | name | group or unit | price or hours.</summary>
    static IEnumerable<T> Rows<T>(string field, string? text, Func<string, string, string?, decimal, T> make)
    {
        var line = 0;
        foreach (var row in (text ?? "").Split('\n'))
        {
            line++;
            if (string.IsNullOrWhiteSpace(row)) continue;
            var cells = row.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length != 4 || cells[0].Length is 0 or > 40 || !decimal.TryParse(cells[3], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                throw new RuleViolation("Fees.Lists.Line", line, row.Trim()) { Field = "Input." + field };
            yield return make(cells[0], cells[1], cells[2].Length == 0 ? null : cells[2], number);
        }
    }

    static string Lines(IEnumerable<string> rows) => string.Join('\n', rows);
    static string Plain(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
