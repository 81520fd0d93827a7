using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AfterSales.IntegrationTests.Fixtures;

/// <summary>An installation for processes that are killed: its clock is an hour behind theirs, so that what the tests make is due for them and not before.</summary>
public sealed class InstallationOfToday : Installation
{
    public InstallationOfToday() => Time.SetUtcNow(OfTheMachine.AddHours(-1));

    /// <summary>Nothing wakes jobs here: a trigger catches up to the machine's clock, and one that is behind the clock of the test would do so for ever.</summary>
    protected override void Register(IServiceCollection services)
    {
        var waking = services.Where(s => s.ServiceType == typeof(IHostedService) && (s.ImplementationType ?? s.ImplementationFactory?.Method.DeclaringType)?.FullName?.StartsWith("Quartz.", StringComparison.Ordinal) == true).ToList();
        waking.ShouldNotBeEmpty();
        foreach (var one in waking) services.Remove(one);
    }

    /// <summary>What the clock of the machine says, as it dates a file.</summary>
    public DateTimeOffset OfTheMachine
    {
        get
        {
            File.WriteAllText(Folder.In("clock"), "");
            return File.GetLastWriteTimeUtc(Folder.In("clock"));
        }
    }
}
