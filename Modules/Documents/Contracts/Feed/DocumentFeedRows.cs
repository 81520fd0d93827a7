namespace AfterSales.Documents.Contracts.Feed;

/// <summary>One document as the warehouse takes it, without its title. Feed name: <c>documents.records</c>.</summary>
public sealed record DocumentFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string? Code { get; init; }
    public required string Class { get; init; }
    public required string Paper { get; init; }
    public required string State { get; init; }
    public DateOnly? ArchivedDay { get; init; }
    /// <summary>Local day by which a document that is kept in both forms must have its paper; null where one form is enough.</summary>
    public DateOnly? BothFormsDue { get; init; }
    /// <summary>It has a file, and its paper was put into its place.</summary>
    public required bool HasFile { get; init; }
    public DateOnly? PlacedDay { get; init; }
}

/// <summary>One loan of a paper. Feed name: <c>documents.loans</c>.</summary>
public sealed record LoanFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string? Code { get; init; }
    public required DateOnly LentDay { get; init; }
    public required DateOnly DueDay { get; init; }
    public DateOnly? ReturnedDay { get; init; }
}

/// <summary>What is on file for one order. Feed name: <c>documents.order-files</c>.</summary>
public sealed record OrderPapersFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string OrderNumber { get; init; }
    public required string Papers { get; init; }
    /// <summary>Kinds of order for which these papers are all that is needed, each between commas: <c>,repair,removal,</c>.</summary>
    public required string CompleteFor { get; init; }
}

/// <summary>One agreement. Feed name: <c>documents.agreements</c>.</summary>
public sealed record AgreementFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Code { get; init; }
    public required string Kind { get; init; }
    /// <summary>First local day in force; null until signed.</summary>
    public DateOnly? EffectiveDay { get; init; }
    /// <summary>First local day on which it is in force no more; null while open.</summary>
    public DateOnly? OverDay { get; init; }
    /// <summary>Day from which a signed copy of every signed version is on file.</summary>
    public DateOnly? CopyDay { get; init; }
}

/// <summary>One end of an agreement that somebody has to decide on. Feed name: <c>documents.agreement-ends</c>.</summary>
public sealed record AgreementEndFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Code { get; init; }
    public required DateOnly EndDay { get; init; }
    public DateOnly? DecidedDay { get; init; }
    /// <summary>The agreement was terminated before this end: nothing was to be decided.</summary>
    public required bool Terminated { get; init; }
}

/// <summary>One amendment or termination. Feed name: <c>documents.agreement-changes</c>.</summary>
public sealed record AgreementChangeFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Code { get; init; }
    /// <summary>amendment or termination.</summary>
    public required string Kind { get; init; }
    public required DateOnly ActDay { get; init; }
    public DateOnly? NoticeDay { get; init; }
    public required bool HasPaper { get; init; }
}

/// <summary>One step of a dispute. Feed name: <c>documents.dispute-steps</c>.</summary>
public sealed record DisputeStepFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Code { get; init; }
    public required string Stage { get; init; }
    public required string Step { get; init; }
    public required DateOnly DueDay { get; init; }
    public DateOnly? DoneDay { get; init; }
    /// <summary>The day on which it fell away; after its due day it counts as missed.</summary>
    public DateOnly? DroppedDay { get; init; }
}

/// <summary>Something left to settle after a termination. Feed name: <c>documents.termination-items</c>.</summary>
public sealed record TerminationItemFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    public required string Code { get; init; }
    public required string Item { get; init; }
    public required DateOnly SinceDay { get; init; }
    public DateOnly? DoneDay { get; init; }
}

/// <summary>A measurable ground for termination in one month that is over. Feed name: <c>documents.ground-months</c>.</summary>
public sealed record GroundMonthFeedRow
{
    public required long Key { get; init; }
    public required long Change { get; init; }
    /// <summary>Code of the agreement.</summary>
    public required string Code { get; init; }
    public required string Indicator { get; init; }
    /// <summary>Last day of the month.</summary>
    public required DateOnly MonthDay { get; init; }
    /// <summary>The indicator had a value: the ground was watched.</summary>
    public required bool HasValue { get; init; }
    public required bool Broken { get; init; }
    /// <summary>Broken for as many months in a row as the ground takes.</summary>
    public required bool Met { get; init; }
}
