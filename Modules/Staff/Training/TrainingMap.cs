using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Staff.Training;

internal sealed class CourseMap : IEntityTypeConfiguration<Course>, IEntityTypeConfiguration<CourseType>, IEntityTypeConfiguration<CourseMaterial>, IEntityTypeConfiguration<SkillStep>,
    IEntityTypeConfiguration<CurriculumCourse>, IEntityTypeConfiguration<PlannedTraining>, IEntityTypeConfiguration<BankQuestion>, IEntityTypeConfiguration<BankChoice>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.ToTable("courses");
        builder.HasIndex(c => c.PublicId).IsUnique();
        builder.HasIndex(c => c.Code).IsUnique();
        builder.ComplexProperty(c => c.Marks);
        builder.Ignore(c => c.SkillsInUse);
        builder.HasMany(c => c.CertificateTypes).WithOne().HasForeignKey(t => t.CourseId);
        builder.HasMany(c => c.Materials).WithOne().HasForeignKey(m => m.CourseId);
        builder.HasMany(c => c.Skills).WithOne().HasForeignKey(s => s.CourseId);
    }

    public void Configure(EntityTypeBuilder<CourseType> builder)
    {
        builder.ToTable("course_types");
        builder.HasIndex(t => new { t.CourseId, t.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CourseMaterial> builder) => builder.ToTable("course_materials");
    public void Configure(EntityTypeBuilder<SkillStep> builder) => builder.ToTable("course_skills");

    public void Configure(EntityTypeBuilder<CurriculumCourse> builder)
    {
        builder.ToTable("curriculum_courses");
        builder.HasIndex(c => new { c.Role, c.CourseId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlannedTraining> builder)
    {
        builder.ToTable("planned_trainings");
        builder.HasIndex(p => p.PublicId).IsUnique();
        builder.HasIndex(p => p.Year);
    }

    public void Configure(EntityTypeBuilder<BankQuestion> builder)
    {
        builder.ToTable("bank_questions");
        builder.HasIndex(q => q.PublicId).IsUnique();
        builder.HasIndex(q => q.CourseId);
        builder.HasMany(q => q.Choices).WithOne().HasForeignKey(c => c.BankQuestionId);
    }

    public void Configure(EntityTypeBuilder<BankChoice> builder) => builder.ToTable("bank_choices");
}

internal sealed class SessionMap : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<Participant>, IEntityTypeConfiguration<SessionEvent>, IEntityTypeConfiguration<SheetCell>, IEntityTypeConfiguration<SheetEntry>,
    IEntityTypeConfiguration<Sitting>, IEntityTypeConfiguration<SittingAnswer>, IEntityTypeConfiguration<SessionLink>, IEntityTypeConfiguration<Reaction>, IEntityTypeConfiguration<BehaviourCheck>,
    IEntityTypeConfiguration<EffectReport>, IEntityTypeConfiguration<EffectPerson>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.HasIndex(s => s.PublicId).IsUnique();
        builder.HasIndex(s => s.Number).IsUnique();
        builder.HasIndex(s => s.Day);
        builder.HasIndex(s => s.CourseId);
        builder.Property(s => s.Where).HasColumnName("held_at");
        builder.ComplexProperty(s => s.Marks);
        builder.Ignore(s => s.Seated).Ignore(s => s.WaitingList);
        builder.HasMany(s => s.Participants).WithOne().HasForeignKey(p => p.SessionId);
        builder.HasMany(s => s.Events).WithOne().HasForeignKey(e => e.SessionId);
    }

    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("participants");
        builder.HasIndex(p => new { p.SessionId, p.EmployeeId }).IsUnique();
        builder.HasIndex(p => p.EmployeeId);
        builder.Property(p => p.Order).HasColumnName("seat");
    }

    public void Configure(EntityTypeBuilder<SessionEvent> builder) => builder.ToTable("session_events");

    public void Configure(EntityTypeBuilder<SheetCell> builder)
    {
        builder.ToTable("sheet_cells");
        builder.HasIndex(c => new { c.ParticipantId, c.Column }).IsUnique();
        builder.HasIndex(c => c.SessionId);
        builder.Property(c => c.Column).HasColumnName("sheet_column");
        builder.Property(c => c.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<SheetEntry> builder)
    {
        builder.ToTable("sheet_entries");
        builder.HasIndex(e => new { e.ParticipantId, e.Column, e.Version }).IsUnique();
        builder.HasIndex(e => e.Entry).IsUnique();
        builder.HasIndex(e => e.SessionId);
        builder.Property(e => e.Column).HasColumnName("sheet_column");
        builder.Property(e => e.By).HasColumnName("entered_by");
    }

    public void Configure(EntityTypeBuilder<Sitting> builder)
    {
        builder.ToTable("sittings");
        builder.HasIndex(s => s.TokenHash).IsUnique();
        builder.HasIndex(s => new { s.ParticipantId, s.Stage }).IsUnique();
        builder.HasIndex(s => s.CourseId);
        builder.HasIndex(s => s.SessionId);
        builder.HasMany(s => s.Answers).WithOne().HasForeignKey(a => a.SittingId);
    }

    public void Configure(EntityTypeBuilder<SittingAnswer> builder) => builder.ToTable("sitting_answers");

    public void Configure(EntityTypeBuilder<SessionLink> builder)
    {
        builder.ToTable("session_links");
        builder.HasIndex(l => l.TokenHash).IsUnique();
        builder.Property(l => l.From).HasColumnName("opens_at");
        builder.Property(l => l.Until).HasColumnName("closes_at");
    }

    public void Configure(EntityTypeBuilder<Reaction> builder)
    {
        builder.ToTable("reactions");
        builder.HasIndex(r => r.SessionId);
        builder.Property(r => r.On).HasColumnName("given_on");
    }

    public void Configure(EntityTypeBuilder<BehaviourCheck> builder)
    {
        builder.ToTable("behaviour_checks");
        builder.HasIndex(c => c.ParticipantId).IsUnique();
        builder.HasIndex(c => c.SessionId);
        builder.Property(c => c.On).HasColumnName("checked_on");
        builder.Property(c => c.By).HasColumnName("checked_by");
    }

    public void Configure(EntityTypeBuilder<EffectReport> builder)
    {
        builder.ToTable("effect_reports");
        builder.HasIndex(r => r.SessionId).IsUnique();
        builder.HasMany(r => r.People).WithOne().HasForeignKey(p => p.EffectReportId);
    }

    public void Configure(EntityTypeBuilder<EffectPerson> builder)
    {
        builder.ToTable("effect_people");
        builder.Property(p => p.Before).HasColumnName("value_before");
        builder.Property(p => p.After).HasColumnName("value_after");
    }
}
