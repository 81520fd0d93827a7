using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Staff.People;

internal sealed class EmployeeMap : IEntityTypeConfiguration<Employee>, IEntityTypeConfiguration<Placement>, IEntityTypeConfiguration<EmployeeArea>, IEntityTypeConfiguration<EmployeeSkill>, IEntityTypeConfiguration<EmployeeDevice>, IEntityTypeConfiguration<EmployeeEvent>
{
    public void Configure(EntityTypeBuilder<Employee> builder)
    {
        builder.ToTable("employees");
        builder.HasIndex(e => e.PublicId).IsUnique();
        builder.HasIndex(e => e.Number).IsUnique();
        builder.HasIndex(e => e.AccountId).IsUnique();
        builder.HasMany(e => e.Placements).WithOne().HasForeignKey(p => p.EmployeeId);
        builder.HasMany(e => e.Areas).WithOne().HasForeignKey(a => a.EmployeeId);
        builder.HasMany(e => e.Skills).WithOne().HasForeignKey(s => s.EmployeeId);
        builder.HasMany(e => e.Devices).WithOne().HasForeignKey(d => d.EmployeeId);
        builder.HasMany(e => e.Events).WithOne().HasForeignKey(e => e.EmployeeId);
    }

    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.ToTable("placements");
        builder.HasOne<Teams.Team>().WithMany().HasForeignKey(p => p.TeamId);
        builder.HasOne<Employee>().WithMany().HasForeignKey(p => p.SupervisorId);
    }

    public void Configure(EntityTypeBuilder<EmployeeArea> builder) => builder.ToTable("employee_areas");

    public void Configure(EntityTypeBuilder<EmployeeSkill> builder)
    {
        builder.ToTable("employee_skills");
        builder.HasIndex(s => new { s.EmployeeId, s.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<EmployeeDevice> builder) => builder.ToTable("employee_devices");

    public void Configure(EntityTypeBuilder<EmployeeEvent> builder) => builder.ToTable("employee_events");
}
