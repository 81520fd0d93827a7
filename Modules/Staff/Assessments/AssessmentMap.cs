using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Staff.Assessments;

internal sealed class AssessmentMap : IEntityTypeConfiguration<AssessmentTemplate>, IEntityTypeConfiguration<TemplateLine>, IEntityTypeConfiguration<Assessment>, IEntityTypeConfiguration<AssessmentLine>
{
    public void Configure(EntityTypeBuilder<AssessmentTemplate> builder)
    {
        builder.ToTable("assessment_templates");
        builder.HasIndex(t => t.PublicId).IsUnique();
        builder.HasMany(t => t.Lines).WithOne().HasForeignKey(l => l.AssessmentTemplateId);
    }

    public void Configure(EntityTypeBuilder<TemplateLine> builder) => builder.ToTable("assessment_template_lines");

    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("assessments");
        builder.HasIndex(a => a.PublicId).IsUnique();
        builder.HasIndex(a => new { a.TemplateId, a.EmployeeId, a.To }).IsUnique();
        builder.HasIndex(a => a.EmployeeId);
        builder.Property(a => a.From).HasColumnName("begins_on");
        builder.Property(a => a.To).HasColumnName("ends_on");
        builder.HasMany(a => a.Lines).WithOne().HasForeignKey(l => l.AssessmentId);
    }

    public void Configure(EntityTypeBuilder<AssessmentLine> builder) => builder.ToTable("assessment_lines");
}
