using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Risk.Actions;
using AfterSales.Risk.Checks;
using AfterSales.Risk.Contracts.Feed;
using AfterSales.Risk.Controls;
using AfterSales.Risk.Data;
using AfterSales.Risk.Register;

namespace AfterSales.Risk.Feed;

/// <summary>A row of the module's with the record that it belongs to.</summary>
internal sealed record Of<TRow, TOwner>(TRow Row, TOwner Owner);

internal sealed class RatingFeed(RiskDbContext db) : TableFeed<RiskRating, Of<RiskRating, RegisteredRisk>, RatingFeedRow>(db)
{
    readonly RiskDbContext _db = db;

    public override string Name => "risk.ratings";

    protected override IQueryable<Of<RiskRating, RegisteredRisk>> Read(IQueryable<RiskRating> stored) =>
        from s in stored join r in _db.Set<RegisteredRisk>() on s.RiskId equals r.Id orderby s.Change select new Of<RiskRating, RegisteredRisk>(s, r);

    protected override RatingFeedRow Row(Of<RiskRating, RegisteredRisk> source) => new()
    {
        Key = source.Row.Id, Change = source.Row.Change, Risk = source.Owner.Number, Category = Code.Of(source.Owner.Category), Since = source.Row.Since, Until = source.Row.Until,
        Inherent = source.Row.Inherent.Score, Residual = source.Row.Residual.Score, Target = source.Row.Target.Score,
    };
}

internal sealed class RiskMonthFeed(RiskDbContext db) : TableFeed<RiskMonth, Of<RiskMonth, RegisteredRisk>, RiskMonthFeedRow>(db)
{
    readonly RiskDbContext _db = db;

    public override string Name => "risk.months";

    protected override IQueryable<Of<RiskMonth, RegisteredRisk>> Read(IQueryable<RiskMonth> stored) =>
        from s in stored join r in _db.Set<RegisteredRisk>() on s.RiskId equals r.Id orderby s.Change select new Of<RiskMonth, RegisteredRisk>(s, r);

    protected override RiskMonthFeedRow Row(Of<RiskMonth, RegisteredRisk> source) => new()
    {
        Key = source.Row.Id, Change = source.Row.Change, Risk = source.Owner.Number, Category = Code.Of(source.Row.Category), LastDay = source.Row.LastDay,
        Inherent = source.Row.Inherent, Residual = source.Row.Residual, Target = source.Row.Target,
    };
}

internal sealed class RiskReviewFeed(RiskDbContext db) : TableFeed<RiskReview, Of<RiskReview, RegisteredRisk>, RiskReviewFeedRow>(db)
{
    readonly RiskDbContext _db = db;

    public override string Name => "risk.reviews";

    protected override IQueryable<Of<RiskReview, RegisteredRisk>> Read(IQueryable<RiskReview> stored) =>
        from s in stored join r in _db.Set<RegisteredRisk>() on s.RiskId equals r.Id orderby s.Change select new Of<RiskReview, RegisteredRisk>(s, r);

    protected override RiskReviewFeedRow Row(Of<RiskReview, RegisteredRisk> source) => new() { Key = source.Row.Id, Change = source.Row.Change, Risk = source.Owner.Number, Due = source.Row.Due, DoneOn = source.Row.DoneOn, Dropped = source.Row.Dropped };
}

internal sealed class RiskEventFeed(RiskDbContext db) : TableFeed<RiskEvent, RiskEvent, RiskEventFeedRow>(db)
{
    public override string Name => "risk.events";

    protected override IQueryable<RiskEvent> Read(IQueryable<RiskEvent> stored) => stored;

    protected override RiskEventFeedRow Row(RiskEvent stored) => new() { Key = stored.Id, Change = stored.Change, Number = stored.Number, Source = Code.Of(stored.Source), HappenedDay = stored.HappenedDay, Foreseen = stored.Foreseen };
}

internal sealed class ControlTestFeed(RiskDbContext db) : TableFeed<ControlTest, Of<ControlTest, Control>, ControlTestFeedRow>(db)
{
    readonly RiskDbContext _db = db;

    public override string Name => "risk.control-tests";

    protected override IQueryable<Of<ControlTest, Control>> Read(IQueryable<ControlTest> stored) =>
        from s in stored join c in _db.Set<Control>() on s.ControlId equals c.Id orderby s.Change select new Of<ControlTest, Control>(s, c);

    protected override ControlTestFeedRow Row(Of<ControlTest, Control> source) => new()
    {
        Key = source.Row.Id, Change = source.Row.Change, Control = source.Owner.Number, Kind = Code.Of(source.Owner.Kind), Due = source.Row.Due, DoneOn = source.Row.DoneOn,
        Result = Code.Of(source.Row.Result), Dropped = source.Row.Dropped,
    };
}

internal sealed class CheckFeed(RiskDbContext db) : TableFeed<SpotCheck, SpotCheck, CheckFeedRow>(db)
{
    public override string Name => "risk.checks";

    protected override IQueryable<SpotCheck> Read(IQueryable<SpotCheck> stored) => stored;

    protected override CheckFeedRow Row(SpotCheck stored) => new()
    {
        Key = stored.Id, Change = stored.Change, Number = stored.Number, Order = stored.OrderNumber, Method = Code.Of(stored.Method), Contract = stored.Contract, Technician = stored.Technician, Team = stored.Team,
        ProductModel = stored.ProductModel, ProductType = stored.ProductType, Region = stored.Region, Due = stored.Due, DoneOn = stored.DoneOn, Score = stored.Score, Passed = stored.Passed,
    };
}

internal sealed class ActionFeed(RiskDbContext db) : TableFeed<ActionRound, Of<ActionRound, CorrectiveAction>, ActionFeedRow>(db)
{
    readonly RiskDbContext _db = db;

    public override string Name => "risk.actions";

    protected override IQueryable<Of<ActionRound, CorrectiveAction>> Read(IQueryable<ActionRound> stored) =>
        from s in stored join a in _db.Set<CorrectiveAction>() on s.ActionId equals a.Id orderby s.Change select new Of<ActionRound, CorrectiveAction>(s, a);

    protected override ActionFeedRow Row(Of<ActionRound, CorrectiveAction> source) => new()
    {
        Key = source.Row.Id, Change = source.Row.Change, Number = source.Owner.Number, Round = source.Row.Ordinal, Source = Code.Of(source.Owner.Source), Due = source.Row.Due, DoneOn = source.Row.DoneOn, VerifiedOn = source.Row.VerifiedOn,
        Effective = source.Row.VerifiedOn is null ? null : source.Row.Verdict == EffectVerdict.Effective, Dropped = source.Row.Dropped,
    };
}
