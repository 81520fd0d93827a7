using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <param name="Entry">The browser's id of this entry: sent again it changes nothing.</param>
/// <param name="Seen">Version of the cell when it was typed.</param>
internal sealed record TypedCell(long Participant, SheetColumn Column, string? Value, int Seen, Guid Entry, DateTime TypedAt);

/// <param name="Error">Why it was not taken; null: saved.</param>
/// <param name="Other">What somebody else had entered meanwhile.</param>
internal sealed record WrittenCell(long Participant, SheetColumn Column, string? Value, int Version, string? Error, string? Other, string? OtherBy);

/// <summary>Saves cells of a sheet, each for itself: what one cell refuses does not hold up the others, and what others enter at the same time stays in the history.</summary>
internal sealed class WriteCells(StaffDbContext db, IPolicies policies, Kernel.Text.Texts text, TimeProvider time)
{
    const int Tries = 8;

    public async Task<IReadOnlyList<WrittenCell>> WriteAsync(Guid sessionId, IReadOnlyList<TypedCell> cells, string by, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return await TryAsync(sessionId, cells, by, ct);
            }
            catch (DbUpdateException) when (attempt < Tries) // another trainer took the same version of the same cell
            {
                db.ChangeTracker.Clear();
            }
    }

    async Task<IReadOnlyList<WrittenCell>> TryAsync(Guid sessionId, IReadOnlyList<TypedCell> typed, string by, CancellationToken ct)
    {
        await using var write = await db.BeginWriteAsync(ct);
        var now = time.Now();
        var session = await db.Set<Session>().AsNoTracking().Include(s => s.Participants).FirstOrDefaultAsync(s => s.PublicId == sessionId, ct) ?? throw new NotThere();
        session.RequireSheetOpen(now, typed.All(c => c.Column == SheetColumn.Attendance) ? TimeSpan.FromMinutes(policies.At<TrainingPolicy>(now).Value.SignInMinutes) : TimeSpan.Zero);
        var seats = session.Seated.Select(p => p.Id).ToHashSet();
        var people = typed.Select(t => t.Participant).Where(seats.Contains).Distinct().ToList();
        var there = (await db.Set<SheetCell>().Where(c => c.SessionId == session.Id && people.Contains(c.ParticipantId)).ToListAsync(ct)).ToDictionary(c => (c.ParticipantId, c.Column));
        var ids = typed.Select(t => t.Entry).ToList();
        var known = await db.Set<SheetEntry>().AsNoTracking().Where(e => ids.Contains(e.Entry)).Select(e => e.Entry).ToHashSetAsync(ct);
        List<WrittenCell> written = [];
        foreach (var cell in typed)
        {
            var place = (cell.Participant, cell.Column);
            if (!seats.Contains(cell.Participant))
            {
                written.Add(new WrittenCell(cell.Participant, cell.Column, cell.Value, 0, text["Training.Session.NotOnIt"], null, null));
                continue;
            }
            if (!there.TryGetValue(place, out var kept)) there[place] = kept = new SheetCell { SessionId = session.Id, ParticipantId = cell.Participant, Column = cell.Column };
            written.Add(known.Add(cell.Entry) ? await WriteAsync(session, kept, cell, by, now, ct) : new WrittenCell(cell.Participant, cell.Column, kept.Value, kept.Version, null, null, null));
        }
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        return written;
    }

    async Task<WrittenCell> WriteAsync(Session session, SheetCell kept, TypedCell cell, string by, DateTime now, CancellationToken ct)
    {
        string? value;
        try
        {
            value = SheetText.Read(cell.Column, cell.Value, session.Hours, session.Marks);
        }
        catch (RuleViolation refused)
        {
            return new WrittenCell(cell.Participant, cell.Column, cell.Value, kept.Version, text.Of(refused), null, null);
        }
        var (before, version) = (kept.Value, kept.Version);
        if (before == value && (!kept.IsContested || cell.Seen < version)) return new WrittenCell(cell.Participant, cell.Column, value, version, null, null, null);
        if (kept.Id == 0 && version == 0) db.Add(kept);
        db.Add(kept.Write(value, cell.Seen, cell.Entry, by, cell.TypedAt, now));
        if (!kept.IsContested) return new WrittenCell(cell.Participant, cell.Column, value, kept.Version, null, null, null);
        var other = await db.Set<SheetEntry>().AsNoTracking().Where(e => e.ParticipantId == cell.Participant && e.Column == cell.Column && e.Version == version).Select(e => e.By).FirstOrDefaultAsync(ct);
        return new WrittenCell(cell.Participant, cell.Column, value, kept.Version, null, before, other);
    }
}
