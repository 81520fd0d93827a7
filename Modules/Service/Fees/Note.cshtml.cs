using AfterSales.Kernel;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Payments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Fees;

/// <summary>The fee note as the customer sees it on the technician's phone: lines, totals, why each is covered, signature; printed on A4 or 80 mm.</summary>
[Permission(ServicePermissions.ReadFees)]
internal sealed class NoteModel : FeePage
{
    public sealed record Form
    {
        public string? Name { get; init; }
        public SignerRelation Relation { get; init; }
        public string? Strokes { get; init; }
        public string Hash { get; init; } = "";
        public string? Reason { get; init; }
    }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public Form Input { get; set; } = new();
    public FeeNote Note { get; private set; } = null!;
    public OrderAccount Account { get; private set; } = null!;
    public string ListNumber { get; private set; } = "";
    public IReadOnlyList<string> UnsignedReasons => Fees.Policy.UnsignedReasons;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Note = await NoteAsync(Id, ct);
        Account = await AccountAsync(ct);
        ListNumber = await Db.Set<PriceList>().Where(l => l.Id == Note.PriceListId).Select(l => l.Number).FirstAsync(ct);
    }

    public Task<IActionResult> OnPostSignAsync(CancellationToken ct) =>
        ActAsync(ServicePermissions.MakeFees, (note, account) => { note.Sign(new Signing(Input.Name ?? "", Input.Relation, SignedStrokes.Read(Input.Strokes), Input.Hash), Now); account.Signed(note); }, ct);

    public Task<IActionResult> OnPostUnsignedAsync(CancellationToken ct) =>
        ActAsync(ServicePermissions.MakeFees, (note, account) => { note.RefuseSignature(Input.Reason ?? "", Fees.Policy, Now); account.Signed(note); }, ct);

    public Task<IActionResult> OnPostVoidAsync(CancellationToken ct) => ActAsync(ServicePermissions.VoidFees, (note, account) =>
    {
        account.Withdraw(note);
        note.Void(Input.Reason ?? "", Now, Actor);
    }, ct);

    async Task<IActionResult> ActAsync(string permission, Action<FeeNote, OrderAccount> act, CancellationToken ct)
    {
        if (!May(permission)) return Forbid();
        var note = await NoteAsync(Id, ct);
        act(note, await AccountAsync(ct));
        await Db.SaveChangesAsync(ct);
        return LocalRedirect($"/Service/Fees/Note/{Id}");
    }
}
