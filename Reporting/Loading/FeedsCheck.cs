using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Warehouse;

namespace AfterSales.Reporting.Loading;

/// <summary>Feeds against the warehouse, up to the watermark. Being behind is a note: the next load catches up.</summary>
internal sealed class FeedsCheck(IWarehouse warehouse, IEnumerable<IFactLoad> facts, Texts text) : IIntegrityCheck
{
    public string Name => "warehouse";

    public async Task<IntegrityResult> CheckAsync(CancellationToken ct)
    {
        if (!warehouse.IsUsable) return new IntegrityResult(true, new Dictionary<string, long>(), [], [text["Warehouse.NotLoaded"]]);
        using var connection = warehouse.Connect();
        Dictionary<string, long> counted = [];
        List<string> problems = [], notes = [];
        foreach (var fact in facts)
        {
            counted[fact.Feed] = fact.Held(connection);
            var reconciled = await fact.ReconcileAsync(connection, ct);
            if (reconciled == false) problems.Add(text["Loading.NotReconciled", fact.Feed]);
            if (reconciled is null) notes.Add($"{fact.Feed}: {text["Loading.StillChanging"]}");
            if (await fact.BehindAsync(connection, ct) is var behind and > 0) notes.Add(text["Loading.Behind", fact.Feed, behind]);
        }
        return new IntegrityResult(problems.Count == 0, counted, problems, notes);
    }
}
