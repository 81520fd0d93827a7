namespace AfterSales.Staff.Contracts;

/// <summary>Which courses the company offers, asked by whoever proposes training (clause 4.5).</summary>
public interface ICourses
{
    /// <summary>Courses that are not retired, by code.</summary>
    Task<IReadOnlyList<CourseInBrief>> OfferedAsync(CancellationToken ct);
}

/// <param name="Indicator">Number of the catalogue that the course is meant to move; null where none can be named.</param>
public sealed record CourseInBrief(string Code, string Name, string? Indicator);
