using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;

namespace AfterSales.Staff.Training;

/// <summary>A course that a role must have passed, and how often again (clause 2.4).</summary>
internal sealed class CurriculumCourse : Aggregate
{
    public string Role { get; private init; } = "";
    public long CourseId { get; private init; }
    /// <summary>Months after which it is due again; null: once.</summary>
    public int? RepeatMonths { get; private set; }

    CurriculumCourse() { }

    public static CurriculumCourse Ask(string? role, long courseId, int? repeatMonths)
    {
        Require(role is not null && Roles.All.Contains(role), "Training.Curriculum.RoleMissing", "Input.Role");
        Require(repeatMonths is null or (> 0 and <= 120), "Training.Course.MonthsWrong", "Input.RepeatMonths");
        return new CurriculumCourse { Role = role!, CourseId = courseId, RepeatMonths = repeatMonths };
    }

    /// <summary>Whether somebody who last passed on a day owes the course on <paramref name="today"/>.</summary>
    public bool IsOwed(DateOnly? passedOn, DateOnly today) => passedOn is not { } day || (RepeatMonths is { } months && day.AddMonths(months) < today);
}

/// <summary>A training that the year's plan promises (clause 7.1): held when a session of it was closed with content, method and material by the end of its month.</summary>
internal sealed class PlannedTraining : Aggregate, IInFeed
{
    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public long CourseId { get; private init; }
    public int Year { get; private init; }
    /// <summary>Last day of the month in which it is to be held.</summary>
    public DateOnly Due { get; private init; }
    public int People { get; private init; }
    public string? Note { get; private init; }
    public DateOnly? HeldOn { get; private set; }
    public DateOnly? DroppedOn { get; private set; }
    public string? DroppedWhy { get; private set; }

    PlannedTraining() { }

    public static PlannedTraining Plan(long courseId, int year, int month, int people, string? note, DateTime now, Guid? publicId = null)
    {
        Require(month is >= 1 and <= 12, "Training.Plan.MonthWrong", "Input.Month");
        Require(people is > 0 and <= 500, "Training.Plan.PeopleWrong", "Input.People");
        return new PlannedTraining { PublicId = publicId ?? Kernel.PublicId.New(now), CourseId = courseId, Year = year, Due = new DateOnly(year, month, 1).AddMonths(1).AddDays(-1), People = people, Note = Kernel.Text.TypedText.OrNull(note) };
    }

    public void Held(DateOnly on)
    {
        HeldOn ??= on;
        Acted();
    }

    /// <summary>A promise of the plan is not deleted: dropped it stays in the plan, and late it counts as not held.</summary>
    public void Drop(DateOnly on, string? why)
    {
        Require(HeldOn is null, "Training.Plan.IsHeld");
        Require(!string.IsNullOrWhiteSpace(why), "Training.ReasonMissing");
        (DroppedOn, DroppedWhy) = (on, why!.Trim());
        Acted();
    }
}
