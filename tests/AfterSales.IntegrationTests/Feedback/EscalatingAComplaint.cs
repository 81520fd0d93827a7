using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
using AfterSales.Service.Data;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Feedback;

/// <summary>A complaint that is over its time goes up once per level, whatever happens to the server; an installation of its own, because it is stopped.</summary>
public sealed class EscalatingAComplaint(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task a_complaint_escalates_once_per_level_also_after_a_restart()
    {
        var id = await installation.WithAsync<IServiceProvider, Guid>(async services =>
        {
            var (db, at) = (services.GetRequiredService<FeedbackDbContext>(), installation.Now.AddHours(-37)); // 24 h are one and a half times over
            var complaint = Complaint.Receive(new ComplaintIntake { ReceivedAt = at, ReceivedDay = new DateOnly(2026, 3, 9), Phone = "13900139000", Text = "没人回复" }, services.GetRequiredService<ComplaintRulebook>().InForceAt(at), Actor.System);
            db.Add(complaint);
            await db.SaveChangesAsync();
            return complaint.PublicId;
        });
        Task EscalateAsync() => installation.WithAsync<EscalateComplaints>(job => job.RunAsync(installation.Now, CancellationToken.None));
        await EscalateAsync();
        await EscalateAsync();
        await installation.StopAsync();
        await installation.StartAsync();
        await EscalateAsync();
        var told = await installation.WithAsync<FeedbackDbContext, Complaint>(db => db.Set<Complaint>().AsNoTracking().Include(c => c.Escalations).Include(c => c.Events).AsSplitQuery().SingleAsync(c => c.PublicId == id));
        told.Escalations.Select(e => (e.Clock, e.Level)).ShouldBe([("Acknowledge", "manager"), ("Acknowledge", "owner")], ignoreOrder: true);
        told.Events.Count(e => e.Act == "Escalated").ShouldBe(2);
    }
}
