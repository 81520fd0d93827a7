using AfterSales.Feedback.Contracts.Feed;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Feedback;

public sealed class AnswersAboutATechnician(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task an_answer_counts_for_the_technician_who_did_the_job_also_after_a_reassignment()
    {
        var order = new OrderInBrief(PublicId.New(installation.Now), "SO-KEPT", "repair", null, PublicId.New(installation.Now), "客户", "13900000001", null, "gas_storage", null, "T-OLD", "老王", null, "甲组", true, installation.Now.AddHours(-2));
        var today = DateOnly.FromDateTime(installation.Now.AddHours(8)); // Shanghai
        await installation.WithAsync<IServiceProvider>(async services =>
        {
            var (db, ask) = (services.GetRequiredService<FeedbackDbContext>(), services.GetRequiredService<AskCustomers>());
            var invitation = (await ask.AboutOrderAsync(order, installation.Now, CancellationToken.None))!;
            invitation.Delivered(installation.Now);
            await db.SaveChangesAsync();
            (await ask.AboutOrderAsync(order with { Technician = "T-NEW", TechnicianName = "小李", Team = "乙组" }, installation.Now, CancellationToken.None)).ShouldBeNull("it was reopened, given to another, completed again");
            var questions = await services.GetRequiredService<TakeAnswers>().QuestionsOfAsync(invitation, CancellationToken.None);
            invitation.Answer(new Dictionary<string, IReadOnlyList<string>> { ["overall"] = ["2"] }, questions, new AnswerSource(SurveyMethod.Link, "zh-CN"), installation.Now, today, new SurveyPolicy());
            await db.SaveChangesAsync();
        });
        var slices = await installation.WithAsync<SurveyAnalysis, IReadOnlyList<AnalysisSlice>>(async a => (await a.ReadAsync(new AnalysisFilter(today, today, SurveyKind.Service, null, "technician"), CancellationToken.None)).Slices);
        slices.ShouldContain(s => s.Member == "T-OLD" && s.Csat.N == 1 && s.Csat.Value == 0);
        slices.ShouldNotContain(s => s.Member == "T-NEW");
        var row = await installation.WithAsync<IFeed<SurveyFeedRow>, SurveyFeedRow>(async feed => await feed.ReadAsync(0, 100_000, CancellationToken.None).SingleAsync(r => r.Order == "SO-KEPT"));
        (row.Technician, row.Team, row.Rating).ShouldBe(("T-OLD", "甲组", 2), "what the warehouse counts for");
    }
}
