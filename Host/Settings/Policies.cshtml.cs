using AfterSales.Host.Composition;
using AfterSales.Kernel.Pages;
using AfterSales.Kernel.Policies;

namespace AfterSales.Host.Settings;

[Permission(HostPermissions.Settings)]
internal sealed class PoliciesModel(PolicyStore policies) : ModulePage
{
    public IReadOnlyCollection<PolicyDefinition> Definitions => policies.Definitions;

    public IReadOnlyList<PolicyStore.Entry> VersionsOf(PolicyDefinition definition) => [.. policies.VersionsOf(definition.Type).Reverse()];

    public IReadOnlyList<PolicyChange> ChangesOf(PolicyDefinition definition, PolicyStore.Entry version)
    {
        var before = policies.VersionsOf(definition.Type).TakeWhile(v => v != version).LastOrDefault();
        return before is null ? [] : PolicyFields.Changes(definition, before.Value, version.Value);
    }

    public void OnGet() { }
}
