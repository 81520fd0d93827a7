using AfterSales.Host.Backup;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.Mvc;

namespace AfterSales.Host.Shell;

/// <summary>Takes a backup from the folder of backups or from the browser, and begins to restore it.</summary>
[OpenToAll("The accounts are in the backup; the one-time code from the console stands in."), NeedsSetupPass]
[DisableRequestSizeLimit, RequestFormLimits(MultipartBodyLengthLimit = long.MaxValue)]
internal sealed class RestoreFileModel(BackupShelf shelf, RestoreWork work, DataFolder folder) : ModulePage
{
    public sealed record Form
    {
        /// <summary>Name of a backup in the folder of backups; empty for the one that is sent along.</summary>
        public string Name { get; init; } = "";
        public string? Password { get; init; }
        public IFormFile? File { get; init; }
    }

    [BindProperty] public Form Input { get; set; } = new();

    public IReadOnlyList<ShelvedBackup> Backups => shelf.List();
    public string Folder => folder.Backups;

    public IActionResult OnGet() => work.Stage is null && !work.IsReady ? Page() : LocalRedirect("/Setup/Restoring");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var isUpload = Input.File is { Length: > 0 };
        if (!isUpload && Input.Name.Length == 0) throw new RuleViolation("Setup.Restore.NoFile") { Field = "Input.File" };
        if (work.Stage is not null) throw new RuleViolation("Setup.Restore.UnderWay");
        work.Start(isUpload ? await ReceiveAsync(Input.File!, ct) : shelf.Find(Input.Name).Path, string.IsNullOrWhiteSpace(Input.Password) ? null : Input.Password, isUpload);
        return LocalRedirect("/Setup/Restoring");
    }

    async Task<string> ReceiveAsync(IFormFile file, CancellationToken ct)
    {
        if (new DriveInfo(folder.Root).AvailableFreeSpace < 2 * file.Length) throw new RuleViolation("Backup.NoSpace", 2 * file.Length / 1_000_000);
        var path = folder.In("restore-upload" + BackupShelf.Extension);
        await using var target = System.IO.File.Create(path);
        await file.CopyToAsync(target, ct);
        return path;
    }
}
