using System.Formats.Asn1;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;

namespace AfterSales.Host.Https;

/// <summary>
/// A certificate authority of this installation, for offices without a public address: phones that trust it once may install the app, use the
/// camera and work offline. It lies in the folder of keys. Its certificate may only be used for private addresses and local names (RFC 5280,
/// 4.2.1.10), so that trusting it opens nothing else.
/// </summary>
internal sealed class LocalAuthority(DataFolder folder, TimeProvider time) : IDisposable
{
    const string FileName = "local-authority.pfx";
    const int AuthorityYears = 10;
    /// <summary>Phones refuse server certificates that live longer than 398 days.</summary>
    const int ServerDays = 390, RenewDaysAhead = 30;
    static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    /// <summary>Private and link-local networks: RFC 1918, RFC 3927, RFC 4193, RFC 4291.</summary>
    static readonly IPNetwork[] Networks = [.. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10", "::1/128" }.Select(n => IPNetwork.Parse(n))];
    static readonly string[] Names = ["localhost", "local", "lan", "home.arpa"];

    readonly Lock _making = new();
    X509Certificate2? _authority, _server;
    string _madeFor = "";
    DateTime _lookedAt;

    /// <summary>What phones install: the certificate alone, without its key.</summary>
    public byte[] Certificate => Authority().Export(X509ContentType.Cert);

    /// <summary>Shown beside the download, so that a careful person can compare: SHA-256 in pairs.</summary>
    public string Fingerprint => string.Join(' ', Authority().GetCertHashString(HashAlgorithmName.SHA256).Chunk(4).Select(c => new string(c)));

    /// <summary>Names and addresses this computer has now.</summary>
    public static IReadOnlyList<string> Reachable() =>
    [
        "localhost", Environment.MachineName.ToLowerInvariant(), Environment.MachineName.ToLowerInvariant() + ".local",
        .. NetworkInterface.GetAllNetworkInterfaces().Where(i => i.OperationalStatus == OperationalStatus.Up).SelectMany(i => i.GetIPProperties().UnicastAddresses).Select(a => a.Address)
            .Where(a => a.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 && Networks.Any(n => n.Contains(a))).Select(a => new IPAddress(a.GetAddressBytes()).ToString()).Distinct(),
    ];

    /// <summary>The server's certificate; made anew when it nears its end or the computer got another address.</summary>
    public X509Certificate2 Server()
    {
        lock (_making)
        {
            if (_server is not null && time.Now() - _lookedAt < LookAgain) return _server; // every connection asks, and looking at the network takes its time
            _lookedAt = time.Now();
            var reachable = Reachable();
            var wanted = string.Join(' ', reachable);
            if (_server is not null && _madeFor == wanted && _server.NotAfter.ToUniversalTime() > time.Now().AddDays(RenewDaysAhead)) return _server;
            _madeFor = wanted;
            return _server = Issue(Authority(), reachable); // the former one may still serve open connections
        }
    }

    X509Certificate2 Authority()
    {
        lock (_making)
        {
            if (_authority is not null && _authority.NotAfter.ToUniversalTime() > time.Now().AddDays(ServerDays)) return _authority;
            var file = Path.Combine(folder.Keys, FileName);
            if (File.Exists(file) && X509CertificateLoader.LoadPkcs12FromFile(file, null, X509KeyStorageFlags.Exportable) is var kept && kept.NotAfter.ToUniversalTime() > time.Now().AddDays(ServerDays)) return _authority = kept;
            var made = Found();
            Keep(file, made.Export(X509ContentType.Pfx));
            return _authority = made;
        }
    }

    static void Keep(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file + ".new", options);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
        stream.Close();
        File.Move(file + ".new", file, overwrite: true);
    }

    X509Certificate2 Found()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=AfterSales {Environment.MachineName}, O=AfterSales", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(OnlyLocal());
        using var made = request.CreateSelfSigned(time.Now().AddDays(-1), time.Now().AddYears(AuthorityYears));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }

    X509Certificate2 Issue(X509Certificate2 authority, IReadOnlyList<string> reachable)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={Environment.MachineName}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var one in reachable)
            if (IPAddress.TryParse(one, out var address)) names.AddIpAddress(address);
            else names.AddDnsName(one);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false)); // server authentication
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        using var made = request.Create(authority, time.Now().AddDays(-1), time.Now().AddDays(ServerDays), RandomNumberGenerator.GetBytes(16));
        using var whole = made.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable); // Windows needs a key that it keeps itself
    }

    /// <summary>NameConstraints, critical: permittedSubtrees of local names, this machine's name and private networks.</summary>
    static X509Extension OnlyLocal()
    {
        var asn = new AsnWriter(AsnEncodingRules.DER);
        using (asn.PushSequence())
        using (asn.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            foreach (var name in Names.Append(Environment.MachineName.ToLowerInvariant()))
                using (asn.PushSequence()) asn.WriteCharacterString(UniversalTagNumber.IA5String, name, new Asn1Tag(TagClass.ContextSpecific, 2));
            foreach (var network in Networks)
                using (asn.PushSequence()) asn.WriteOctetString([.. network.BaseAddress.GetAddressBytes(), .. MaskOf(network)], new Asn1Tag(TagClass.ContextSpecific, 7));
        }
        return new X509Extension("2.5.29.30", asn.Encode(), critical: true);
    }

    static byte[] MaskOf(IPNetwork network)
    {
        var mask = new byte[network.BaseAddress.GetAddressBytes().Length];
        for (var bit = 0; bit < network.PrefixLength; bit++) mask[bit / 8] |= (byte)(0x80 >> (bit % 8));
        return mask;
    }

    public void Dispose()
    {
        _authority?.Dispose();
        _server?.Dispose();
    }
}
