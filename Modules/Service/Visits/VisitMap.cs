using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Visits;

internal sealed class VisitMap : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("visits");
        builder.HasIndex(v => v.PublicId).IsUnique();
        builder.HasIndex(v => new { v.OrderId, v.Trip }).IsUnique();
        builder.HasIndex(v => new { v.TechnicianId, v.FinishedAt });
        builder.HasOne(v => v.Order).WithMany().HasForeignKey(v => v.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Technician>().WithMany().HasForeignKey(v => v.TechnicianId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CheckList>().WithMany().HasForeignKey(v => v.CheckListId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(v => v.Stamps).WithOne().HasForeignKey(s => s.VisitId);
        builder.HasMany(v => v.Work).WithOne().HasForeignKey(w => w.VisitId);
        builder.HasMany(v => v.Parts).WithOne().HasForeignKey(p => p.VisitId);
        builder.HasMany(v => v.Values).WithOne().HasForeignKey(m => m.VisitId);
        builder.HasMany(v => v.Photos).WithOne().HasForeignKey(p => p.VisitId);
    }
}

internal sealed class VisitRowsMap : IEntityTypeConfiguration<VisitStamp>, IEntityTypeConfiguration<VisitWork>, IEntityTypeConfiguration<UsedPart>,
    IEntityTypeConfiguration<MeasuredValue>, IEntityTypeConfiguration<VisitPhoto>, IEntityTypeConfiguration<SentEntry>
{
    public void Configure(EntityTypeBuilder<VisitStamp> builder)
    {
        builder.ToTable("visit_stamps");
        builder.HasIndex(s => new { s.VisitId, s.Kind }).IsUnique();
        builder.HasIndex(s => s.At).HasFilter("latitude IS NOT NULL"); // where people were on a day: most stamps have no position
    }

    public void Configure(EntityTypeBuilder<VisitWork> builder)
    {
        builder.ToTable("visit_work");
        builder.HasIndex(w => new { w.VisitId, w.Code }).IsUnique();
        builder.Ignore(w => w.Name);
    }

    public void Configure(EntityTypeBuilder<UsedPart> builder)
    {
        builder.ToTable("visit_parts");
        builder.Ignore(p => p.Name);
    }

    public void Configure(EntityTypeBuilder<MeasuredValue> builder)
    {
        builder.ToTable("visit_values");
        builder.HasIndex(m => m.VisitId);
    }

    public void Configure(EntityTypeBuilder<VisitPhoto> builder)
    {
        builder.ToTable("visit_photos");
        builder.HasIndex(p => p.PublicId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SentEntry> builder)
    {
        builder.ToTable("sent_entries");
        builder.HasKey(e => e.ClientId);
        builder.Property(e => e.ClientId).ValueGeneratedNever();
    }
}

internal sealed class CatalogueMap : IEntityTypeConfiguration<ModelPart>, IEntityTypeConfiguration<WorkCode>, IEntityTypeConfiguration<CheckList>, IEntityTypeConfiguration<CheckItem>
{
    public void Configure(EntityTypeBuilder<ModelPart> builder)
    {
        builder.ToTable("model_parts");
        builder.Ignore(p => p.Name);
        builder.HasIndex(p => new { p.ModelId, p.Number }).IsUnique();
        builder.HasIndex(p => p.Barcode);
        builder.HasOne<ProductModel>().WithMany().HasForeignKey(p => p.ModelId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WorkCode> builder)
    {
        builder.ToTable("work_codes");
        builder.Ignore(w => w.Name);
        builder.Property(w => w.From).HasColumnName("from_day");
        builder.Property(w => w.Until).HasColumnName("until_day");
        builder.HasIndex(w => new { w.Code, w.From }).IsUnique();
        builder.HasData(WorkCode.Shipped.Select(w => new { w.Id, Version = 0, w.Code, w.Type, NameZh = w.Zh, NameEn = w.En, w.Hours, From = new DateOnly(2000, 1, 1) }));
    }

    public void Configure(EntityTypeBuilder<CheckList> builder)
    {
        builder.ToTable("check_lists");
        builder.Property(l => l.From).HasColumnName("from_at");
        builder.HasIndex(l => new { l.ModelId, l.Edition }).IsUnique();
        builder.HasOne<ProductModel>().WithMany().HasForeignKey(l => l.ModelId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(l => l.Items).WithOne().HasForeignKey(i => i.CheckListId);
    }

    public void Configure(EntityTypeBuilder<CheckItem> builder)
    {
        builder.ToTable("check_items");
        builder.Ignore(i => i.Name);
        builder.Ignore(i => i.Limits);
        builder.HasIndex(i => new { i.CheckListId, i.Code }).IsUnique();
    }
}
