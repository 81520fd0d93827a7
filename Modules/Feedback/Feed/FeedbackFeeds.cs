using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Contracts.Feed;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Feed;

internal sealed class SurveyFeed(FeedbackDbContext db, ICompany company) : TableFeed<Invitation, Invitation, SurveyFeedRow>(db)
{
    public override string Name => "feedback.surveys";

    protected override IQueryable<Invitation> Read(IQueryable<Invitation> stored) => stored.Include(i => i.Orders).Include(i => i.Response).AsSplitQuery();

    protected override SurveyFeedRow Row(Invitation stored)
    {
        var (order, response) = (stored.Job, stored.Response);
        return new SurveyFeedRow
        {
            Key = stored.Id, Change = stored.Change, Kind = Code.Of(stored.Kind), Order = order?.Number, Contract = order?.Contract, Technician = order?.Technician, Team = order?.Team,
            ProductModel = order?.ProductModel, ProductType = order?.ProductType, Region = order?.Region, JobDay = order is null ? null : company.LocalDay(order.CompletedAt), InvitedDay = stored.InvitedDay, Delivered = stored.DeliveredAt is not null,
            Method = response is null ? null : Code.Of(response.Method), AnsweredDay = response?.AnsweredDay, Rating = response?.Rating, Recommendation = response?.Recommendation, Effort = response?.Effort,
            Counts = response?.Counts ?? true,
        };
    }
}

internal sealed class InvitedOrderFeed(FeedbackDbContext db) : TableFeed<InvitedOrder, InvitedOrder, InvitedOrderFeedRow>(db)
{
    public override string Name => "feedback.invited-orders";

    protected override IQueryable<InvitedOrder> Read(IQueryable<InvitedOrder> stored) => stored;

    protected override InvitedOrderFeedRow Row(InvitedOrder stored) => new() { Key = stored.Id, Change = stored.Change, Order = stored.Number };
}

internal sealed class CallBackFeed(FeedbackDbContext db) : TableFeed<CallBack, CallBack, CallBackFeedRow>(db)
{
    public override string Name => "feedback.callbacks";

    protected override IQueryable<CallBack> Read(IQueryable<CallBack> stored) => stored;

    protected override CallBackFeedRow Row(CallBack stored) => new()
    {
        Key = stored.Id, Change = stored.Change, Order = stored.OrderNumber, Technician = stored.Technician, Team = stored.Team, AnsweredDay = stored.AnsweredDay,
        Due = stored.Clock.Due, Ended = stored.Clock.Ended, Result = Code.Of(stored.Result),
    };
}

internal sealed class ComplaintFeed(FeedbackDbContext db) : TableFeed<Complaint, Complaint, ComplaintFeedRow>(db)
{
    /// <summary>Steps of a closed complaint, in the order in which they must come.</summary>
    static readonly string[] Steps = ["Received", "Acknowledged", "Assessed", "Investigated", "Decided", "Replied", "Closed"];

    public override string Name => "feedback.complaints";

    protected override IQueryable<Complaint> Read(IQueryable<Complaint> stored) => stored.Include(c => c.Events);

    protected override ComplaintFeedRow Row(Complaint stored)
    {
        var clocks = stored.Clocks.Select(c => c.Clock).ToList();
        var open = clocks.Where(c => c.Verdict is null).MinBy(c => c.Due);
        return new ComplaintFeedRow
        {
            Key = stored.Id, Change = stored.Change, Number = stored.Number, Order = stored.OrderNumber, Channel = Code.Of(stored.Channel), Matter = Code.Of(stored.Matter), Severity = Code.Of(stored.Severity),
            Stage = Code.Of(stored.Stage), Contract = stored.Contract, Technician = stored.Subject, Team = stored.Team, ProductModel = stored.ProductModel, ProductType = stored.ProductType, Region = stored.Region,
            ReceivedDay = stored.ReceivedDay, ClosedDay = stored.Stage == ComplaintStage.Closed ? stored.ClosedDay : null, OpenDue = open?.Due, OpenDueDay = open?.DueDay,
            Missed = stored.FirstRoundMissed || clocks.Exists(c => c.Verdict == ClockVerdict.Missed), Upheld = stored.IsUpheld, HasCause = stored.Cause is not null, HasAction = stored.Action is not null,
            StepsInOrder = Keeps(stored), Reopened = stored.Reopened, Settled = stored.Settled, SettledDay = stored.SettledDay,
        };
    }

    static bool Keeps(Complaint complaint)
    {
        var next = 0;
        foreach (var done in complaint.Events.OrderBy(e => e.At).ThenBy(e => e.Version))
            if (next < Steps.Length && done.Act == Steps[next]) next++;
        return next == Steps.Length;
    }
}
