using System.IO.Compression;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Reporting.Audits;
using AfterSales.Reporting.Contracts;
using AfterSales.Reporting.Data;
using AfterSales.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Reporting;

/// <summary>The auditor's desk: a draw that anybody can repeat, a tick for every clause, a signature, findings told, the evidence in one file.</summary>
public sealed class AuditingTheContract
{
    static readonly DateTime Now = new(2026, 6, 15, 4, 0, 0, DateTimeKind.Utc);
    static readonly Actor Auditor = new("9", "厂家审核员");
    static readonly DateOnly May = new(2026, 5, 1);
    static readonly string[] Orders = [.. Enumerable.Range(1, 300).Select(i => $"SO-2026-{i:000000}")];

    [Fact]
    public void the_same_seed_draws_the_same_orders_in_whatever_order_they_come_and_another_seed_others()
    {
        var drawn = Drawn("2026-05");
        Drawn("2026-05", [.. Orders.Reverse()]).ShouldBe(drawn);
        Drawn("2026-05", [.. Orders, .. Orders]).ShouldBe(drawn, "a number counts once");
        Drawn("another").ShouldNotBe(drawn);
        drawn.Count.ShouldBe(20);
    }

    [Fact]
    public void a_draw_does_not_favour_any_order()
    {
        // Every order is drawn with probability 20/300; over 600 seeds 40 times on average with a standard deviation of 6.1: six of them away is beyond chance.
        var times = Enumerable.Range(0, 600).SelectMany(seed => Audit.Sample($"seed {seed}", Orders, 20)).CountBy(o => o).ToDictionary();
        times.Count.ShouldBe(300);
        times.Values.ShouldAllBe(t => t > 40 - 37 && t < 40 + 37);
    }

    [Fact]
    public void every_clause_is_ticked_what_deviates_is_said_in_words_and_what_is_signed_stays()
    {
        var audit = Draw(2);
        var all = Audit.Clauses.ToDictionary(c => c, _ => TickResult.Conforms);
        Refused(() => audit.Tick(1, new Dictionary<string, TickResult> { ["1.3.1"] = TickResult.Conforms }, null, Now)).ShouldBe("Audits.TickAll");
        all["1.8.2"] = TickResult.Deviates;
        Refused(() => audit.Tick(1, all, " ", Now)).ShouldBe("Audits.FindingMissing");
        audit.Tick(1, all, "没有签字", Now);
        Refused(() => audit.Sign(null, Now, Auditor)).ShouldBe("Audits.NotAllTicked");
        all["1.8.2"] = TickResult.NotApplicable;
        audit.Tick(2, all, null, Now);
        audit.Sign("总体符合", Now, Auditor);
        Refused(() => audit.Tick(2, all, null, Now)).ShouldBe("Audits.IsSigned");
        Refused(() => audit.Sign(null, Now, Auditor)).ShouldBe("Audits.IsSigned");
        audit.Findings.Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("", 20, "Audits.SeedMissing")]
    [InlineData("x", 0, "Audits.CountWrong")]
    [InlineData("x", 201, "Audits.CountWrong")]
    public void a_draw_needs_a_seed_and_a_number(string seed, int count, string key) => Refused(() => Audit.Draw("default", May, seed, count, Orders, Now, Auditor, Kernel.PublicId.New(Now))).ShouldBe(key);

    [Fact]
    public void nothing_can_be_drawn_from_an_empty_month() => Refused(() => Audit.Draw("default", May, "x", 5, [], Now, Auditor, Kernel.PublicId.New(Now))).ShouldBe("Audits.NothingToDraw");

    [Fact]
    public async Task orders_are_drawn_from_the_contracts_month_findings_are_told_and_the_evidence_holds_every_order()
    {
        var orders = new MadeUpOrders(91, new DateOnly(2026, 1, 1), Now);
        orders.Live(2_000);
        await using var rig = await ReportingRig.StartAsync(orders, Now);
        await rig.LoadAsync();
        var contract = orders.Living.Where(o => o.CompletedDay is { Month: 5 } && o.Contract is not null).GroupBy(o => o.Contract!).MaxBy(g => g.Count())!.Key;
        var completed = await rig.InScopeAsync(s => s.GetRequiredService<DrawOrders>().CompletedAsync(contract, May, default));
        completed.ShouldBe(orders.Living.Where(o => o.Contract == contract && o.CompletedDay is { Month: 5, Year: 2026 }).Select(o => o.Number).Order(StringComparer.Ordinal));
        var audit = Audit.Draw(contract, May, "seed", 5, completed, Now, Auditor, PublicId.New(Now));
        foreach (var order in audit.Orders) audit.Tick(order.Position, Audit.Clauses.ToDictionary(c => c, c => c == "1.4" && order.Position == 1 ? TickResult.Deviates : TickResult.Conforms), "迟到", Now);
        audit.Sign("完成", Now, Auditor);
        await rig.InScopeAsync(s => SaveAsync(s.GetRequiredService<ReportingDbContext>(), audit));
        var told = await rig.InScopeAsync(s => s.GetRequiredService<ReportingDbContext>().Outbox.Where(m => m.Type.Contains(nameof(AuditFindingRaised))).Select(m => m.Payload).ToListAsync());
        told.ShouldHaveSingleItem().ShouldContain("\"1.4\"");
        var zip = await rig.InScopeAsync(s => s.GetRequiredService<EvidencePack>().WriteAsync(audit, default));
        using var archive = new ZipArchive(new MemoryStream(zip));
        archive.Entries.Count(e => e.FullName.StartsWith("orders/", StringComparison.Ordinal)).ShouldBe(5);
        using var sums = new StreamReader(archive.GetEntry("SHA256SUMS")!.Open());
        foreach (var line in (await sums.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            await using var entry = archive.GetEntry(line[66..])!.Open();
            Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(entry, TestContext.Current.CancellationToken)).ShouldBe(line[..64], line);
        }
    }

    static async Task<bool> SaveAsync(ReportingDbContext db, Audit audit)
    {
        db.Add(audit);
        await db.SaveChangesAsync();
        return true;
    }

    static Audit Draw(int count) => Audit.Draw("default", May, "seed", count, Orders, Now, Auditor, Kernel.PublicId.New(Now));

    static List<string> Drawn(string seed, string[]? orders = null) => [.. Audit.Sample(seed, orders ?? Orders, 20)];

    static string Refused(Action act) => Should.Throw<RuleViolation>(act).Key;
}

/// <summary>A brand's auditor on the server: own contract, no persons, nothing of the company's own.</summary>
public sealed class WhatAnAuditorSees(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task the_scorecard_and_the_desk_but_neither_signals_nor_people_nor_rows_of_the_company()
    {
        (await installation.RunAsync(["warehouse", "load"])).ShouldSucceed();
        var auditor = await installation.AsAsync(Roles.BrandAuditor);
        (await auditor.OpenAsync("/Reporting/Scorecard")).ShouldBeOk();
        (await auditor.OpenAsync("/Reporting/Audits")).ShouldBeOk().Text.ShouldContain("Draw orders");
        foreach (var closed in (string[])["/Reporting/Signals", "/Reporting/Scoreboards", "/Reporting/Reports"])
            (await auditor.OpenAsync(closed)).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden, closed);
        var byPerson = await auditor.OpenAsync("/Reporting/Dashboards/Explorer?indicator=response_on_time_rate&from=2026-01-01&to=2026-03-01&slice=technician");
        byPerson.Text.ShouldContain("not for the brand");
        var rows = await auditor.OpenAsync("/Reporting/Dashboards/Rows?indicator=backup_day_rate&from=2026-01-01&to=2026-03-01");
        rows.Text.ShouldContain("the company's own");
    }
}
