using AfterSales.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Service.Dispatch;

/// <summary>Somebody who can be sent, as dispatch knows them: code, name and present team. People and certificates belong to Staff.</summary>
internal sealed class Technician : Aggregate
{
    public required string Code { get; init; }
    public required string Name { get; set; }
    public string? Team { get; private set; }
    /// <summary>False for technicians whom an import met and nobody has described yet.</summary>
    public bool IsComplete { get; init; } = true;
    /// <summary>The account with which this person signs in and so sees the own orders; null: the account whose user name is <see cref="Code"/>, if there is one.</summary>
    public string? AccountId { get; private set; }

    public void SignInAs(string? accountId)
    {
        AccountId = accountId;
        Acted();
    }

    public void MoveTo(string? team)
    {
        Team = team;
        Acted();
    }
}

internal sealed class TechnicianMap : IEntityTypeConfiguration<Technician>
{
    public void Configure(EntityTypeBuilder<Technician> builder)
    {
        builder.ToTable("technicians");
        builder.HasIndex(t => t.Code).IsUnique();
        builder.HasIndex(t => t.AccountId).IsUnique();
    }
}
