using AfterSales.Kernel.Clocks;
using AfterSales.Service.Customers;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Requests;

internal sealed class ServiceOrderMap : IEntityTypeConfiguration<ServiceOrder>
{
    public void Configure(EntityTypeBuilder<ServiceOrder> builder)
    {
        builder.ToTable("orders");
        builder.Ignore("_numberYear");
        builder.Ignore(o => o.NextDue);
        builder.HasIndex(o => o.Number).IsUnique();
        builder.HasIndex(o => o.PublicId).IsUnique();
        builder.HasIndex(o => o.BrandOrderNumber);
        builder.HasIndex(o => o.ReceivedAt);
        builder.HasIndex(o => new { o.SortDue, o.Id }).HasFilter("sort_due IS NOT NULL");
        builder.HasIndex(o => new { o.Status, o.ReceivedAt });
        builder.HasIndex(o => o.Campaign).HasFilter("campaign IS NOT NULL");
        builder.HasIndex(o => o.CustomerId);
        builder.HasIndex(o => o.ApplianceId);
        builder.HasIndex(o => o.ContactPhone);
        builder.HasIndex(o => new { o.TechnicianId, o.ReceivedAt });
        builder.HasIndex(o => new { o.TechnicianId, o.WindowStart }).HasFilter("sort_due IS NOT NULL");
        builder.HasIndex(o => o.WindowStart).HasFilter("sort_due IS NOT NULL");
        builder.HasOne<BrandContract>().WithMany().HasForeignKey(o => o.ContractId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Customer>().WithMany().HasForeignKey(o => o.CustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Appliance>().WithMany().HasForeignKey(o => o.ApplianceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ProductModel>().WithMany().HasForeignKey(o => o.ModelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Technician>().WithMany().HasForeignKey(o => o.TechnicianId).OnDelete(DeleteBehavior.Restrict);
        Clock(builder.ComplexProperty(o => o.Response));
        Clock(builder.ComplexProperty(o => o.Handling));
        builder.HasMany(o => o.Pauses).WithOne().HasForeignKey(p => p.OrderId);
        builder.HasMany(o => o.Attempts).WithOne().HasForeignKey(a => a.OrderId);
        builder.HasMany(o => o.Urges).WithOne().HasForeignKey(u => u.OrderId);
        builder.HasMany(o => o.Events).WithOne().HasForeignKey(e => e.OrderId);
        builder.HasMany(o => o.FormerClocks).WithOne().HasForeignKey(c => c.OrderId);
        builder.HasMany(o => o.FormerTechnicians).WithOne().HasForeignKey(f => f.OrderId);
        builder.HasMany(o => o.Reschedules).WithOne().HasForeignKey(r => r.OrderId);
        builder.HasMany(o => o.Photos).WithOne().HasForeignKey(p => p.OrderId);
    }

    static void Clock(ComplexPropertyBuilder<SlaClock> clock) =>
        clock.Property(c => c.Limit).HasConversion(l => l.ToString(), code => Parse(code)).HasMaxLength(10);

    static TimeLimit Parse(string code) => TimeLimit.TryParse(code, out var limit) ? limit : throw new FormatException($"'{code}' is not a time limit.");
}

internal sealed class OrderRowsMap : IEntityTypeConfiguration<Pause>, IEntityTypeConfiguration<ContactAttempt>, IEntityTypeConfiguration<Urge>,
    IEntityTypeConfiguration<OrderEvent>, IEntityTypeConfiguration<FormerClock>, IEntityTypeConfiguration<FormerTechnician>, IEntityTypeConfiguration<Reschedule>
{
    public void Configure(EntityTypeBuilder<Pause> builder)
    {
        builder.ToTable("pauses");
        builder.Property(p => p.From).HasColumnName("begins_at");
        builder.Property(p => p.To).HasColumnName("ends_at");
    }

    public void Configure(EntityTypeBuilder<ContactAttempt> builder) => builder.ToTable("contact_attempts");

    public void Configure(EntityTypeBuilder<Urge> builder) => builder.ToTable("urges");

    public void Configure(EntityTypeBuilder<OrderEvent> builder) => builder.ToTable("order_events");

    public void Configure(EntityTypeBuilder<FormerClock> builder) => builder.ToTable("former_clocks");

    public void Configure(EntityTypeBuilder<FormerTechnician> builder)
    {
        builder.ToTable("former_technicians");
        builder.HasIndex(f => new { f.TechnicianId, f.OrderId });
        builder.HasOne<Technician>().WithMany().HasForeignKey(f => f.TechnicianId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Reschedule> builder) => builder.ToTable("reschedules");
}
