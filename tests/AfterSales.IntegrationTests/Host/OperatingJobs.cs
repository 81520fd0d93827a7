using System.Net;
using System.Resources;
using AfterSales.Host.Backup;
using AfterSales.Host.Operations;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Text;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Host;

/// <summary>An installation with one job more, which refuses whenever it runs.</summary>
public sealed class WithARefusingJob : Installation
{
    public const string Job = "sample.refuses";

    protected override void Register(IServiceCollection services) => services.AddSingleton<IModule>(new Sample()).AddScoped<Refuse>();

    sealed class Sample : IModule
    {
        public string Name => "Sample";
        public ResourceManager Text => KernelText.Resources;
        public IReadOnlyList<Permission> Permissions => [];
        public IReadOnlyList<MenuItem> Menu => [];
        public IReadOnlyList<JobDefinition> Jobs => [new(Job, typeof(Refuse), "0 0 3 1 1 ? 2099")];
        public void Register(IServiceCollection services, DatabaseOptions database)
        {
        }
    }

    sealed class Refuse : IJobStep
    {
        public Task<JobOutcome> RunAsync(DateTime slotUtc, CancellationToken ct) => throw new RuleViolation("Backup.NoFolder", "/nowhere");
    }
}

/// <summary>Jobs, seen and woken from the page.</summary>
public sealed class OperatingJobs(WithARefusingJob installation) : IClassFixture<WithARefusingJob>
{
    const string Load = "reporting.load-warehouse";

    [Fact]
    public async Task runs_a_job_now_and_records_the_run()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        var asked = await owner.SubmitAsync(await owner.OpenAsync("/Operations/Jobs"), [], with: $"button[value='{Load}']");
        asked.ShouldBeOk().Url.PathAndQuery.ShouldBe($"/Operations/Job?asked=true&name={Load}");
        var history = await UntilAsync(owner, Load, "Done");
        history.Texts("tbody tr td").ShouldContain("2026-03-11 09:00:00"); // the slot is ours: the clock of this company stands at nine
        (await owner.OpenAsync("/Settings/Audit")).Texts("tbody tr").ShouldContain(r => r.Contains("job.run", StringComparison.Ordinal) && r.Contains(Load, StringComparison.Ordinal));
    }

    [Fact]
    public async Task shows_the_sentence_of_a_job_that_refused_and_turns_red()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        await owner.SubmitAsync(await owner.OpenAsync("/Operations/Jobs"), [], with: $"button[value='{WithARefusingJob.Job}']");
        var history = await UntilAsync(owner, WithARefusingJob.Job, "Failed");
        history.Text.ShouldContain("/nowhere");
        history.Text.ShouldNotContain("Backup.NoFolder");
        (await owner.OpenAsync("/Operations")).Document.QuerySelector($"a[href='/Operations/Job?name={WithARefusingJob.Job}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task lists_every_job_with_its_next_run()
    {
        var owner = await installation.AsAsync(Roles.Administrator);
        var rows = (await owner.OpenAsync("/Operations/Jobs")).ShouldBeOk().Texts("tbody tr").ToList();
        foreach (var job in installation.Services.GetRequiredService<JobLedger>().Jobs) rows.ShouldContain(r => r.Contains(job.Name, StringComparison.Ordinal));
        rows.Single(r => r.Contains(WithARefusingJob.Job, StringComparison.Ordinal)).ShouldContain("2099-01-01 03:00");
    }

    [Theory]
    [InlineData(Roles.Dispatcher, "/Operations", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Dispatcher, "/Operations/Backups", HttpStatusCode.Forbidden)]
    [InlineData(Roles.BrandAuditor, "/Operations/Jobs", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Technician, "/Operations/Parked", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Manager, "/Operations", HttpStatusCode.OK)]
    [InlineData(Roles.Manager, "/Operations/RunJob?name=" + Load, HttpStatusCode.Forbidden)]
    [InlineData(Roles.Manager, "/Operations/Retry", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Manager, "/Operations/MakeBackup", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Manager, "/Operations/TakeBackup?file=x", HttpStatusCode.Forbidden)]
    [InlineData(Roles.Administrator, "/Operations/Job?name=no.such.job", HttpStatusCode.NotFound)]
    public async Task is_for_those_who_may(string role, string path, HttpStatusCode status) => (await (await installation.AsAsync(role)).OpenAsync(path)).Status.ShouldBe(status);

    [Fact]
    public async Task shows_whoever_only_reads_no_buttons()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        foreach (var path in new[] { "/Operations/Jobs", "/Operations/Job?name=" + Load, "/Operations/Parked", "/Operations/Backups" })
            (await manager.OpenAsync(path)).ShouldBeOk().Document.QuerySelector("#main form").ShouldBeNull(path);
    }

    [Fact]
    public async Task runs_a_slot_once()
    {
        var ledger = installation.Services.GetRequiredService<JobLedger>();
        var slot = installation.Now.AddDays(-3);
        (await ledger.RunAsync(BackUpDaily.Job, slot, CancellationToken.None)).ShouldBeTrue();
        (await ledger.RunAsync(BackUpDaily.Job, slot, CancellationToken.None)).ShouldBeFalse();
    }

    static async Task<Shown> UntilAsync(Visitor owner, string job, string outcome)
    {
        for (var i = 0; i < 1200; i++) // a busy machine takes its time
        {
            var history = (await owner.OpenAsync("/Operations/Job?name=" + job)).ShouldBeOk();
            if (history.Texts("tbody .chip").FirstOrDefault() == outcome) return history;
            await Task.Delay(50);
        }
        throw new InvalidOperationException($"{job} did not come to '{outcome}': {(await owner.OpenAsync("/Operations/Job?name=" + job)).Text}");
    }
}
