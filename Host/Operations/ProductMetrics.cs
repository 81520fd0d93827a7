using AfterSales.Host.Composition;
using Prometheus;

namespace AfterSales.Host.Operations;

/// <summary>
/// What <c>/metrics</c> tells: requests, the runtime, and the same vital signs as the page. A registry of its own, so that two servers in one
/// process (tests) do not count for each other.
/// </summary>
internal sealed class ProductMetrics
{
    readonly IServiceScopeFactory _scopes;
    readonly Counter _calls, _told;
    readonly Gauge _info, _database, _free, _parked, _backup, _warehouse, _failed;

    public ProductMetrics(IServiceScopeFactory scopes)
    {
        _scopes = scopes;
        DotNetStats.Register(Registry);
        var factory = Metrics.WithCustomRegistry(Registry);
        _info = factory.CreateGauge("aftersales_info", "Always 1; the labels say which build runs on which schema.", "version", "commit", "schema");
        _database = factory.CreateGauge("aftersales_database_bytes", "Size of the database.");
        _free = factory.CreateGauge("aftersales_disk_free_bytes", "Free space where the data lies.");
        _parked = factory.CreateGauge("aftersales_messages_parked", "Messages between modules that failed so often that they wait for a person.");
        _backup = factory.CreateGauge("aftersales_backup_last_good_timestamp_seconds", "Moment of the newest backup that was read back whole; 0 without one.");
        _warehouse = factory.CreateGauge("aftersales_warehouse_as_of_timestamp_seconds", "Moment up to which the numbers are loaded; 0 before the first load.");
        _calls = factory.CreateCounter("aftersales_api_calls_total", "Calls of other programs under /api/v1.", "operation", "status");
        _told = factory.CreateCounter("aftersales_webhook_tries_total", "Tries to tell a webhook, by what became of the event.", "state");
        _failed = factory.CreateGauge("aftersales_job_failed", "1 when the newest finished run of the job failed.", "job");
    }

    /// <summary>A call of another program has been answered.</summary>
    /// <param name="operation">Null where there is no such operation.</param>
    public void Called(string? operation, int status) => _calls.WithLabels(operation ?? "none", status.ToString(System.Globalization.CultureInfo.InvariantCulture)).Inc();

    /// <summary>A webhook was tried, and what became of it.</summary>
    public void Told(Integrations.WebhookState state) => _told.WithLabels(Kernel.Code.Of(state)).Inc();

    public CollectorRegistry Registry { get; } = Metrics.NewCustomRegistry();

    public async Task WriteAsync(HttpResponse response, CancellationToken ct)
    {
        await using (var scope = _scopes.CreateAsyncScope()) Set(await scope.ServiceProvider.GetRequiredService<VitalSigns>().ReadAsync(ct), scope.ServiceProvider.GetRequiredService<JobLedger>());
        response.ContentType = PrometheusConstants.TextContentTypeWithVersionAndEncoding;
        await Registry.CollectAndExportAsTextAsync(response.Body, ct);
    }

    void Set(Vitals now, JobLedger ledger)
    {
        _info.WithLabels(Product.Version, Product.Commit, now.SchemaStamp).Set(1);
        _database.Set(now.DatabaseBytes);
        _free.Set(now.FreeBytes);
        _parked.Set(now.Parked);
        _backup.Set(Seconds(now.LastGoodBackup));
        _warehouse.Set(Seconds(now.WarehouseAsOf));
        foreach (var job in ledger.Jobs) _failed.WithLabels(job.Name).Set(now.FailedJobs.Contains(job.Name) ? 1 : 0);
    }

    static double Seconds(DateTime? utc) => utc is { } at ? new DateTimeOffset(at).ToUnixTimeMilliseconds() / 1000.0 : 0;
}
