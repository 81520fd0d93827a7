namespace AfterSales.Service.Contracts;

/// <summary>The customer signed a fee note, gave a name only, or refused: the note is on paper and goes on file.</summary>
/// <param name="NoteId">Public id.</param>
public sealed record FeeNoteSigned(Guid NoteId);

/// <summary>A visit ended: its report and photos go on file.</summary>
/// <param name="VisitId">Public id.</param>
public sealed record VisitFinished(Guid VisitId);
