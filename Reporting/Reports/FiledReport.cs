using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Reporting.Reports;

internal enum ReportSpan { Month, Year }

/// <summary>A report that was made and filed in Documents. Made again for the same span and language it is a new version of the same record.</summary>
internal sealed class FiledReport
{
    public long Id { get; private set; }
    public required Guid PublicId { get; init; }
    public required ReportSpan Span { get; init; }
    /// <summary>First day of the month or year.</summary>
    public required DateOnly From { get; init; }
    public required string Contract { get; init; }
    /// <summary>zh-CN or en.</summary>
    public required string Language { get; init; }
    public required DateTime MadeAt { get; set; }
    public required string MadeBy { get; set; }
    public required string Sha256 { get; set; }
    public required string FileName { get; set; }
}

internal sealed class FiledReportMap : IEntityTypeConfiguration<FiledReport>
{
    public void Configure(EntityTypeBuilder<FiledReport> builder)
    {
        builder.ToTable("filed_reports");
        builder.HasIndex(r => r.PublicId).IsUnique();
        builder.HasIndex(r => new { r.Span, r.From, r.Contract, r.Language }).IsUnique();
    }
}
