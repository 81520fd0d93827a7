using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;

namespace AfterSales.Host.Https;

/// <summary>
/// The certificate of the settings, PEM or PFX, with the intermediates that the file brings. Whoever renews it replaces the file: connections get the new one
/// within a minute, without a restart. A file that cannot be read meanwhile (half copied, key not there yet) leaves the former in force.
/// </summary>
internal sealed class CertificateFile
{
    static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    readonly string _path;
    readonly string? _key, _password;
    readonly TimeProvider _time;
    readonly ILogger _log;
    readonly Lock _loading = new();
    SslStreamCertificateContext _current;
    (DateTime, DateTime) _stamp;
    long _lookedAt;

    /// <exception cref="WrongSetting">There is no such file, or no certificate with its key can be read from it.</exception>
    public CertificateFile(IConfiguration settings, TimeProvider time, ILogger<CertificateFile> log)
    {
        (_path, _key, _password, _time, _log) = (settings["Https:Certificate"]!, settings["Https:Key"], settings["Https:Password"], time, log);
        foreach (var (setting, file) in new[] { ("Https:Certificate", _path), ("Https:Key", _key ?? _path) })
            if (!File.Exists(file)) throw new WrongSetting(setting, $"the file {file} does not exist.");
        (_stamp, _lookedAt) = (Stamp(), time.GetTimestamp());
        try
        {
            _current = Load();
        }
        catch (Exception unusable) when (unusable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new WrongSetting("Https:Certificate", $"the file {_path} cannot be opened with Https:Key and Https:Password: {unusable.Message}");
        }
    }

    public SslStreamCertificateContext Current()
    {
        lock (_loading)
        {
            if (_time.GetElapsedTime(_lookedAt) < LookAgain) return _current; // every connection asks
            _lookedAt = _time.GetTimestamp();
            var stamp = Stamp();
            if (stamp == _stamp) return _current;
            try
            {
                (_current, _stamp) = (Load(), stamp);
                _log.LogInformation("The renewed certificate is in force until {Until}", _current.TargetCertificate.NotAfter);
            }
            catch (Exception unusable) when (unusable is CryptographicException or IOException or UnauthorizedAccessException)
            {
                _log.LogWarning(unusable, "The certificate file changed and cannot be read; the former certificate stays in force until {Until}", _current.TargetCertificate.NotAfter);
            }
            return _current;
        }
    }

    /// <summary>Links are followed: renewal tools exchange what a link points to.</summary>
    (DateTime, DateTime) Stamp() => (Changed(_path), Changed(_key ?? _path));

    static DateTime Changed(string path) => (File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path)).LastWriteTimeUtc;

    SslStreamCertificateContext Load()
    {
        X509Certificate2Collection all = [];
        X509Certificate2 own;
        if (File.ReadAllText(_path).Contains("-----BEGIN ", StringComparison.Ordinal))
        {
            all.ImportFromPemFile(_path);
            using var read = string.IsNullOrEmpty(_password) ? X509Certificate2.CreateFromPemFile(_path, _key ?? _path) : X509Certificate2.CreateFromEncryptedPemFile(_path, _password, _key ?? _path);
            own = X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pfx), null); // Windows needs a key that it keeps itself
        }
        else
        {
            all.AddRange(X509CertificateLoader.LoadPkcs12CollectionFromFile(_path, _password));
            own = all.FirstOrDefault(c => c.HasPrivateKey) ?? throw new CryptographicException("there is no private key in it.");
        }
        return SslStreamCertificateContext.Create(own, all, offline: true);
    }
}
