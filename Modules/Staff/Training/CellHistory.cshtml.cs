using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>Everything that was ever entered for one person on a sheet: by whom, typed when, saved when.</summary>
[Permission(StaffPermissions.MarkTraining)]
internal sealed class CellHistoryModel : SessionPage
{
    [BindProperty(SupportsGet = true)] public long Participant { get; set; }
    [BindProperty(SupportsGet = true)] public SheetColumn? Column { get; set; }
    public Participant? Who { get; private set; }
    public IReadOnlyList<SheetEntry> Entries { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Who = Session.Participants.Find(p => p.Id == Participant);
        Entries = await Db.Set<SheetEntry>().AsNoTracking().Where(e => e.SessionId == Session.Id && e.ParticipantId == Participant && (Column == null || e.Column == Column)).OrderBy(e => e.Column).ThenByDescending(e => e.Version).ToListAsync(ct);
    }
}
