using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Persons;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Callbacks;

/// <summary>One call-back: what was said, what to say, each try, the result; or one step to a complaint.</summary>
[Permission(FeedbackPermissions.WorkCallBacks)]
internal sealed class DetailsModel(FeedbackDbContext db, ComplaintRulebook rulebook, IOrderLookup orders, ICompany company, TimeProvider time, IPersonLooks looks) : ModulePage
{
    public sealed record Form
    {
        public CallResult Call { get; init; }
        public CallBackResult Result { get; init; }
        public string? Note { get; init; }
    }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public CallBack CallBack { get; private set; } = null!;
    public ClockShown Clock => ClockShown.Of(CallBack.Clock, company.CalendarAt(CallBack.OpenedAt), time.Now());

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        CallBack = await db.Set<CallBack>().AsNoTracking().OneAsync(Id, ct);
        await looks.NoteWorkAsync(Actor, await orders.PersonOfAsync(CallBack.OrderId, ct) ?? CallBack.PublicId, "Looks.Complaint", ct);
        ModelState.Remove(nameof(Version));
        Version = CallBack.Version;
    }

    public Task<IActionResult> OnPostTryAsync(CancellationToken ct) => ActAsync((c, now) => c.Try(Input.Call, Input.Note, company.CalendarAt(c.OpenedAt), now, Actor), ct);

    public Task<IActionResult> OnPostEndAsync(CancellationToken ct) => ActAsync((c, now) => c.End(Input.Result, Input.Note, company.CalendarAt(c.OpenedAt), now, Actor), ct);

    public async Task<IActionResult> OnPostComplainAsync(CancellationToken ct)
    {
        if (!May(FeedbackPermissions.ReceiveComplaints)) return Forbid();
        var (callBack, now) = (await TrackedAsync(ct), time.Now());
        var order = callBack.OrderId is { } id ? await orders.ByIdAsync(id, ct) : null;
        var complaint = Complaint.Receive(new ComplaintIntake
        {
            ReceivedAt = now, ReceivedDay = company.LocalDay(now), Channel = ComplaintChannel.CallBack, ContactName = callBack.ContactName, Phone = callBack.Phone, ContactKey = callBack.ContactKey, Order = order,
            Text = string.Join('\n', new[] { callBack.Comment, Input.Note }.Where(t => !string.IsNullOrWhiteSpace(t))) is { Length: > 0 } words ? words : T["Callbacks.ScoreOnly", callBack.Rating?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–", callBack.Recommendation?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–"],
        }, rulebook.InForceAt(now), Actor);
        callBack.BecomeComplaint(complaint.PublicId, company.CalendarAt(callBack.OpenedAt), now, Actor);
        complaint.SendLink();
        db.Add(complaint);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Complaints/Details/{complaint.PublicId}");
    }

    async Task<CallBack> TrackedAsync(CancellationToken ct)
    {
        var callBack = await db.Set<CallBack>().OneAsync(Id, ct);
        if (callBack.Version != Version) throw new ChangedMeanwhile([.. callBack.Attempts.Select(a => new Change(a.Who, a.At, T.Of(a.Result)))]);
        return callBack;
    }

    async Task<IActionResult> ActAsync(Action<CallBack, DateTime> act, CancellationToken ct)
    {
        act(await TrackedAsync(ct), time.Now());
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/Feedback/Callbacks/Details/{Id}");
    }
}
