using System.Security.Cryptography;
using System.Text;
using AfterSales.Host.Settings;

namespace AfterSales.Host.Shell;

/// <summary>The one-time code of the first-run wizard: printed on the console, gone when the company is set up.</summary>
internal sealed class FirstRun(Company company)
{
    readonly string _code = RandomNumberGenerator.GetString("ABCDEFGHJKMNPQRSTUVWXYZ23456789", 10);

    public bool IsNeeded => !company.IsSetUp;

    public string Code => _code;

    public bool Accepts(string? code) =>
        IsNeeded && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes((code ?? "").Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(_code));
}
