using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;
using AfterSales.Reporting.Contracts;
using AfterSales.Staff.Assessments;
using AfterSales.Staff.Contracts;

namespace AfterSales.Staff.Certificates;

/// <summary>One thing that a person should be trained in, with the number that says so.</summary>
/// <param name="ReasonKey">Text key of what went wrong.</param>
internal sealed record TrainingNeed(EmployeeInBrief Person, string ReasonKey, IndicatorReading Reading)
{
    /// <summary>Shares in per cent, rates as they are.</summary>
    public string Shown(double? value) => value is not { } number ? "–" : Reading.Indicator == "complaint_rate" ? number.ToString("0.0") : number.ToString("P1");
}

/// <summary>
/// Proposes training from complaints, failed checks and repeat faults: a person's number of the last days lies on the wrong side of its target with the whole
/// of its 95 % interval, so that bad luck in a few jobs proposes nothing.
/// </summary>
internal sealed class FindTrainingNeeds(IEmployees employees, IIndicatorReadings readings, IWarehouseFreshness warehouse, IPolicies policies, ICompany company, TimeProvider time)
{
    static readonly (string Indicator, string ReasonKey)[] Watched =
        [("complaint_rate", "Certificates.Needs.Complaints"), ("factory_standard_pass_rate", "Certificates.Needs.Checks"), ("repeat_repair_rate", "Certificates.Needs.Repeats"), ("first_time_fix_rate", "Certificates.Needs.FirstTime")];

    public (DateOnly From, DateOnly To) Span => company.LocalDay(time.Now()) is var today ? (today.AddDays(-policies.At<StaffPolicy>(time.Now()).Value.NeedDays), today) : default;

    /// <returns>Null without numbers: nothing was loaded yet.</returns>
    public async Task<IReadOnlyList<TrainingNeed>?> FindAsync(CancellationToken ct)
    {
        var policy = policies.At<StaffPolicy>(time.Now()).Value;
        var (from, to) = Span;
        if (await warehouse.AsOfAsync(ct) is null) return null;
        List<TrainingNeed> needs = [];
        var numbers = new NumbersOfPeople(readings);
        foreach (var person in (await employees.InPostAsync(to, ct)).Where(p => p.Position == Roles.Technician))
            foreach (var (indicator, reason) in Watched)
                if (await numbers.OfAsync(indicator, from, to, person.Number, ct) is { } reading && IsNeed(reading, policy.NeedLeast)) needs.Add(new TrainingNeed(person, reason, reading));
        return [.. needs.OrderBy(n => n.Person.Team, StringComparer.Ordinal).ThenBy(n => n.Person.Number, StringComparer.Ordinal)];
    }

    /// <summary>Far enough on the wrong side of the target, from enough cases.</summary>
    internal static bool IsNeed(IndicatorReading reading, int least) =>
        reading is { Target: { } target, Lower: { } lower, Upper: { } upper } && (reading.Indicator == "complaint_rate" ? reading.Numerator : reading.N) >= least && (reading.HigherIsBetter ? upper < target : lower > target);
}

/// <summary>Training that the numbers propose.</summary>
[Permission(StaffPermissions.ReadCertificates)]
internal sealed class NeedsModel(FindTrainingNeeds find, IPolicies policies, TimeProvider time) : ModulePage
{
    public bool HasNumbers { get; private set; }
    public IReadOnlyList<TrainingNeed> Rows { get; private set; } = [];
    public DateOnly From => find.Span.From;
    public DateOnly To => find.Span.To;
    public int Least => policies.At<StaffPolicy>(time.Now()).Value.NeedLeast;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = await find.FindAsync(ct);
        (HasNumbers, Rows) = (found is not null, found ?? []);
    }
}
