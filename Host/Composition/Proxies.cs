using System.Net;
using AfterSales.Kernel.CommandLine;
using Microsoft.AspNetCore.HttpOverrides;

namespace AfterSales.Host.Composition;

/// <summary>Whose word counts on where a request came from: a proxy on this computer, and those that <c>Http:Proxies</c> names. Anybody else could make himself any address.</summary>
internal static class Proxies
{
    const string Key = "Http:Proxies";

    /// <exception cref="WrongSetting">A proxy is neither an address nor a network.</exception>
    public static ForwardedHeadersOptions Trusted(IConfiguration settings)
    {
        var trusted = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto }; // loopback is known
        foreach (var given in (settings[Key] ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (IPAddress.TryParse(given, out var address)) trusted.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(given, out var network)) trusted.KnownIPNetworks.Add(network);
            else throw new WrongSetting(Key, $"'{given}' is neither an address such as 10.0.0.2 nor a network such as 10.0.0.0/24.");
        return trusted;
    }
}
