using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Host.Accounts;

/// <summary>The public half of a passkey; the private half never leaves the device of its owner.</summary>
internal sealed class Passkey
{
    public long Id { get; private set; }
    public required long AccountId { get; init; }
    public required byte[] CredentialId { get; init; }
    public required byte[] PublicKey { get; init; }
    public required string Name { get; set; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? UsedAt { get; set; }
    public long SignCount { get; set; }
    public required string Transports { get; init; }
    public bool IsUserVerified { get; set; }
    public bool IsBackupEligible { get; init; }
    public bool IsBackedUp { get; set; }
    public required byte[] AttestationObject { get; init; }
    public required byte[] ClientDataJson { get; init; }

    public static Passkey Of(long account, UserPasskeyInfo info) => new()
    {
        AccountId = account, CredentialId = info.CredentialId, PublicKey = info.PublicKey, Name = info.Name ?? "", CreatedAt = info.CreatedAt.UtcDateTime, SignCount = info.SignCount, Transports = string.Join(' ', info.Transports ?? []),
        IsUserVerified = info.IsUserVerified, IsBackupEligible = info.IsBackupEligible, IsBackedUp = info.IsBackedUp, AttestationObject = info.AttestationObject, ClientDataJson = info.ClientDataJson,
    };

    public UserPasskeyInfo Info => new(CredentialId, PublicKey, new DateTimeOffset(CreatedAt), (uint)SignCount, Transports.Length == 0 ? null : Transports.Split(' '), IsUserVerified, IsBackupEligible, IsBackedUp, AttestationObject, ClientDataJson) { Name = Name };
}

internal sealed class PasskeyMap : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkeys");
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
    }
}
