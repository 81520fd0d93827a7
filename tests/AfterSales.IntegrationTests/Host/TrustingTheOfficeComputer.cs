using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Host.Https;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AfterSales.IntegrationTests.Host;

/// <summary>HTTPS without a public address: a phone that installs the office's certificate reaches it securely, and trusts it for nothing else.</summary>
[OnOneDatabase]
public sealed class TrustingTheOfficeComputer : IDisposable
{
    readonly DataFolder _folder = new(Directory.CreateTempSubdirectory("phone-").FullName);
    readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 1, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task opens_the_server_to_whoever_installed_its_certificate()
    {
        if (TestDatabase.IsPostgres) return; // nothing here depends on the database
        await using var app = AfterSalesHost.BuildWeb(_folder, "https://127.0.0.1:0", "key");
        await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = new Uri(app.Services.GetRequiredService<ControlAddress>().PublicAddresses[0]);
        using (var stranger = new HttpClient()) await Should.ThrowAsync<HttpRequestException>(() => stranger.GetAsync(address));
        using var careless = new HttpClient(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.Subject == "CN=" + Environment.MachineName } }) { BaseAddress = address };
        var answer = await careless.GetAsync("/Phone?handler=Certificate", TestContext.Current.CancellationToken);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-x509-ca-cert");
        using var installed = X509CertificateLoader.LoadCertificate(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        installed.HasPrivateKey.ShouldBeFalse();
        using var phone = new HttpClient(new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = Trusting(installed) } }) { BaseAddress = address };
        (await phone.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await phone.GetStringAsync("/Phone", TestContext.Current.CancellationToken)).ShouldContain("aftersales.crt");
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void is_of_no_use_for_any_other_site()
    {
        using var authority = new LocalAuthority(_folder, _time);
        using var root = X509CertificateLoader.LoadPkcs12FromFile(KeyFile(authority), null, X509KeyStorageFlags.Exportable);
        Valid(root, IssuedBy(root, dns: "bank.example.com")).ShouldBeFalse();
        Valid(root, IssuedBy(root, ip: IPAddress.Parse("93.184.215.14"))).ShouldBeFalse();
        Valid(root, IssuedBy(root, dns: "office.local")).ShouldBeTrue();
        Valid(root, IssuedBy(root, ip: IPAddress.Parse("192.168.3.7"))).ShouldBeTrue();
    }

    [Fact]
    public void survives_a_restart_and_renews_the_server_before_its_end()
    {
        using var first = new LocalAuthority(_folder, _time);
        var (installed, serial) = (first.Certificate, first.Server().SerialNumber);
        first.Server().SerialNumber.ShouldBe(serial);
        using var again = new LocalAuthority(_folder, _time);
        again.Certificate.ShouldBe(installed);
        _time.Advance(TimeSpan.FromDays(370));
        again.Server().SerialNumber.ShouldNotBe(serial);
        again.Certificate.ShouldBe(installed, "phones stay as they are");
        (again.Server().NotAfter - again.Server().NotBefore).TotalDays.ShouldBeLessThan(398);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(KeyFile(again)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task shows_a_renewed_certificate_without_a_restart(bool pem)
    {
        if (TestDatabase.IsPostgres) return; // nothing here depends on the database
        var file = _folder.In(pem ? "site.pem" : "site.pfx");
        Write(file, "first.example", pem);
        await File.WriteAllTextAsync(_folder.In("appsettings.json"), System.Text.Json.JsonSerializer.Serialize(new { Https = new { Certificate = file } }), TestContext.Current.CancellationToken);
        await using var app = AfterSalesHost.BuildWeb(_folder, "https://127.0.0.1:0", "key", _time);
        await app.Services.GetRequiredService<DatabaseUpgrade>().RunAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var port = new Uri(app.Services.GetRequiredService<ControlAddress>().PublicAddresses[0]).Port;
        (await ShownAsync(port)).ShouldBe("CN=first.example");
        await File.WriteAllTextAsync(file, "half copied", TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromMinutes(2));
        (await ShownAsync(port)).ShouldBe("CN=first.example");
        Write(file, "second.example", pem);
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(60)); // the clock of files may tick slower than this test
        _time.Advance(TimeSpan.FromMinutes(2));
        (await ShownAsync(port)).ShouldBe("CN=second.example");
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    void Write(string file, string name, bool pem)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256).CreateSelfSigned(_time.GetUtcNow().AddDays(-1), _time.GetUtcNow().AddDays(90));
        if (pem) File.WriteAllText(file, made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        else File.WriteAllBytes(file, made.Export(X509ContentType.Pfx));
    }

    static async Task<string> ShownAsync(int port)
    {
        using var line = new System.Net.Sockets.TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, port);
        await using var secure = new SslStream(line.GetStream());
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null });
        return secure.RemoteCertificate!.Subject;
    }

    string KeyFile(LocalAuthority authority)
    {
        _ = authority.Certificate;
        return Path.Combine(_folder.Keys, "local-authority.pfx");
    }

    bool Valid(X509Certificate2 root, X509Certificate2 server)
    {
        using var chain = new X509Chain { ChainPolicy = Trusting(root) };
        chain.ChainPolicy.VerificationTime = _time.GetUtcNow().UtcDateTime;
        return chain.Build(server);
    }

    static X509ChainPolicy Trusting(X509Certificate2 root) => new() { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { root }, RevocationMode = X509RevocationMode.NoCheck };

    X509Certificate2 IssuedBy(X509Certificate2 root, string? dns = null, IPAddress? ip = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=x", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (dns is not null) names.AddDnsName(dns);
        if (ip is not null) names.AddIpAddress(ip);
        request.CertificateExtensions.Add(names.Build());
        return request.Create(root, _time.GetUtcNow().AddDays(-1), _time.GetUtcNow().AddDays(30), [1, 2, 3]);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder.Root, recursive: true);
    }
}
