using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Customers;

internal sealed class CustomerMap : IEntityTypeConfiguration<Customer>, IEntityTypeConfiguration<CustomerPhone>, IEntityTypeConfiguration<CustomerAddress>, IEntityTypeConfiguration<NameTail>,
    IEntityTypeConfiguration<CustomerMerge>, IEntityTypeConfiguration<DuplicateDismissal>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("customers");
        builder.HasIndex(c => c.PublicId).IsUnique();
        builder.HasIndex(c => c.Name);
        builder.HasIndex(c => new { c.NamePinyin, c.Id });
        builder.HasIndex(c => new { c.NameInitials, c.Id });
        builder.HasIndex(c => c.NearKey);
        builder.HasIndex(c => c.KeyVersion).HasFilter($"key_version < {Customer.KeysNow}");
        builder.HasIndex(c => c.MergedIntoId).HasFilter("merged_into_id IS NOT NULL"); // nearly all have none: as a whole index SQLite would prefer it to the beginning of a name
        builder.HasOne<Customer>().WithMany().HasForeignKey(c => c.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Phones).WithOne().HasForeignKey(p => p.CustomerId);
        builder.HasMany(c => c.Addresses).WithOne().HasForeignKey(a => a.CustomerId);
        builder.HasMany(c => c.NameTails).WithOne().HasForeignKey(t => t.CustomerId);
        builder.HasQueryFilter(c => c.MergedIntoId == null); // absorbed records are out of sight everywhere but in merges
    }

    public void Configure(EntityTypeBuilder<CustomerPhone> builder)
    {
        builder.ToTable("customer_phones");
        builder.HasIndex(p => p.Number);
        builder.HasIndex(p => p.Reversed);
    }

    public void Configure(EntityTypeBuilder<CustomerAddress> builder)
    {
        builder.ToTable("customer_addresses");
        builder.Ignore(a => a.IsCurrent);
    }

    public void Configure(EntityTypeBuilder<NameTail> builder)
    {
        builder.ToTable("customer_name_tails");
        builder.HasIndex(t => new { t.Text, t.CustomerId });
    }

    public void Configure(EntityTypeBuilder<CustomerMerge> builder)
    {
        builder.ToTable("customer_merges");
        builder.HasIndex(m => m.PublicId).IsUnique();
        builder.HasIndex(m => m.At);
        builder.HasIndex(m => m.SurvivorId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(m => m.SurvivorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Customer>().WithMany().HasForeignKey(m => m.AbsorbedId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DuplicateDismissal> builder)
    {
        builder.ToTable("duplicate_dismissals");
        builder.HasKey(d => new { d.FirstId, d.SecondId });
        builder.HasOne<Customer>().WithMany().HasForeignKey(d => d.FirstId);
        builder.HasOne<Customer>().WithMany().HasForeignKey(d => d.SecondId);
    }
}
