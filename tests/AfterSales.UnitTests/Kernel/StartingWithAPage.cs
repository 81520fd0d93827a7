using AfterSales.Kernel.Jobs;

namespace AfterSales.UnitTests.Kernel;

/// <summary>Whoever opens a page while the server starts comes before the jobs; and nobody has to come.</summary>
public class StartingWithAPage
{
    [Fact]
    public async Task jobs_wait_for_the_first_answer_and_no_later_one()
    {
        var answer = new FirstAnswer();
        var (first, second) = (answer.WaitAsync(CancellationToken.None), answer.WaitAsync(CancellationToken.None));
        first.IsCompleted.ShouldBeFalse();
        answer.Given();
        await Task.WhenAll(first, second);
        answer.WaitAsync(CancellationToken.None).IsCompletedSuccessfully.ShouldBeTrue("the next job need not wait at all");
    }

    [Fact]
    public async Task without_anybody_they_begin_by_themselves()
    {
        var answer = new FirstAnswer();
        await answer.WaitAsync(CancellationToken.None);
        answer.WaitAsync(CancellationToken.None).IsCompletedSuccessfully.ShouldBeTrue("it waited once for all of them");
    }

    [Fact]
    public async Task a_server_that_ends_does_not_wait()
    {
        using var ends = new CancellationTokenSource();
        var waiting = new FirstAnswer().WaitAsync(ends.Token);
        await ends.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }
}
