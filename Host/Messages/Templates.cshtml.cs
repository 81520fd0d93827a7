using AfterSales.Host.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Pages;

namespace AfterSales.Host.Messages;

/// <summary>All messages that customers get; each leads to its words.</summary>
[Permission(HostPermissions.Settings)]
internal sealed class TemplatesModel(TemplateBook templates) : ModulePage
{
    public IReadOnlyList<MessageTemplate> All => templates.All;

    public void OnGet() { }
}
