using AfterSales.Host.Running;

namespace AfterSales.UnitTests.Host;

/// <summary>What the system is told when the product shall start with the computer.</summary>
public sealed class InstallingTheService
{
    static readonly Unit Plain = new("aftersales", ["/opt/aftersales/aftersales"], "/srv/aftersales", "http://127.0.0.1:5080", "aftersales");

    [Fact]
    public void runs_under_its_own_account_and_may_write_its_data_only()
    {
        var lines = SystemdUnit.Text(Plain).Split('\n');
        foreach (var line in new[] { "User=aftersales", "ProtectSystem=strict", "ReadWritePaths=\"/srv/aftersales\"", "ProtectHome=yes", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "Environment=DOTNET_BUNDLE_EXTRACT_BASE_DIR=%C/aftersales", "Restart=on-failure" })
            lines.ShouldContain(line);
        lines.ShouldContain("ExecStart=\"/opt/aftersales/aftersales\" \"serve\" \"--data\" \"/srv/aftersales\" \"--urls\" \"http://127.0.0.1:5080\"");
    }

    [Fact]
    public void leaves_more_time_to_stop_than_the_server_takes() =>
        int.Parse(SystemdUnit.Text(Plain).Split('\n').Single(l => l.StartsWith("TimeoutStopSec=", StringComparison.Ordinal)).Split('=')[1]).ShouldBeGreaterThan(40);

    [Fact]
    public void writes_paths_so_that_systemd_reads_them_as_they_are()
    {
        var text = SystemdUnit.Text(Plain with { Data = "/srv/a \"b\" 50% $HOME" });
        text.ShouldContain("--data\" \"/srv/a \\\"b\\\" 50%% $$HOME\"");
        text.ShouldContain("ReadWritePaths=\"/srv/a \\\"b\\\" 50%% $HOME\"");
        text.ShouldContain("WorkingDirectory=/srv/a \"b\" 50%% $HOME\n");
    }

    [Theory]
    [InlineData("https://0.0.0.0:443", "CAP_NET_BIND_SERVICE")]
    [InlineData("https://*:443;http://127.0.0.1:5080", "CAP_NET_BIND_SERVICE")]
    [InlineData("https://0.0.0.0:5443", "")]
    public void may_open_a_low_port_only_where_one_is_asked_for(string urls, string capability) => SystemdUnit.Text(Plain with { Urls = urls }).ShouldContain($"\nAmbientCapabilities={capability}\n");

    [Theory]
    [InlineData("/opt/aftersales/aftersales", "/srv/aftersales", null)]
    [InlineData("/root/aftersales", "/srv/aftersales", "/root/aftersales")]
    [InlineData("/opt/aftersales/aftersales", "/home/wang/data", "/home/wang/data")]
    [InlineData("/opt/aftersales/aftersales", "/tmp/data", "/tmp/data")]
    [InlineData("/opt/aftersales/aftersales", "/homestead", null)]
    public void says_which_path_the_service_would_not_see(string executable, string data, string? hidden) => SystemdUnit.HiddenFrom(Plain with { Command = [executable], Data = data }).ShouldBe(hidden);

    [Fact]
    public void makes_the_account_only_where_there_is_none()
    {
        SystemdUnit.Install(Plain, userExists: true).ShouldNotContain(s => s.Program == "useradd");
        SystemdUnit.Install(Plain, userExists: false)[0].ToString().ShouldBe("useradd --system --user-group --no-create-home --home-dir /srv/aftersales --shell /usr/sbin/nologin aftersales");
    }

    [Fact]
    public void on_Windows_starts_late_and_again_after_a_failure()
    {
        var steps = WindowsUnit.Install(Plain with { Command = [@"C:\Program Files\AfterSales\aftersales.exe"], Data = @"D:\After Sales" }).Select(s => s.ToString()).ToList();
        steps[0].ShouldStartWith("sc.exe create aftersales binPath= ");
        steps[0].ShouldContain(@"""C:\Program Files\AfterSales\aftersales.exe"" ""serve"" ""--data"" ""D:\After Sales""");
        steps[0].ShouldContain("start= delayed-auto");
        steps.ShouldContain("sc.exe failure aftersales reset= 86400 actions= restart/5000/restart/30000/restart/60000");
        steps.ShouldContain(s => s.StartsWith("reg.exe add") && s.Contains(@"DOTNET_BUNDLE_EXTRACT_BASE_DIR=D:\After Sales\.bundle"));
    }

    [Fact]
    public void is_taken_back_without_touching_data_or_account() =>
        SystemdUnit.Uninstall("aftersales").Concat(WindowsUnit.Uninstall("aftersales")).Select(s => s.ToString()).ShouldAllBe(s => !s.Contains("userdel") && !s.Contains("rm -r"));
}
