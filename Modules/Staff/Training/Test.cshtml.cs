using System.Globalization;
using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Staff.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Training;

/// <summary>A test on the phone: the link of the room asks for the own number and leads to a link of one's own, under which answers are kept as they are given.</summary>
[OpenToAll("people in the room sit a test by its QR code")]
internal sealed class TestModel(SessionLinks links, StaffDbContext db, PublicDoor door, TakeTest tests, TimeProvider time) : LinkPage(links, db, door)
{
    public Sitting? Sitting { get; private set; }
    public IReadOnlyDictionary<long, BankQuestion> Questions { get; private set; } = new Dictionary<long, BankQuestion>();
    protected override LinkPurpose[] Purposes => [LinkPurpose.TestBefore, LinkPurpose.TestAfter];

    public override async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct)) return await base.OnGetAsync(ct);
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct)) await base.LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(string? done, CancellationToken ct)
    {
        if (!MaySave) return StatusCode(StatusCodes.Status429TooManyRequests);
        if (!await LookAsync(ct)) return await BeginAsync(ct);
        if (!Sitting!.IsOpen(time.Now()) || done is not null)
        {
            if (Sitting.IsOpen(time.Now())) Take();
            await tests.HandInAsync(Sitting, ct);
            return LocalRedirect("/x/" + Token);
        }
        Take();
        await Db.SaveChangesAsync(ct);
        return WantsFragment ? new NoContentResult() : Page();
    }

    void Take()
    {
        foreach (var answer in Sitting!.Answers.ToList())
            Sitting.Answer(answer.QuestionId, [.. Request.Form["q-" + answer.QuestionId].Select(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? p : 0).Where(p => Questions[answer.QuestionId].Choices.Exists(c => c.Position == p))], time.Now());
    }

    async Task<IActionResult> BeginAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } refused) return refused;
        var seat = SessionLinks.SeatOf(Session!, Code);
        var token = await tests.BeginAsync(Session!, seat, Link!.Purpose == LinkPurpose.TestBefore ? TestStage.Before : TestStage.After, ct);
        return LocalRedirect("/x/" + token);
    }

    /// <summary>Whether the token is one person's own.</summary>
    async Task<bool> LookAsync(CancellationToken ct)
    {
        Sitting = await tests.BehindAsync(Token, ct);
        if (Sitting is null) return false;
        Questions = await tests.QuestionsAsync(Sitting, ct);
        return true;
    }
}
