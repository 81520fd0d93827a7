using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Text;

namespace AfterSales.Staff.Training;

/// <summary>Columns of the session sheet.</summary>
internal enum SheetColumn { Attendance, Theory, Practical, Remark }

/// <summary>
/// One cell of a session sheet: its value, and a version that every save raises. The last save wins; whatever others entered stays in <see cref="SheetEntry"/>, so two trainers at
/// once lose nothing.
/// </summary>
internal sealed class SheetCell
{
    public long Id { get; private set; }
    public long SessionId { get; init; }
    public long ParticipantId { get; init; }
    public SheetColumn Column { get; init; }
    public string? Value { get; private set; }
    public int Version { get; private set; }
    /// <summary>Somebody else's entry was written over without having been seen; until the cell is saved by somebody who saw it.</summary>
    public bool IsContested { get; private set; }

    /// <param name="seen">Version of the cell that the writer had before him.</param>
    public SheetEntry Write(string? value, int seen, Guid entry, string? by, DateTime typedAt, DateTime now)
    {
        IsContested = seen < Version && Value is not null && Value != value;
        (Value, Version) = (value, Version + 1);
        return new SheetEntry { SessionId = SessionId, ParticipantId = ParticipantId, Column = Column, Version = Version, Entry = entry, Value = value, By = by ?? "", TypedAt = typedAt > now ? now : typedAt, SavedAt = now };
    }
}

/// <summary>One save of one cell; never changed. <see cref="Entry"/> is the browser's own id: sent twice, it is written once.</summary>
internal sealed class SheetEntry
{
    public long Id { get; private set; }
    public long SessionId { get; init; }
    public long ParticipantId { get; init; }
    public SheetColumn Column { get; init; }
    public int Version { get; init; }
    public Guid Entry { get; init; }
    public string? Value { get; init; }
    public required string By { get; init; }
    /// <summary>When it was typed; earlier than <see cref="SavedAt"/> where the connection was lost meanwhile.</summary>
    public DateTime TypedAt { get; init; }
    public DateTime SavedAt { get; init; }
}

/// <summary>One person's line of the sheet, as numbers. Null is missing.</summary>
/// <param name="Attendance">Hours attended.</param>
internal sealed record SheetRow(double? Attendance, double? Theory, double? Practical, string? Remark)
{
    public static readonly SheetRow Blank = new(null, null, null, null);

    public static SheetRow Of(IEnumerable<SheetCell> cells)
    {
        var values = cells.ToDictionary(c => c.Column, c => c.Value);
        double? Number(SheetColumn column) => values.GetValueOrDefault(column) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
        return new SheetRow(Number(SheetColumn.Attendance), Number(SheetColumn.Theory), Number(SheetColumn.Practical), values.GetValueOrDefault(SheetColumn.Remark));
    }

    /// <summary>Pass: every score that the course asks for is there and reaches its mark. Somebody who has no hour and no score was absent.</summary>
    public TrainingOutcome Outcome(Marks marks)
    {
        if (Attendance is null or 0 && Theory is null && Practical is null) return Attendance is null ? TrainingOutcome.None : TrainingOutcome.Absent;
        if (!marks.IsTested) return TrainingOutcome.None;
        if (Theory < marks.TheoryPass || Practical < marks.PracticalPass) return TrainingOutcome.Failed;
        return (marks.TheoryMax is not null && Theory is null) || (marks.PracticalMax is not null && Practical is null) ? TrainingOutcome.Incomplete : TrainingOutcome.Passed;
    }
}

/// <summary>What people type into a cell.</summary>
internal static class SheetText
{
    const int RemarkLength = 200;
    /// <summary>Full-width twins of the ASCII signs from ! to ~.</summary>
    const char FirstWide = '\uFF01', LastWide = '\uFF5E';

    static readonly HashSet<string> There = new(StringComparer.OrdinalIgnoreCase) { "p", "y", "yes", "present", "√", "✓", "出", "出勤", "到", "是" };
    static readonly HashSet<string> Gone = new(StringComparer.OrdinalIgnoreCase) { "a", "n", "no", "absent", "x", "×", "缺", "缺勤", "否", "未到" };

    /// <returns>The value as it is kept; null for an empty cell.</returns>
    /// <exception cref="RuleViolation">It is no score or lies outside; in words for people.</exception>
    public static string? Read(SheetColumn column, string? typed, double hours, Marks marks)
    {
        if (typed.OrNull() is not { } text) return null;
        return column switch
        {
            SheetColumn.Remark => text.Length <= RemarkLength ? text : throw new RuleViolation("Training.Sheet.RemarkLong", RemarkLength),
            SheetColumn.Attendance when There.Contains(text) => Kept(hours),
            SheetColumn.Attendance when Gone.Contains(text) => "0",
            SheetColumn.Attendance => Number(text, hours, "Training.Sheet.HoursWrong"),
            SheetColumn.Theory => Number(text, marks.TheoryMax ?? throw new RuleViolation("Training.Sheet.NotTested"), "Training.Sheet.ScoreWrong"),
            _ => Number(text, marks.PracticalMax ?? throw new RuleViolation("Training.Sheet.NotTested"), "Training.Sheet.ScoreWrong"),
        };
    }

    static string Number(string text, double most, string refusal)
    {
        var plain = string.Concat(text.Select(c => c is >= FirstWide and <= LastWide ? (char)(c - FirstWide + '!') : c)).Replace(',', '.').TrimEnd('分').TrimEnd(); // a Chinese keyboard types full-width digits
        if (!double.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < 0 || number > most)
            throw new RuleViolation(refusal, text, Kept(most));
        return Kept(number);
    }

    public static string Kept(double number) => Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
