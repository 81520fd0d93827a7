using System.Text;

namespace AfterSales.Host.Running;

/// <summary>What the system is to run at every start.</summary>
/// <param name="Name">Name of the unit, and of its account.</param>
/// <param name="Command">The executable and what comes before its arguments, absolute.</param>
/// <param name="Data">Data folder, absolute.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="User">Account that runs it (Linux).</param>
internal sealed record Unit(string Name, IReadOnlyList<string> Command, string Data, string Urls, string User)
{
    public IEnumerable<string> CommandLine => [.. Command, "serve", "--data", Data, "--urls", Urls];
}

/// <summary>One thing that is done, in the order of the list; people see it as the command that they could type themselves.</summary>
/// <param name="Content">Text of the file that is written, instead of a program that is run.</param>
/// <param name="MayFail">Nothing depends on it, or it was already so.</param>
internal sealed record Step(string Program, IReadOnlyList<string> Arguments, string? Content = null, bool MayFail = false)
{
    public static Step Write(string path, string content) => new(path, [], content);

    public static Step Run(string program, params string[] arguments) => new(program, arguments);

    public override string ToString() => Content is not null ? $"> {Program}" : string.Join(' ', Arguments.Prepend(Program).Select(a => a.Length == 0 || a.Contains(' ', StringComparison.Ordinal) ? $"\"{a}\"" : a));
}

/// <summary>A systemd unit that may write nothing but its data folder and its cache.</summary>
internal static class SystemdUnit
{
    /// <summary>First line of every unit that the product wrote: another one is never overwritten.</summary>
    public const string Mark = "# Written by 'aftersales service install'. Run it again to change it, 'aftersales service uninstall' to take it away.";

    /// <summary>Folders that a hardened unit does not see.</summary>
    static readonly string[] Hidden = ["/home", "/root", "/run/user", "/tmp", "/var/tmp"];

    public static string PathOf(string name) => $"/etc/systemd/system/{name}.service";

    /// <returns>The first of the paths that the unit could not see, or null.</returns>
    public static string? HiddenFrom(Unit unit) => unit.Command.Append(unit.Data).FirstOrDefault(p => Hidden.Any(h => p == h || p.StartsWith(h + "/", StringComparison.Ordinal)));

    /// <param name="userExists">False when the account is still to be made.</param>
    public static IReadOnlyList<Step> Install(Unit unit, bool userExists) =>
    [
        .. userExists ? Array.Empty<Step>() : [Step.Run("useradd", "--system", "--user-group", "--no-create-home", "--home-dir", unit.Data, "--shell", "/usr/sbin/nologin", unit.User)],
        Step.Run("mkdir", "-p", unit.Data),
        Step.Run("chown", "-R", unit.User + ":", unit.Data),
        Step.Run("chmod", "750", unit.Data),
        Step.Write(PathOf(unit.Name), Text(unit)),
        Step.Run("systemctl", "daemon-reload"),
        Step.Run("systemctl", "enable", unit.Name + ".service"),
        Step.Run("systemctl", "restart", unit.Name + ".service"),
    ];

    public static IReadOnlyList<Step> Uninstall(string name) =>
    [
        Step.Run("systemctl", "disable", "--now", name + ".service"),
        Step.Run("rm", PathOf(name)),
        Step.Run("systemctl", "daemon-reload"),
        Step.Run("systemctl", "reset-failed", name + ".service") with { MayFail = true },
    ];

    /// <summary>Stopping takes up to 40 s: what was begun is answered first. Executable memory stays allowed, because .NET compiles as it runs.</summary>
    public static string Text(Unit unit)
    {
        var low = unit.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(u => Uri.TryCreate(u.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.Port < 1024);
        var capability = low ? "CAP_NET_BIND_SERVICE" : "";
        return string.Join('\n',
        [
            Mark, "[Unit]", "Description=AfterSales", "Wants=network-online.target", "After=network-online.target", "# Tried again for as long as it takes: a disk that was full has space again some day.", "StartLimitIntervalSec=0", "",
            "[Service]", "Type=notify", "ExecStart=" + string.Join(' ', unit.CommandLine.Select(a => Quoted(a, inCommand: true))), "User=" + unit.User, "UMask=0077", "WorkingDirectory=" + unit.Data.Replace("%", "%%", StringComparison.Ordinal),
            "CacheDirectory=" + unit.Name, "Environment=DOTNET_BUNDLE_EXTRACT_BASE_DIR=%C/" + unit.Name, "Restart=on-failure", "RestartSec=15", "TimeoutStartSec=1h", "TimeoutStopSec=60", "KillMode=mixed", "OOMPolicy=stop", "",
            "NoNewPrivileges=yes", "ProtectSystem=strict", "ReadWritePaths=" + Quoted(unit.Data, inCommand: false), "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes", "ProtectKernelTunables=yes", "ProtectKernelModules=yes", "ProtectKernelLogs=yes",
            "ProtectControlGroups=yes", "ProtectClock=yes", "ProtectHostname=yes", "ProtectProc=invisible", "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK", "RestrictNamespaces=yes", "RestrictRealtime=yes", "RestrictSUIDSGID=yes", "LockPersonality=yes",
            "SystemCallArchitectures=native", "SystemCallFilter=@system-service", "CapabilityBoundingSet=" + capability, "AmbientCapabilities=" + capability, "",
            "[Install]", "WantedBy=multi-user.target", "",
        ]);
    }

    /// <summary>systemd.syntax(7): quotes and backslashes are escaped, a percent sign begins a specifier, and in commands a dollar sign a variable.</summary>
    static string Quoted(string value, bool inCommand)
    {
        var text = new StringBuilder("\"").Append(value).Replace("\\", "\\\\").Replace("%", "%%");
        if (inCommand) text.Replace("$", "$$");
        text.Replace("\"", "\\\"", 1, text.Length - 1);
        return text.Append('"').ToString();
    }
}

/// <summary>A Windows service under an account of its own (<c>NT SERVICE\name</c>), started late and again after a failure.</summary>
internal static class WindowsUnit
{
    public static IReadOnlyList<Step> Install(Unit unit)
    {
        var account = @"NT SERVICE\" + unit.Name;
        return
        [
            Step.Run("sc.exe", "create", unit.Name, "binPath=", string.Join(' ', unit.CommandLine.Select(a => $"\"{a}\"")), "start=", "delayed-auto", "obj=", account, "DisplayName=", "AfterSales"),
            Step.Run("sc.exe", "description", unit.Name, "AfterSales: after-sales service quality by contract."),
            Step.Run("sc.exe", "failure", unit.Name, "reset=", "86400", "actions=", "restart/5000/restart/30000/restart/60000"),
            Step.Run("sc.exe", "failureflag", unit.Name, "1"), // an end with an error counts as a failure too
            Step.Run("reg.exe", "add", @"HKLM\SYSTEM\CurrentControlSet\Services\" + unit.Name, "/v", "Environment", "/t", "REG_MULTI_SZ", "/d", @"DOTNET_BUNDLE_EXTRACT_BASE_DIR=" + unit.Data + @"\.bundle", "/f"),
            Step.Run("icacls.exe", unit.Data, "/grant", account + ":(OI)(CI)M"),
            Step.Run("sc.exe", "start", unit.Name),
        ];
    }

    public static IReadOnlyList<Step> Uninstall(string name) => [Step.Run("sc.exe", "stop", name) with { MayFail = true }, Step.Run("sc.exe", "delete", name)];
}
