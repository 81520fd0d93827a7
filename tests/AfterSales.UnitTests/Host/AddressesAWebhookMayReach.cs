using System.Net;
using AfterSales.Host.Integrations;
using AfterSales.Kernel.CommandLine;
using Microsoft.Extensions.Configuration;

namespace AfterSales.UnitTests.Host;

/// <summary>Special-purpose ranges as the IANA registries list them (RFC 6890 and its successors), and the ways in which an inner address is disguised.</summary>
public sealed class AddressesAWebhookMayReach
{
    static AddressGuard Guard(string? inner = null) => AddressGuard.Of(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Webhooks:Inner"] = inner }).Build());

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.254")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.0.9")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.168.0.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void are_none_inside(string address) => Guard().MayReach(IPAddress.Parse(address), 443).ShouldBeFalse();

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("169.253.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:93.184.215.14")]
    public void are_those_outside(string address) => Guard().MayReach(IPAddress.Parse(address), 443).ShouldBeTrue();

    [Theory]
    [InlineData(22)]
    [InlineData(80)]
    [InlineData(5432)]
    [InlineData(6379)]
    public void are_none_at_ports_of_other_things(int port) => Guard().MayReach(IPAddress.Parse("93.184.215.14"), port).ShouldBeFalse();

    [Fact]
    public void are_inner_ones_where_the_settings_name_their_network()
    {
        var guard = Guard("192.168.1.20, 10.1.0.0/16");
        guard.MayReach(IPAddress.Parse("192.168.1.20"), 5443).ShouldBeTrue();
        guard.MayReach(IPAddress.Parse("::ffff:10.1.2.3"), 443).ShouldBeTrue();
        guard.MayReach(IPAddress.Parse("192.168.1.21"), 443).ShouldBeFalse();
        guard.MayReach(IPAddress.Parse("10.2.0.1"), 443).ShouldBeFalse();
        Should.Throw<WrongSetting>(() => Guard("the-office"));
    }
}
