using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Service.Parts;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Service.Visits;

[Permission(ServicePermissions.VisitOrders)]
internal sealed class FindModel : VisitPage
{
    [BindProperty] public string? FaultCode { get; set; }
    [BindProperty] public string? Cause { get; set; }
    [BindProperty] public bool Misuse { get; set; }
    [BindProperty] public string? MisuseEvidence { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(async e =>
        e.UnderWay.Find(FaultCode, Cause, Misuse, MisuseEvidence, await Db.Set<FaultCode>().Where(f => f.ModelId == e.Order.ModelId).Select(f => f.Code).ToListAsync(ct), e.When), ct);
}

[Permission(ServicePermissions.VisitOrders)]
internal sealed class RegradeModel : VisitPage
{
    [BindProperty] public Complexity? Complexity { get; set; }
    [BindProperty] public string Reason { get; set; } = "";

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(async e =>
        e.UnderWay.Regrade(Complexity ?? throw new RuleViolation("Shell.ValueMissing"), Reason, e.When, await Field.RulesAsync(e.Order, e.Visit, ct), Actor), ct);
}

[Permission(ServicePermissions.VisitOrders)]
internal sealed class AddWorkModel : VisitPage
{
    [BindProperty] public string Code { get; set; } = "";

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(async e =>
    {
        var day = Company.LocalDay(e.UnderWay.ArrivedAt ?? e.When.At);
        var work = await Db.Set<WorkCode>().AsNoTracking().Where(w => w.Code == Code.Trim()).OrderByDescending(w => w.From <= day).ThenByDescending(w => w.From).FirstOrDefaultAsync(ct)
            ?? throw new RuleViolation("Visits.Work.Unknown", Code) { Field = "Code" };
        e.UnderWay.AddWork(work, day, await Field.RulesAsync(e.Order, e.Visit, ct), e.When);
    }, ct);
}

[Permission(ServicePermissions.VisitOrders)]
internal sealed class RemoveWorkModel : VisitPage
{
    [BindProperty] public string Code { get; set; } = "";

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(e => e.UnderWay.RemoveWork(Code, e.When), ct);
}

[Permission(ServicePermissions.VisitOrders)]
internal sealed class UsePartModel(TakeFromVan van) : VisitPage
{
    /// <summary>Number, barcode or name.</summary>
    [BindProperty] public string Part { get; set; } = "";
    [BindProperty] public int Quantity { get; set; } = 1;
    [BindProperty] public string? FaultySerial { get; set; }
    [BindProperty] public string? NewSerial { get; set; }
    [BindProperty] public bool DueBack { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(async e =>
    {
        var typed = Part.Trim();
        var part = await Db.Set<ModelPart>().AsNoTracking().Where(p => p.ModelId == e.Order.ModelId && (p.Number == typed || p.Barcode == typed || p.NameZh == typed || p.NameEn == typed)).OrderByDescending(p => p.Number == typed).FirstOrDefaultAsync(ct)
            ?? throw new RuleViolation("Visits.Part.Unknown", typed, await Db.Set<ProductModel>().Where(m => m.Id == e.Order.ModelId).Select(m => m.Name).FirstOrDefaultAsync(ct) ?? "—") { Field = "Part" };
        e.UnderWay.UsePart(part, Quantity, FaultySerial, NewSerial, DueBack, Company.LocalDay(e.UnderWay.ArrivedAt ?? e.When.At), e.When);
        await van.MoveAsync(e.UnderWay.TechnicianId, part.Number, Quantity, StockMoveKind.Used, e.Order.Number, e.When.At, Actor, ct);
    }, ct);
}

[Permission(ServicePermissions.VisitOrders)]
internal sealed class RemovePartModel(TakeFromVan van) : VisitPage
{
    [BindProperty] public long Part { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(async e =>
    {
        var removed = e.UnderWay.RemovePart(Part, e.When);
        await van.MoveAsync(e.UnderWay.TechnicianId, removed.Number, removed.Quantity, StockMoveKind.PutBack, e.Order.Number, e.When.At, Actor, ct);
    }, ct);
}

/// <summary>A part that is not at hand is asked for; whoever keeps the parts orders it.</summary>
[Permission(ServicePermissions.VisitOrders)]
internal sealed class AskPartModel : VisitPage
{
    /// <summary>Number, barcode or name; a part that the model's list lacks is asked for in words.</summary>
    [BindProperty] public string? Part { get; set; }
    [BindProperty] public int Quantity { get; set; } = 1;
    [BindProperty] public string? Note { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(async e =>
    {
        var typed = (Part ?? "").Trim();
        var known = await Db.Set<ModelPart>().AsNoTracking().Where(p => p.ModelId == e.Order.ModelId && (p.Number == typed || p.Barcode == typed || p.NameZh == typed || p.NameEn == typed)).OrderByDescending(p => p.Number == typed).FirstOrDefaultAsync(ct);
        Db.Add(PartRequest.Ask(e.Order, known?.Number ?? typed, known?.NameZh, Quantity, Note, e.When.At, Actor));
    }, ct);
}

/// <summary>What the maker wants done to this unit was done on this visit.</summary>
[Permission(ServicePermissions.VisitOrders)]
internal sealed class DoRecallModel : VisitPage
{
    [BindProperty] public Guid Recall { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(async e =>
    {
        if (!e.UnderWay.IsOnSite) throw new RuleViolation("Visits.NotArrived");
        var unit = await Db.Set<Appliance>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == e.Order.ApplianceId, ct) ?? throw new RuleViolation("Parts.Recall.NoUnit");
        var recall = await Db.Set<Recall>().Include(r => r.Jobs).FirstOrDefaultAsync(r => r.PublicId == Recall, ct) ?? throw new NotThere();
        recall.Done(unit, e.Order.Number, e.When.At, Actor);
    }, ct);
}

[Permission(ServicePermissions.VisitOrders)]
internal sealed class MeasureModel : VisitPage
{
    /// <summary>By code of the line; an empty one says nothing.</summary>
    [BindProperty] public Dictionary<string, string?> Values { get; set; } = [];
    /// <summary>Code of what was measured with.</summary>
    [BindProperty] public string? Instrument { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(async e =>
    {
        var (visit, rules, with) = (e.UnderWay, await Field.RulesAsync(e.Order, e.Visit, ct), await WithAsync(e, ct));
        foreach (var (item, typed) in Values)
            if (!string.IsNullOrWhiteSpace(typed) && Measured(typed) is var value && (visit.ValueOf(item) is not { } there || there.Value != value || (with.Instrument is not null && there.Instrument != with.Instrument))) visit.Measure(item, value, rules, e.When, with);
    }, ct);

    async Task<MeasuredWith> WithAsync(FieldEntry e, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Instrument)) return default;
        var found = await Db.Set<Instrument>().AsNoTracking().FirstOrDefaultAsync(i => i.Code == Instrument && i.EndedOn == null, ct) ?? throw new RuleViolation("Parts.Instrument.Unknown", Instrument) { Field = "Instrument" };
        return new MeasuredWith(found.Code, found.IsOverdue(Company.LocalDay(e.When.At)));
    }
}

/// <summary>A manager lets a visit end as fixed in spite of a value outside its limits.</summary>
[Permission(ServicePermissions.ReleaseValues)]
internal sealed class ReleaseModel : VisitPage
{
    [BindProperty] public string Reason { get; set; } = "";

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(e => e.UnderWay.Release(Reason, e.When, Actor), ct);
}

[Permission(ServicePermissions.VisitOrders)]
internal sealed class AddPhotoModel(KeepPhoto photos) : VisitPage
{
    [BindProperty] public string Shot { get; set; } = "";
    [BindProperty] public IFormFile? Picture { get; set; }
    /// <summary>Why there is no picture.</summary>
    [BindProperty] public string? Missing { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await IsSentAsync(ct)) return Answer();
        var kept = Picture is { Length: > 0 } file ? await KeepAsync(file, ct) : (KeptPhoto?)null;
        if (kept is null && string.IsNullOrWhiteSpace(Missing)) throw new RuleViolation(Picture is null ? "Visits.Photos.FileMissing" : "Visits.Photo.Empty") { Field = "Picture" };
        return await EnterAsync(e =>
        {
            var id = PublicId.New(e.When.ReceivedAt);
            if (kept is { } photo) e.UnderWay.AddPhoto(Shot, id, photo.Sha256, photo.Width, photo.Height, e.When);
            else e.UnderWay.ExcuseShot(Shot, id, Missing!, e.When);
        }, ct);
    }

    async Task<KeptPhoto> KeepAsync(IFormFile file, CancellationToken ct)
    {
        await LoadAsync(ct); // absent orders look absent, whatever the file is
        await using var content = file.OpenReadStream();
        return await photos.KeepAsync(content, Rules.Policy, ct);
    }
}

[Permission(ServicePermissions.VisitOrders)]
internal sealed class SignModel(KeepPhoto photos) : VisitPage
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Relation { get; set; }
    [BindProperty] public string? Refusal { get; set; }
    /// <summary>Picture of the strokes, drawn by the page's script.</summary>
    [BindProperty] public IFormFile? Strokes { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await IsSentAsync(ct)) return Answer();
        await LoadAsync(ct);
        string? sha256 = null;
        if (Strokes is { Length: > 0 } strokes)
        {
            await using var content = strokes.OpenReadStream();
            sha256 = (await photos.KeepAsync(content, Rules.Policy, ct)).Sha256;
        }
        return await EnterAsync(e => e.UnderWay.Sign(Name, Relation, sha256, Refusal, e.When), ct);
    }
}

[Permission(ServicePermissions.VisitOrders)]
internal sealed class WarnOfHazardModel : VisitPage
{
    [BindProperty] public string Hazard { get; set; } = "";
    [BindProperty] public string? SignedBy { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(e => e.UnderWay.WarnOfHazard(Hazard, SignedBy, e.When), ct);
}

[Permission(ServicePermissions.VisitOrders)]
internal sealed class FinishModel : VisitPage
{
    [BindProperty] public VisitOutcome? Outcome { get; set; }
    [BindProperty] public string? Report { get; set; }
    [BindProperty] public string? Reason { get; set; }
    [BindProperty] public string? NextStep { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(async e =>
        e.UnderWay.Finish(Outcome ?? throw new RuleViolation("Shell.ValueMissing") { Field = "Outcome" }, Report, Reason, NextStep, e.When, await Field.RulesAsync(e.Order, e.Visit, ct), Actor), ct);
}
