using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Jobs;
using AfterSales.Reporting.Contracts;
using AfterSales.Staff.Data;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Assessments;

/// <summary>Freezes the measured part of assessments whose period is over, each night and on request, with the load that made the numbers.</summary>
internal sealed class MeasureAssessments(StaffDbContext db, IIndicatorReadings readings, IWarehouseFreshness warehouse, ICompany company, TimeProvider time) : IJobStep
{
    public static readonly JobDefinition Job = new("staff.measure-assessments", typeof(MeasureAssessments), "0 30 5 * * ?") { ReadsNumbers = true };

    public async Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct)
    {
        if (await warehouse.AsOfAsync(ct) is not { } asOf) return new JobOutcome(0);
        var known = company.LocalDay(asOf);
        var open = await db.Set<Assessment>().Include(a => a.Lines).Where(a => a.State == AssessmentState.Open && a.To < known).OrderBy(a => a.Id).ToListAsync(ct);
        var numbers = new NumbersOfPeople(readings);
        foreach (var assessment in open)
        {
            await MeasureAsync(assessment, numbers, ct);
            await db.SaveChangesAsync(ct);
        }
        return new JobOutcome(open.Count);
    }

    /// <exception cref="RuleViolation">There are no numbers yet, or the period is not over.</exception>
    public async Task MeasureAsync(Assessment assessment, NumbersOfPeople? numbers, CancellationToken ct)
    {
        numbers ??= new NumbersOfPeople(readings);
        if (await warehouse.AsOfAsync(ct) is not { } asOf) throw new RuleViolation("Assessments.NoNumbers");
        Dictionary<string, MeasuredValue> values = [];
        long run = 0;
        foreach (var indicator in assessment.Lines.Select(l => l.Indicator).OfType<string>().Distinct())
        {
            if (await numbers.OfAsync(indicator, assessment.From, assessment.To, assessment.Code, ct) is not { } read) continue;
            values[indicator] = new MeasuredValue(read.Value, read.N, read.Rows);
            run = Math.Max(run, read.Run);
        }
        assessment.Measure(values, run, company.LocalDay(asOf), time.Now());
    }
}

/// <summary>Numbers of many people over the same spans, asked once for all of them. For one run: it does not see a later load.</summary>
internal sealed class NumbersOfPeople(IIndicatorReadings readings, string dimension = "technician")
{
    readonly Dictionary<(string Indicator, DateOnly From, DateOnly To), IReadOnlyDictionary<string, IndicatorReading>> _read = [];

    /// <returns>Null where the numbers do not know this person or team: nothing was done, which is not 0.</returns>
    public async Task<IndicatorReading?> OfAsync(string indicator, DateOnly from, DateOnly to, string code, CancellationToken ct)
    {
        if (!_read.TryGetValue((indicator, from, to), out var all)) _read[(indicator, from, to)] = all = await readings.ByMemberAsync(indicator, from, to, dimension, ct);
        return all.GetValueOrDefault(code);
    }
}

/// <summary>Opens the assessments of a period for everybody in a role.</summary>
internal sealed class OpenAssessments(StaffDbContext db, Training.StaffRoll roll, Kernel.Policies.IPolicies policies, TimeProvider time)
{
    /// <returns>How many were opened; who has one of this template and period already keeps it.</returns>
    public async Task<int> OpenAsync(AssessmentTemplate template, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var policy = policies.At<AssessmentPolicy>(time.Now()).Value;
        var there = await db.Set<Assessment>().Where(a => a.TemplateId == template.Id && a.To == to).Select(a => a.EmployeeId).ToHashSetAsync(ct);
        var opened = 0;
        foreach (var member in (await roll.OnAsync(to, ct)).Where(m => m.Position == template.Role && there.Add(m.Id)))
        {
            db.Add(Assessment.Open(template, member.Person, from, to, policy, time.Now()));
            opened++;
        }
        await db.SaveChangesAsync(ct);
        return opened;
    }
}
