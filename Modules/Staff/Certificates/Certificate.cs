using AfterSales.Kernel;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AfterSales.Staff.Certificates;

/// <summary>Who issued it: the maker of the product, the company itself, an outside authority (gas, electrician, work at height, refrigeration).</summary>
internal enum CertificateKind { Brand, Own, Authority }

/// <summary>What a certificate is worth on a day.</summary>
internal enum CertificateState { Valid, Upcoming, Suspended, Expired, Revoked }

/// <summary>A document that lets a person work on some product types, from the day of issue until 24:00 of its last day (clauses 1.6.2 and 2.3).</summary>
internal sealed class Certificate : Aggregate, IInFeed
{
    public long Change { get; private set; }
    public Guid PublicId { get; private init; }
    public string PersonCode { get; private init; } = "";
    public string PersonName { get; private init; } = "";
    public CertificateKind Kind { get; private init; }
    public string Number { get; private init; } = "";
    public string Issuer { get; private init; } = "";
    public string? Grade { get; private init; }
    /// <summary>What it lets its holder do, where an authority issued it.</summary>
    public OutsideTrade? Trade { get; private set; }
    /// <summary>Cities in which it counts, apart by spaces, as <see cref="Kernel.Text.Regions.CityOf"/> names them; empty: everywhere.</summary>
    public string CountsIn { get; private set; } = "";
    public DateOnly IssuedOn { get; private init; }
    /// <summary>Last day on which it is valid; null: it does not expire.</summary>
    public DateOnly? ExpiresOn { get; private set; }
    /// <summary>From this day on it is void.</summary>
    public DateOnly? RevokedOn { get; private set; }
    public List<CertificateType> Types { get; } = [];
    public List<Suspension> Suspensions { get; } = [];
    public List<CertificateEvent> Events { get; } = [];

    Certificate() { }

    public List<CertificateSeal> Seals { get; } = [];

    public Suspension? OpenSuspension => Suspensions.Find(s => s.To is null);

    /// <summary>First day after its end, or on which it is void; null while it has none.</summary>
    public DateOnly? VoidFrom => RevokedOn is { } revoked && (ExpiresOn is not { } end || revoked <= end) ? revoked : ExpiresOn?.AddDays(1);

    public static Certificate Issue(CertificateOrder order, DateTime now, Actor who, Guid? publicId = null)
    {
        void Need(bool present, string key, string field)
        {
            if (!present) throw new RuleViolation(key) { Field = "Input." + field };
        }

        Need(!string.IsNullOrWhiteSpace(order.PersonCode) && !string.IsNullOrWhiteSpace(order.PersonName), "Certificates.PersonMissing", "PersonCode");
        Need(!string.IsNullOrWhiteSpace(order.Number), "Certificates.NumberMissing", "Number");
        Need(!string.IsNullOrWhiteSpace(order.Issuer), "Certificates.IssuerMissing", "Issuer");
        Need(order.Kind == CertificateKind.Authority || order.Types.Count > 0, "Certificates.TypesMissing", "Types");
        Need(order.ExpiresOn is null || order.ExpiresOn >= order.IssuedOn, "Certificates.EndsBeforeIssue", "ExpiresOn");
        var certificate = new Certificate
        {
            PublicId = publicId ?? Kernel.PublicId.New(now), PersonCode = order.PersonCode.Trim(), PersonName = order.PersonName.Trim(), Kind = order.Kind, Number = order.Number.Trim(),
            Issuer = order.Issuer.Trim(), Grade = order.Grade.OrNull(), IssuedOn = order.IssuedOn, ExpiresOn = order.ExpiresOn,
        };
        certificate.SetTrade(order.Trade, order.CountsIn ?? []);
        certificate.Types.AddRange(order.Types.Distinct().Select(t => new CertificateType { Code = t }));
        certificate.Done("Issued", who, now);
        certificate.Raise(new Contracts.CertificateIssued(certificate.PublicId));
        return certificate;
    }

    /// <summary>What it lets its holder do, and where, was not known or was registered wrongly.</summary>
    /// <param name="cities">As <see cref="Kernel.Text.Regions.CityOf"/> names them; none: everywhere.</param>
    public void CountFor(OutsideTrade? trade, IReadOnlyList<string> cities, DateTime now, Actor who)
    {
        Require(RevokedOn is null, "Certificates.IsRevoked");
        SetTrade(trade, cities);
        Done("CountsFor", who, now, Code.Of(trade) ?? "", string.Join(' ', cities.Select(Cities.NameOf)));
        Raise(new Contracts.MayNoLongerGo(PersonCode));
    }

    void SetTrade(OutsideTrade? trade, IReadOnlyList<string> cities)
    {
        Require(trade is null || Kind == CertificateKind.Authority, "Certificates.TradeOfAuthority", "Input.Trade");
        Require(cities.Count == 0 || trade is not null, "Certificates.CitiesOfTrade", "Input.Cities");
        (Trade, CountsIn) = (trade, string.Join(' ', cities));
    }

    public void Suspend(DateOnly from, string reason, DateTime now, Actor who)
    {
        Require(RevokedOn is null, "Certificates.IsRevoked");
        Require(OpenSuspension is null, "Certificates.IsSuspended");
        Require(!string.IsNullOrWhiteSpace(reason), "Certificates.ReasonMissing", "Input.Reason");
        Require(from >= IssuedOn, "Certificates.BeforeIssue", "Input.From");
        Suspensions.Add(new Suspension { From = from, Reason = reason.Trim() });
        Done("Suspended", who, now, from.ToString("O"), reason.Trim());
        Raise(new Contracts.MayNoLongerGo(PersonCode));
    }

    /// <summary>Lifts the suspension: valid again from this day on.</summary>
    public void Resume(DateOnly from, DateTime now, Actor who)
    {
        var open = OpenSuspension ?? throw new RuleViolation("Certificates.IsNotSuspended");
        Require(from >= open.From, "Certificates.ResumeBefore", "Input.From");
        open.LiftOn(from);
        Done("Resumed", who, now, from.ToString("O"));
    }

    public void Revoke(DateOnly from, string reason, DateTime now, Actor who)
    {
        Require(RevokedOn is null, "Certificates.IsRevoked");
        Require(!string.IsNullOrWhiteSpace(reason), "Certificates.ReasonMissing", "Input.Reason");
        Require(from >= IssuedOn, "Certificates.BeforeIssue", "Input.From");
        RevokedOn = from;
        Done("Revoked", who, now, from.ToString("O"), reason.Trim());
        Raise(new Contracts.MayNoLongerGo(PersonCode));
    }

    /// <summary>The issuer lets the same document run on.</summary>
    /// <param name="from">Day of a renewal that came late: the days since the end stay days without a certificate.</param>
    public void Renew(DateOnly until, DateTime now, Actor who, DateOnly? from = null)
    {
        Require(RevokedOn is null, "Certificates.IsRevoked");
        Require(ExpiresOn is { } end && until > end, "Certificates.RenewLater", "Input.Until");
        if (from > ExpiresOn!.Value.AddDays(1))
        {
            Require(until >= from, "Certificates.RenewLater", "Input.Until");
            var lapsed = new Suspension { From = ExpiresOn.Value.AddDays(1), Reason = "", IsLapse = true };
            lapsed.LiftOn(from!.Value);
            Suspensions.Add(lapsed);
        }
        ExpiresOn = until;
        Done("Renewed", who, now, until.ToString("O"));
        Raise(new Contracts.CertificateIssued(PublicId));
    }

    public CertificateState On(DateOnly day) =>
        RevokedOn <= day ? CertificateState.Revoked
        : day < IssuedOn ? CertificateState.Upcoming
        : ExpiresOn < day ? CertificateState.Expired
        : Suspensions.Find(s => s.From <= day && (s.To is null || day < s.To)) is { } pause ? pause.IsLapse ? CertificateState.Expired : CertificateState.Suspended
        : CertificateState.Valid;

    /// <summary>A printed copy carries a link of its own, by which anybody can see whether the certificate is valid.</summary>
    /// <param name="tokenHash">Hash of the link's words; the words are on the paper only.</param>
    public void Seal(string tokenHash, DateTime now, Actor who)
    {
        Seals.Add(new CertificateSeal { TokenHash = tokenHash, MadeAt = now });
        Done("Printed", who, now);
    }

    void Done(string act, Actor who, DateTime at, params string[] args)
    {
        Acted();
        Events.Add(new CertificateEvent { At = at, ActorName = who.Name, Act = act, Args = string.Join('\u001f', args) });
    }
}

/// <summary>What stands on a new certificate.</summary>
/// <param name="CountsIn">Cities in which it counts; none: everywhere.</param>
internal sealed record CertificateOrder(
    string PersonCode, string PersonName, CertificateKind Kind, string Number, string Issuer, IReadOnlyList<string> Types, string? Grade, DateOnly IssuedOn, DateOnly? ExpiresOn,
    OutsideTrade? Trade = null, IReadOnlyList<string>? CountsIn = null);

/// <summary>A product type that a certificate covers.</summary>
internal sealed class CertificateType
{
    public long Id { get; private set; }
    public long CertificateId { get; private set; }
    public required string Code { get; init; }
}

/// <summary>Days on which a certificate does not count, the day <see cref="To"/> not among them.</summary>
internal sealed class Suspension : IInFeed
{
    public long Change { get; private set; }
    public long Id { get; private set; }
    public long CertificateId { get; private set; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; private set; }
    public required string Reason { get; init; }
    /// <summary>The time between the end and a late renewal, in which it was expired.</summary>
    public bool IsLapse { get; init; }

    public void LiftOn(DateOnly day) => To = day;
}

/// <summary>The link on a printed copy.</summary>
internal sealed class CertificateSeal
{
    public long Id { get; private set; }
    public long CertificateId { get; private set; }
    public required string TokenHash { get; init; }
    public DateTime MadeAt { get; init; }
}

/// <summary>One act on a certificate: who, when, what.</summary>
internal sealed class CertificateEvent
{
    public long Id { get; private set; }
    public long CertificateId { get; private set; }
    public DateTime At { get; init; }
    public required string ActorName { get; init; }
    public required string Act { get; init; }
    public required string Args { get; init; }
}

internal sealed class CertificateMap : IEntityTypeConfiguration<Certificate>, IEntityTypeConfiguration<CertificateType>, IEntityTypeConfiguration<Suspension>, IEntityTypeConfiguration<CertificateSeal>, IEntityTypeConfiguration<CertificateEvent>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("certificates");
        builder.HasIndex(c => c.PublicId).IsUnique();
        builder.HasIndex(c => new { c.Issuer, c.Number }).IsUnique();
        builder.HasIndex(c => c.PersonCode);
        builder.HasIndex(c => c.ExpiresOn);
        builder.HasMany(c => c.Types).WithOne().HasForeignKey(t => t.CertificateId);
        builder.HasMany(c => c.Suspensions).WithOne().HasForeignKey(s => s.CertificateId);
        builder.HasMany(c => c.Events).WithOne().HasForeignKey(e => e.CertificateId);
        builder.HasMany(c => c.Seals).WithOne().HasForeignKey(s => s.CertificateId);
    }

    public void Configure(EntityTypeBuilder<CertificateType> builder)
    {
        builder.ToTable("certificate_types");
        builder.HasIndex(t => new { t.CertificateId, t.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Suspension> builder)
    {
        builder.ToTable("suspensions");
        builder.Property(s => s.From).HasColumnName("begins_on");
        builder.Property(s => s.To).HasColumnName("lifted_on");
    }

    public void Configure(EntityTypeBuilder<CertificateSeal> builder)
    {
        builder.ToTable("certificate_seals");
        builder.HasIndex(s => s.TokenHash).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CertificateEvent> builder) => builder.ToTable("certificate_events");
}
