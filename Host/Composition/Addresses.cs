using System.Net;
using System.Net.Security;
using AfterSales.Host.Https;
using AfterSales.Kernel.CommandLine;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace AfterSales.Host.Composition;

/// <summary>Which addresses the server listens on, and whether plain HTTP is allowed there.</summary>
internal static class Addresses
{
    /// <param name="authority">Vouches for secure addresses where no certificate file is set.</param>
    /// <exception cref="WrongSetting">An address is malformed, or plain HTTP is asked for on an address that others can reach.</exception>
    public static void Listen(KestrelServerOptions kestrel, string urls, IConfiguration configuration, Func<LocalAuthority> authority)
    {
        var certificate = new Lazy<CertificateFile>(() => ActivatorUtilities.CreateInstance<CertificateFile>(kestrel.ApplicationServices));
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
                || uri.Scheme is not ("http" or "https"))
                throw new WrongSetting("--urls", $"'{url}' is not an address such as http://127.0.0.1:5080.");
            var address = uri.Host == "localhost" ? IPAddress.Loopback
                : IPAddress.TryParse(uri.Host, out var ip) ? ip : throw new WrongSetting("--urls", $"'{uri.Host}' must be an IP address or localhost.");
            if (uri.Scheme == "http" && !IPAddress.IsLoopback(address) && !configuration.GetValue("Http:Allow", false))
                throw new WrongSetting("Http:Allow", $"{url} would be plain HTTP that others can reach. Set it to true to accept that, or use https.");
            kestrel.Listen(address, uri.Port, listen =>
            {
                if (uri.Scheme != "https") return;
                if (configuration["Https:Certificate"] is null)
                {
                    listen.UseHttps(https => https.ServerCertificateSelector = (_, _) => authority().Server());
                    return;
                }
                var file = certificate.Value;
                listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = file.Current() }) });
            });
        }
    }
}
