using AfterSales.Host.Composition;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Https;

/// <summary>How a phone comes to trust this installation: the certificate, and what to tap on each kind of phone.</summary>
[OpenToAll("A phone that does not trust the server yet has nobody signed in.")]
internal sealed class PhoneModel(LocalAuthority authority, ControlAddress listening, IConfiguration settings) : ModulePage
{
    /// <summary>With a certificate of its own the installation needs no trust of this kind.</summary>
    public bool HasOwnCertificate => settings["Https:Certificate"] is not null;

    public string Fingerprint => authority.Fingerprint;

    /// <summary>Secure addresses by which phones in the same network reach this computer.</summary>
    public IReadOnlyList<string> SecureAddresses => SecureIn(listening);

    public static IReadOnlyList<string> SecureIn(ControlAddress listening) => [.. listening.PublicAddresses.Select(a => new Uri(a)).Where(u => u.Scheme == "https").SelectMany(u =>
        LocalAuthority.Reachable().Where(r => r != "localhost" && !r.StartsWith("127.", StringComparison.Ordinal) && !r.Contains(':', StringComparison.Ordinal)).Select(r => $"https://{r}:{u.Port}"))];

    public IActionResult OnGetCertificate() => HasOwnCertificate ? NotFound() : File(authority.Certificate, "application/x-x509-ca-cert", "aftersales.crt");
}
