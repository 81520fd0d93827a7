using AfterSales.Feedback.Data;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Feedback.Brand;

/// <summary>One promise: how its months went, and the year's plan by which it is to be kept.</summary>
[Permission(FeedbackPermissions.ReadBrand)]
internal sealed class PromiseModel(FeedbackDbContext db) : BrandPage<Promise>(db)
{
    public sealed record Form
    {
        public string? What { get; init; }
        public string? Owner { get; init; }
        public DateOnly? Due { get; init; }
        public string? Result { get; init; }
    }

    [BindProperty] public Form Step { get; set; } = new();
    [BindProperty] public long StepId { get; set; }
    public Promise Promise => Record;
    public bool MayLead => May(FeedbackPermissions.LeadBrand);
    protected override string Home => $"/Feedback/Brand/Promise/{Id}";

    protected override IQueryable<Promise> Whole(IQueryable<Promise> promises) => promises.Include(p => p.Months).Include(p => p.Plan).AsSplitQuery();

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) => LeadAsync((p, _) => p.Withdraw(Today), ct);

    public Task<IActionResult> OnPostStepAsync(CancellationToken ct) => LeadAsync((p, _) => p.AddStep(Step.Due?.Year ?? Today.Year, Step.What, Step.Owner, Step.Due), ct);

    public Task<IActionResult> OnPostFinishAsync(CancellationToken ct) => LeadAsync((p, _) => p.FinishStep(StepId, Step.Result, Today, Actor), ct);

    async Task<IActionResult> LeadAsync(Action<Promise, DateTime> act, CancellationToken ct) => MayLead ? await ActAsync(act, ct) : Forbid();
}
