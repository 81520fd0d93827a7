using System.Collections.Concurrent;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using Microsoft.Extensions.Logging;

namespace AfterSales.Service.Import;

/// <summary>An uploaded file on its way in: kept beside the database until it was imported or forgotten.</summary>
internal sealed class UploadedImport(string id, string name, string path)
{
    public string Id => id;
    public string Name => name;
    public string Path => path;
    public string RejectsPath => path + ".rejects.csv";
    public ImportReport? Report { get; set; }
    /// <summary>Rows looked at so far while it runs.</summary>
    public int Seen { get; set; }
    public bool IsRunning { get; set; }
    public bool IsDone { get; set; }
    public string? Refusal { get; set; }
}

/// <summary>Imports started from the page: they go on when the page is left, and are found again.</summary>
internal sealed class ImportDesk(OrderImport import, DataFolder folder, Texts text, TimeProvider time, ILogger<ImportDesk> log)
{
    readonly ConcurrentDictionary<string, UploadedImport> _uploads = new();

    public UploadedImport? Find(string id) => _uploads.GetValueOrDefault(id);

    public async Task<UploadedImport> TakeAsync(string name, Stream content, CancellationToken ct)
    {
        var id = PublicId.New(time.Now()).ToString("N");
        Directory.CreateDirectory(folder.In("imports"));
        var path = System.IO.Path.Combine(folder.In("imports"), id + ".upload");
        await using (var file = File.Create(path)) await content.CopyToAsync(file, ct);
        return _uploads[id] = new UploadedImport(id, name, path);
    }

    /// <summary>Starts the import in the background; once.</summary>
    public void Start(UploadedImport upload, ImportMap map)
    {
        lock (upload)
        {
            if (upload.IsRunning || upload.IsDone) return;
            upload.IsRunning = true;
        }
        var language = System.Globalization.CultureInfo.CurrentUICulture;
        _ = Task.Run(async () =>
        {
            System.Globalization.CultureInfo.CurrentUICulture = language;
            try
            {
                await using var rejects = new StreamWriter(upload.RejectsPath, false, new System.Text.UTF8Encoding(true));
                upload.Report = new ImportReport("orders", text, rejects);
                await import.RunAsync(new OrderImportOrder(upload.Path, map, DryRun: false), upload.Report, new Seen(upload), CancellationToken.None);
            }
            catch (RuleViolation refusal)
            {
                upload.Refusal = text.Of(refusal);
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The import {Id} failed", upload.Id);
                upload.Refusal = text["Import.Failed"];
            }
            finally
            {
                (upload.IsRunning, upload.IsDone) = (false, true);
                File.Delete(upload.Path);
            }
        });
    }

    sealed class Seen(UploadedImport upload) : IProgress<int>
    {
        public void Report(int value) => upload.Seen = value;
    }
}
