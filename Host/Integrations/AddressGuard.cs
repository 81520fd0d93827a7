using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using AfterSales.Kernel.CommandLine;

namespace AfterSales.Host.Integrations;

/// <summary>Finds the addresses behind a name.</summary>
internal interface INameResolver
{
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken ct);
}

internal sealed class SystemNames : INameResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken ct) => IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, ct);
}

/// <summary>An address that is never called: nobody may make this server knock at doors inside its own network.</summary>
internal sealed class AddressRefused(string host, IPAddress? address, int port) : IOException($"{host} ({address}, port {port}) is no address outside that may be called");

/// <summary>
/// Which addresses a webhook may lead to: the public ones, on the usual ports; inner ones only where <c>Webhooks:Inner</c> names their network (any port).
/// </summary>
internal sealed class AddressGuard(IReadOnlyList<IPNetwork> inner)
{
    static readonly int[] Ports = [443, 8443];

    /// <summary>What IANA lists as not globally reachable, and what carries an address of version 4 in disguise.</summary>
    static readonly IPNetwork[] Refused =
    [.. new[]
    {
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    }.Select(n => IPNetwork.Parse(n))];

    /// <summary>Of version 6, only this is given out for the open network; loopback, link-local, unique-local, multicast and translated addresses lie outside.</summary>
    static readonly IPNetwork OpenNetwork = IPNetwork.Parse("2000::/3");

    /// <exception cref="WrongSetting"><c>Webhooks:Inner</c> is no list of networks.</exception>
    public static AddressGuard Of(IConfiguration settings) => new([.. (settings["Webhooks:Inner"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Network)]);

    static IPNetwork Network(string typed) => IPNetwork.TryParse(typed, out var network) ? network
        : IPAddress.TryParse(typed, out var one) ? new IPNetwork(one, one.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
        : throw new WrongSetting("Webhooks:Inner", $"has '{typed}'; it must be addresses or networks such as 192.168.1.20 or 10.1.0.0/16 with commas between.");

    public bool MayReach(IPAddress address, int port)
    {
        var real = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (inner.Any(n => n.Contains(real))) return true;
        return Ports.Contains(port) && !Refused.Any(n => n.Contains(real)) && (real.AddressFamily == AddressFamily.InterNetwork || OpenNetwork.Contains(real));
    }
}

/// <summary>
/// Calls to addresses that somebody typed. What a name leads to is looked at when the connection is made, so a name that changes its mind in between
/// gains nothing; no redirect is followed, no proxy asked, no body of an answer read.
/// </summary>
internal sealed class GuardedCalls : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly INameResolver _names;
    readonly AddressGuard _guard;
    readonly X509Certificate2? _authority;
    readonly HttpClient _http;

    /// <exception cref="WrongSetting">A setting is wrong.</exception>
    public GuardedCalls(INameResolver names, IConfiguration settings)
    {
        (_names, _guard, _authority) = (names, AddressGuard.Of(settings), AuthorityOf(settings));
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = Patience, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            MaxResponseHeadersLength = 16, MaxResponseDrainSize = 0, ConnectCallback = ConnectAsync,
        };
        if (_authority is not null) handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || (errors == SslPolicyErrors.RemoteCertificateChainErrors && IsVouchedFor(certificate));
        _http = new HttpClient(handler) { Timeout = Patience };
    }

    public void Dispose()
    {
        _http.Dispose();
        _authority?.Dispose();
    }

    /// <returns>The status that was answered.</returns>
    /// <exception cref="HttpRequestException">Nobody was reached, or the address is refused (<see cref="AddressRefused"/> inside).</exception>
    public async Task<int> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (request.RequestUri is not { Scheme: "https" } uri) throw new HttpRequestException("https only");
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        return (int)answer.StatusCode;
    }

    async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await _names.ResolveAsync(host, ct);
        if (addresses.Count == 0 || addresses.Any(a => !_guard.MayReach(a, port))) throw new AddressRefused(host, addresses.FirstOrDefault(a => !_guard.MayReach(a, port)), port);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync([.. addresses], port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>An authority of the company's own, for receivers inside; public ones are believed as always.</summary>
    static X509Certificate2? AuthorityOf(IConfiguration settings)
    {
        if (settings["Webhooks:Authority"] is not { Length: > 0 } path) return null;
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(path);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            throw new WrongSetting("Webhooks:Authority", $"is no certificate file: {unusable.Message}");
        }
    }

    bool IsVouchedFor(X509Certificate? certificate)
    {
        if (certificate is not X509Certificate2 shown) return false;
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.Add(_authority!);
        return chain.Build(shown);
    }
}
