using System.Security.Cryptography;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using Microsoft.AspNetCore.DataProtection;

namespace AfterSales.Host.Backup;

/// <summary>
/// The password under which this installation's backups are made, or none. It lies beside the keys that encrypt it, so that it is there before the database is,
/// and goes with the folder; nobody is shown it again.
/// </summary>
internal sealed class BackupPassword(DataFolder folder, IDataProtectionProvider protection)
{
    public const int LeastLength = 12;
    /// <summary>Letters and digits that are not taken for one another on paper.</summary>
    const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    const int Groups = 6, InGroup = 4;

    readonly IDataProtector _protector = protection.CreateProtector("AfterSales.BackupPassword");

    string File => Path.Combine(folder.Keys, "backup-password");

    public bool IsSet => System.IO.File.Exists(File);

    /// <summary>One that nobody guesses: 118 random bits.</summary>
    public static string Suggest() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, InGroup)));

    /// <returns>Null where backups are made without one.</returns>
    /// <exception cref="RuleViolation">It was encrypted with keys that are gone: a backup in the clear is not what was asked for.</exception>
    public string? Read()
    {
        if (!IsSet) return null;
        try
        {
            return _protector.Unprotect(System.IO.File.ReadAllText(File));
        }
        catch (CryptographicException)
        {
            throw new RuleViolation("Backup.PasswordLost");
        }
    }

    /// <exception cref="RuleViolation">It is too short.</exception>
    public void Set(string password)
    {
        if (password.Trim().Length < LeastLength) throw new RuleViolation("Backup.ShortPassword", LeastLength) { Field = "Input.Password" };
        Directory.CreateDirectory(folder.Keys);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(new FileStream(File + ".new", options))) file.Write(_protector.Protect(password.Trim()));
        System.IO.File.Move(File + ".new", File, overwrite: true);
    }

    public void Clear() => System.IO.File.Delete(File);
}
