using System.Security.Claims;
using AfterSales.Feedback.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Surveys;

/// <summary>
/// The code of an order's survey, as a part of a paper that the customer takes away. The paper is often printed before the order is completed: the code then
/// opens the survey as soon as there is one. Each printing has words of its own; looking makes none.
/// </summary>
[Permission(FeedbackPermissions.PrintCodes)]
internal sealed class CodeModel(FeedbackDbContext db, IOrderLookup orders, AskCustomers ask, TakeAnswers answers, ICompany company, TimeProvider time) : ModulePage
{
    Invitation? _invitation;
    OrderInBrief _order = null!;

    [BindProperty(SupportsGet = true)] public string Number { get; set; } = "";
    public QrCode? Code { get; private set; }
    /// <summary>The customer can open it from outside, and can still be asked.</summary>
    public bool IsOffered { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Shown();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        _order = await orders.ByNumberAsync(Number, ct) is { } order && (May(FeedbackPermissions.PrintAllCodes) || IsOwn(order)) ? order : throw new NotThere();
        _invitation = await db.InvitationsAbout(o => o.OrderId == _order.Id).Include(i => i.Tokens).Include(i => i.Orders).Include(i => i.Response).AsSplitQuery().FirstOrDefaultAsync(ct);
        var willing = Addressee.Of(_order) is { } to && !await ask.HasOptedOutAsync(to.Key, ct);
        IsOffered = willing && company.PublicUrl is not null && (_invitation is { } there ? there.Response is null && there.IsOpen(time.Now(), answers.PolicyOf(there)) : _order.CompletedAt is null);
    }

    /// <summary>The technician of the job: nobody carries away a code with which somebody else's customer would answer.</summary>
    bool IsOwn(OrderInBrief order) => order.TechnicianAccount is { } account ? account == Actor.Id : order.Technician is { } code && code == User.FindFirstValue(ClaimTypes.Name);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (!IsOffered) throw new RuleViolation("Surveys.Closed");
        var now = time.Now();
        string token;
        if (_invitation is null)
        {
            token = PublicToken.New();
            db.Add(new PrintedCode { OrderId = _order.Id, Hash = PublicToken.Hash(token)!, MadeAt = now });
        }
        else
        {
            token = _invitation.GiveLink(SurveyMethod.Qr, now);
            _invitation.Delivered(now);
        }
        await db.SaveChangesAsync(ct);
        Code = QrCode.Of(new Uri(company.PublicUrl!, "/s/" + token).AbsoluteUri);
        return Shown();
    }

    IActionResult Shown() => WantsFragment ? Fragment("_Code", this) : Page();
}
