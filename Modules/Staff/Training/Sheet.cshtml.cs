using System.Globalization;
using System.Text.Json;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>The session sheet: everybody on one grid, saved cell by cell with script, as one form without. Two trainers at once lose nothing.</summary>
[Permission(StaffPermissions.MarkTraining)]
internal sealed class SheetModel(WriteCells cells, CloseSession close) : SessionPage
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    /// <summary>More cells than any sheet has.</summary>
    const int MostCells = 2000;

    /// <param name="Original">As the database has it.</param>
    public sealed record Cell(string? Value, string? Original, int Version, bool IsContested, string? Error);

    /// <summary>What a browser sends for one cell.</summary>
    sealed record Sent(long Participant, int Column, string? Value, int Seen, Guid Entry, DateTimeOffset At);

    [BindProperty] public DateOnly? ResultsOn { get; set; }
    ILookup<long, SheetCell> _kept = Array.Empty<SheetCell>().ToLookup(c => c.ParticipantId);
    Dictionary<(long, SheetColumn), WrittenCell> _refused = [];

    public bool IsOpen => Session.State == SessionState.Planned && Now >= Session.StartsAt;
    public IEnumerable<SheetColumn> Columns => Enum.GetValues<SheetColumn>().Where(c => (c != SheetColumn.Theory || Session.Marks.TheoryMax is not null) && (c != SheetColumn.Practical || Session.Marks.PracticalMax is not null));

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        _kept = (await Db.Set<SheetCell>().AsNoTracking().Where(c => c.SessionId == Session.Id).ToListAsync(ct)).ToLookup(c => c.ParticipantId);
    }

    public Cell CellOf(long participant, SheetColumn column)
    {
        var kept = _kept[participant].FirstOrDefault(c => c.Column == column);
        var refused = _refused.GetValueOrDefault((participant, column));
        return new Cell(refused is null ? kept?.Value : refused.Value, kept?.Value, kept?.Version ?? 0, kept?.IsContested == true, refused?.Error);
    }

    public bool HasHistory(long participant) => _kept[participant].Any();

    public TrainingOutcome OutcomeOf(Participant p) => p.Outcome != TrainingOutcome.None ? p.Outcome : SheetRow.Of(_kept[p.Id]).Outcome(Session.Marks);

    /// <summary>All cells as the database has them, for browsers that look what others entered.</summary>
    public async Task<IActionResult> OnGetCellsAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return new JsonResult(_kept.SelectMany(p => p).Select(c => new { participant = c.ParticipantId, column = (int)c.Column, value = c.Value, version = c.Version, contested = c.IsContested }));
    }

    /// <summary>Some cells, each saved or refused for itself.</summary>
    public async Task<IActionResult> OnPostCellsAsync([FromForm(Name = "cells")] string? typed, CancellationToken ct)
    {
        if (Read(typed) is not { Count: <= MostCells } sent || sent.Exists(c => c is null || !Enum.IsDefined((SheetColumn)c.Column))) return BadRequest();
        try
        {
            var written = await cells.WriteAsync(Id, [.. sent.Select(c => new TypedCell(c.Participant, (SheetColumn)c.Column, c.Value, c.Seen, c.Entry, c.At.UtcDateTime.CutToMilliseconds()))], Actor.Name, ct);
            return new JsonResult(written.Select(w => new { participant = w.Participant, column = (int)w.Column, value = w.Value, version = w.Version, error = w.Error, other = w.Other, otherBy = w.OtherBy }));
        }
        catch (RuleViolation refused)
        {
            return new JsonResult(new { error = T.Of(refused) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    /// <returns>Null for what no sheet of ours sends.</returns>
    static List<Sent>? Read(string? typed)
    {
        try
        {
            return typed is null ? null : JsonSerializer.Deserialize<List<Sent>>(typed, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The whole sheet as a plain form: what was changed on it is saved.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        var changed = from p in Session.Seated
                      from column in Columns
                      let name = $"{p.Id}-{(int)column}"
                      where Request.Form.ContainsKey("v-" + name)
                      let value = Request.Form["v-" + name].ToString()
                      where value != Request.Form["o-" + name]
                      select new TypedCell(p.Id, column, value, int.Parse(Request.Form["s-" + name].ToString(), CultureInfo.InvariantCulture), PublicId.New(Now), Now);
        var written = await cells.WriteAsync(Id, [.. changed], Actor.Name, ct);
        _refused = written.Where(w => w.Error is not null).ToDictionary(w => (w.Participant, w.Column));
        if (_refused.Count == 0) return LocalRedirect($"/Staff/Training/Sheet/{Id}");
        await LoadAsync(ct);
        foreach (var refused in _refused.Values) ModelState.AddModelError("", $"{Session.Participants.Single(p => p.Id == refused.Participant).Name}: {refused.Error}");
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        if (ResultsOn is not { } on) throw new RuleViolation("Training.Session.ResultsMissing") { Field = nameof(ResultsOn) };
        return await ActAsync((session, now) => close.CloseAsync(session, on, now, Actor, ct), ct);
    }
}
