using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AfterSales.IntegrationTests.Host;

/// <summary>What people type and what libraries say in their faults does not stand in the log in full.</summary>
public sealed class LogsWithoutNumbers(Installation installation) : IClassFixture<Installation>
{
    const string Phone = "13512346789", Password = "wrong horse battery 17";

    [Fact]
    public async Task show_neither_phones_nor_passwords()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        (await dispatcher.SubmitAsync("/Service/Requests/Receive", new() { ["Phone"] = Phone, ["Name"] = "司马青衫", ["Address"] = "文三路 77 号", ["Description"] = "打不着火", ["Kind"] = "Repair", ["Channel"] = "Phone" })).ShouldBeOk();
        await dispatcher.OpenAsync($"/Service/Customers?q={Phone}");
        await dispatcher.OpenAsync($"/nowhere/{Phone}");
        using (var visitor = installation.Anonymous())
        {
            var form = await visitor.OpenAsync("/");
            await visitor.SubmitAsync(form, new() { [form.Find("input[type=text],input:not([type])").GetAttribute("name")!] = "dispatcher-1", [form.Find("input[type=password]").GetAttribute("name")!] = Password }, with: "input[type=password]");
        }
        var log = installation.Services.GetRequiredService<ILogger<LogsWithoutNumbers>>();
        log.LogError(new InvalidOperationException($"The provider refused {Phone}."), "Message to {Phone} failed", Phone);

        var lines = await ReadAsync();
        lines.ShouldContain("135****6789", customMessage: "the fault itself is in the log");
        lines.ShouldNotContain(Phone);
        lines.ShouldNotContain(Password);
        lines.ShouldNotContain("司马青衫");
    }

    async Task<string> ReadAsync()
    {
        var read = "";
        foreach (var file in Directory.EnumerateFiles(installation.Folder.Logs))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var text = new StreamReader(stream);
            read += await text.ReadToEndAsync();
        }
        return read;
    }
}
