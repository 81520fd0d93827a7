using AfterSales.Kernel.Composition;

namespace AfterSales.Host.Composition;

/// <summary>Rights of the Host's own pages. The administrator holds every right; what is listed here is for others.</summary>
internal static class HostPermissions
{
    public const string Users = "host.users.manage";
    public const string Settings = "host.settings.manage";
    public const string Operations = "host.operations.read";
    /// <summary>To run jobs, send parked messages again, make and check backups.</summary>
    public const string OperationsAct = "host.operations.act";
    /// <summary>A backup holds everything, password hashes and keys included.</summary>
    public const string BackupsTake = "host.backups.take";
    /// <summary>To see messages to customers, try them again, cancel them.</summary>
    public const string Outbox = "host.messages.outbox";
    /// <summary>The day in a few lines: what came in, what is done, what is late and whose.</summary>
    public const string Brief = "host.brief.read";
    /// <summary>Tokens and webhooks for other programs.</summary>
    public const string Integrations = "host.integrations.manage";
    public const string Audit = "host.audit.read";
    /// <summary>To look at the product as a role or a person does, without being able to write.</summary>
    public const string SeeAs = "host.accounts.see-as";

    /// <summary>Never given to another role: whoever held one could give himself the others, or take everything away in a file.</summary>
    public static readonly IReadOnlySet<string> AdministratorOnly = new HashSet<string> { Users, BackupsTake, SeeAs };
    /// <summary>To take away and to erase what is held about one person.</summary>
    public const string Privacy = Kernel.Persons.PersonPages.Permission;
    /// <summary>To see who looked at whom.</summary>
    public const string PrivacyLooks = "host.privacy.looks";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(Users), new(Settings), new(Integrations), new(Operations, Roles.Manager), new(OperationsAct), new(BackupsTake), new(SeeAs), new(Audit, Roles.Manager), new(Outbox, Roles.Dispatcher, Roles.Manager), new(Brief, Roles.Manager), new(Privacy), new(PrivacyLooks, Roles.QualityOfficer),
    ];
}
