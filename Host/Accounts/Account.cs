using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Accounts;

/// <summary>A person who signs in. One person may hold several roles and name a deputy, who holds them too for the days named.</summary>
internal sealed class Account : IdentityUser<long>
{
    public required string DisplayName { get; set; }
    public bool IsDisabled { get; set; }
    public DateTime CreatedAt { get; init; }
    public DateTime? LastSignInAt { get; set; }
    public long? DeputyId { get; set; }
    public DateOnly? DeputyFrom { get; set; }
    public DateOnly? DeputyUntil { get; set; }
    public List<AccountRole> Roles { get; } = [];

    /// <summary>Names who stands in; nobody stands in for himself.</summary>
    public void NameDeputy(long? deputyId, DateOnly? from, DateOnly? until)
    {
        if (deputyId == Id) throw new RuleViolation("Accounts.Deputy.Self") { Field = "DeputyId" };
        if (deputyId is not null && (from is null || until is null || until < from)) throw new RuleViolation("Accounts.Deputy.Days") { Field = "DeputyFrom" };
        (DeputyId, DeputyFrom, DeputyUntil) = deputyId is null ? (null, null, null) : (deputyId, from, until);
    }

    public void SetRoles(IEnumerable<string> roles)
    {
        var wanted = roles.Distinct().ToList();
        if (wanted.Count == 0) throw new RuleViolation("Accounts.Roles.None") { Field = "Roles" };
        if (wanted.Find(r => !Kernel.Composition.Roles.All.Contains(r)) is { } unknown) throw new RuleViolation("Accounts.Roles.Unknown", unknown) { Field = "Roles" };
        Roles.RemoveAll(r => !wanted.Contains(r.Role));
        Roles.AddRange(wanted.Where(w => Roles.TrueForAll(r => r.Role != w)).Select(w => new AccountRole { Role = w }));
    }
}

internal sealed class AccountRole
{
    public long Id { get; private set; }
    public long AccountId { get; private set; }
    public required string Role { get; init; }
}

internal sealed class AccountMap : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<AccountRole>,
    IEntityTypeConfiguration<IdentityUserClaim<long>>, IEntityTypeConfiguration<IdentityUserLogin<long>>, IEntityTypeConfiguration<IdentityUserToken<long>>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasMany(a => a.Roles).WithOne().HasForeignKey(r => r.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(a => a.DeputyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AccountRole> builder)
    {
        builder.ToTable("account_roles");
        builder.HasIndex(r => new { r.AccountId, r.Role }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> builder) => builder.ToTable("account_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<long>> builder) => builder.ToTable("account_logins").HasKey(l => new { l.LoginProvider, l.ProviderKey });

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> builder) => builder.ToTable("account_tokens").HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
}
