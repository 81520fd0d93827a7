using System.Net;
using AfterSales.Host.Composition;
using AfterSales.Kernel.CommandLine;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AfterSales.UnitTests.Host;

/// <summary>Where a request came from is taken from a proxy that is known, and from nobody else.</summary>
public sealed class BehindAProxy
{
    [Theory]
    [InlineData("127.0.0.1", null, "203.0.113.9", "https")]
    [InlineData("::1", null, "203.0.113.9", "https")]
    [InlineData("10.0.0.2", null, "10.0.0.2", "http")]
    [InlineData("10.0.0.2", "10.0.0.2", "203.0.113.9", "https")]
    [InlineData("10.0.0.2", "192.168.1.7; 10.0.0.0/24", "203.0.113.9", "https")]
    [InlineData("10.0.1.2", "10.0.0.0/24", "10.0.1.2", "http")]
    public async Task is_believed_from_known_proxies_only(string proxy, string? known, string from, string scheme)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(proxy) }, Request = { Scheme = "http" } };
        (http.Request.Headers["X-Forwarded-For"], http.Request.Headers["X-Forwarded-Proto"]) = ("198.51.100.1, 203.0.113.9", "https"); // the first is what the visitor made up
        await new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(Proxies.Trusted(Settings(known)))).Invoke(http);
        (http.Connection.RemoteIpAddress!.ToString(), http.Request.Scheme).ShouldBe((from, scheme));
    }

    [Theory]
    [InlineData("the-proxy")]
    [InlineData("10.0.0.0/99")]
    public void is_refused_where_a_proxy_is_no_address(string known) => Should.Throw<WrongSetting>(() => Proxies.Trusted(Settings(known))).Key.ShouldBe("Http:Proxies");

    static IConfiguration Settings(string? known) => new ConfigurationBuilder().AddInMemoryCollection([new("Http:Proxies", known)]).Build();
}
