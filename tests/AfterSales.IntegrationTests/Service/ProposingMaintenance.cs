using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Outbox;
using AfterSales.Service.Data;
using AfterSales.Service.Maintenance;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Service;

/// <summary>The night opens proposals for due maintenance, the office books or closes them.</summary>
public sealed class ProposingMaintenance(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task one_proposal_per_due_day_also_when_the_job_runs_twice_at_once()
    {
        var appliance = await OwnAsync("M-TWICE");
        await Task.WhenAll(RunAsync(), RunAsync());
        await RunAsync();
        (await ProposalsAsync(appliance)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task a_booked_proposal_is_a_maintenance_order_with_the_agreed_window_and_is_not_booked_again()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        var appliance = await OwnAsync("M-BOOK");
        await RunAsync();
        var proposal = (await ProposalsAsync(appliance)).ShouldHaveSingleItem();
        (await manager.OpenAsync("/Service/Maintenance")).Text.ShouldContain("M-BOOK");
        var page = await manager.OpenAsync($"/Service/Maintenance/Answer/{proposal.PublicId}");
        var number = (await manager.SubmitAsync(page, new() { ["WindowStart"] = "2030-01-10T09:00", ["WindowEnd"] = "2030-01-10T11:00" })).ShouldBeOk().Url.Segments[^1];
        var order = await installation.WithAsync<ServiceDbContext, ServiceOrder>(db => db.Set<ServiceOrder>().WholeAsync(number, CancellationToken.None));
        (order.Kind, order.Status, order.ApplianceId).ShouldBe((OrderKind.Maintenance, OrderStatus.Responded, appliance));
        (await manager.SubmitAsync(page, new() { ["WindowStart"] = "2030-01-10T09:00", ["WindowEnd"] = "2030-01-10T11:00" })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await installation.WithAsync<ServiceDbContext, int>(db => db.Set<ServiceOrder>().CountAsync(o => o.ApplianceId == appliance))).ShouldBe(1);
        var heater = await installation.WithAsync<ServiceDbContext, Appliance>(db => db.Set<Appliance>().SingleAsync(a => a.Id == appliance));
        (await manager.OpenAsync($"/Service/Products/Appliance/{heater.PublicId}")).ShouldBeOk().Text.ShouldContain(number);
    }

    [Fact]
    public async Task a_declined_proposal_moves_the_next_due_day()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        var appliance = await OwnAsync("M-NO");
        await RunAsync();
        var proposal = (await ProposalsAsync(appliance)).ShouldHaveSingleItem();
        (await manager.SubmitAsync($"/Service/Maintenance/Answer/{proposal.PublicId}", new() { ["state"] = "Declined" })).ShouldBeOk();
        (await ProposalsAsync(appliance)).Single().State.ShouldBe(ProposalState.Declined);
        (await installation.WithAsync<ServiceDbContext, DateOnly>(db => db.Set<MaintenancePlan>().Where(p => p.ApplianceId == appliance).Select(p => p.NextDue).SingleAsync())).ShouldBe(proposal.DueOn.AddMonths(12));
    }

    [Fact]
    public async Task a_customer_picks_a_time_by_link_once_and_looking_records_nothing()
    {
        var (appliance, link) = await OfferedAsync("M-LINK");
        var customer = installation.Anonymous("zh-CN");
        // The server and this test may both have delivered the offer: the one that came second noted that it was too late.
        string[] ofDelivery = ["attempts", "next_attempt_at", "last_error"];
        var before = await Fingerprint.OfAsync(installation.Services, ofDelivery);
        var page = (await customer.OpenAsync(link)).ShouldBeOk();
        page.Text.ShouldContain("MODEL-M-LINK");
        (await Fingerprint.OfAsync(installation.Services, ofDelivery)).ShouldBe(before);
        var window = page.Document.QuerySelector("select[name=window] option[value^='2']")!.GetAttribute("value");
        var booked = (await customer.SubmitAsync(page, new() { ["window"] = window })).ShouldBeOk();
        booked.Document.QuerySelector("a[href^='/t/']").ShouldNotBeNull();
        var order = await installation.WithAsync<ServiceDbContext, ServiceOrder>(db => db.Set<ServiceOrder>().SingleAsync(o => o.ApplianceId == appliance));
        (order.Kind, order.Channel, order.Status).ShouldBe((OrderKind.Maintenance, OrderChannel.Web, OrderStatus.Responded));
        foreach (var dead in new[] { link, "/m/" + PublicToken.New(), "/m/x" }) (await customer.OpenAsync(dead)).Status.ShouldBe(HttpStatusCode.NotFound, dead);
    }

    [Fact]
    public async Task a_customer_who_says_no_is_asked_again_a_year_later()
    {
        var (appliance, link) = await OfferedAsync("M-LATER");
        var customer = installation.Anonymous();
        var page = (await customer.OpenAsync(link)).ShouldBeOk();
        (await customer.SubmitAsync(page, [], "form[action*=Decline] button")).ShouldBeOk();
        (await ProposalsAsync(appliance)).Single().State.ShouldBe(ProposalState.Declined);
    }

    /// <summary>An offer whose link is known, as the message carries it.</summary>
    async Task<(long Appliance, string Link)> OfferedAsync(string serial)
    {
        var appliance = await OwnAsync(serial);
        await RunAsync();
        var token = PublicToken.New();
        await installation.WithAsync<ServiceDbContext, int>(async db =>
        {
            (await db.Set<MaintenanceProposal>().SingleAsync(p => p.ApplianceId == appliance)).Tell(token);
            return await db.SaveChangesAsync();
        });
        do await installation.DeliverEventsAsync(); // what the offer starts is over before anybody looks
        while (await installation.WithAsync<ServiceDbContext, bool>(db => db.Set<OutboxMessage>().AnyAsync(m => m.DeliveredAt == null && m.ParkedAt == null)));
        return (appliance, "/m/" + token);
    }

    async Task RunAsync() => await installation.WithAsync<OpenDueMaintenance, long>(async job => (await job.RunAsync(DateTime.UnixEpoch, CancellationToken.None)).Rows);

    /// <summary>A gas heater bought a year ago, less ten days: due within the thirty.</summary>
    Task<long> OwnAsync(string serial) => installation.WithAsync<ServiceDbContext, long>(async db =>
    {
        var model = ProductModel.Register("MODEL-" + serial, null, ProductType.GasInstantaneous);
        db.Add(model);
        await db.SaveChangesAsync();
        var appliance = Appliance.Register(null, model.Id, serial, "文一路 1 号", DateOnly.FromDateTime(installation.Now).AddYears(-1).AddDays(10), installation.Now);
        db.Add(appliance);
        await db.SaveChangesAsync();
        return appliance.Id;
    });

    Task<List<MaintenanceProposal>> ProposalsAsync(long appliance) => installation.WithAsync<ServiceDbContext, List<MaintenanceProposal>>(db => db.Set<MaintenanceProposal>().Where(p => p.ApplianceId == appliance).ToListAsync());
}
