using System.Threading.Channels;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Staff.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Import;

/// <param name="Path">CSV or XLSX file.</param>
/// <param name="DryRun">Check everything, store nothing.</param>
internal sealed record OrderImportOrder(string Path, ImportMap Map, bool DryRun);

/// <summary>
/// Takes orders of another system over, with their past: all rows are checked, good ones go in chunk by chunk (a chunk in one transaction, so
/// never half a row), bad ones are named by line, column and reason. The same file again changes nothing.
/// </summary>
internal sealed class OrderImport(IServiceScopeFactory scopes, OrderRulebook rulebook, ICompany company, Texts text, TimeProvider time)
{
    const int ChunkSize = 1000;

    /// <summary>Opens the file and finds its columns.</summary>
    /// <exception cref="RuleViolation">The file or the map cannot be used; nothing was read.</exception>
    public (TableFile File, RowReader Reader) Open(OrderImportOrder order)
    {
        var file = TableFile.Open(order.Path, order.Map.Delimiter, order.Map.Encoding);
        try
        {
            var reader = new RowReader(file.Headers, [.. OrderColumns.All], OrderColumns.IsPause, order.Map, company.Zone, text);
            reader.Require(OrderColumns.Required);
            return (file, reader);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public async Task RunAsync(OrderImportOrder order, ImportReport report, IProgress<int> progress, CancellationToken ct)
    {
        var (file, reader) = Open(order);
        using (file)
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(ct))
        {
            var now = time.Now();
            var read = Channel.CreateBounded<Batch>(2);
            var reading = Task.Run(() => ReadAsync(file, reader, new OrderRowParser(reader, rulebook.InForceAt(now).Sla, now), read.Writer, stop.Token), CancellationToken.None);
            var repeats = new HashSet<long>();
            try
            {
                await foreach (var batch in read.Reader.ReadAllAsync(ct)) // one core reads the next rows while the other stores these
                {
                    report.Read += batch.Read;
                    foreach (var problems in batch.Rejects) report.Reject(problems);
                    await using var scope = scopes.CreateAsyncScope();
                    await new OrderImportChunk(scope.ServiceProvider.GetRequiredService<ServiceDbContext>(), scope.ServiceProvider.GetRequiredService<IStaffDirectory>(), company, rulebook, order, report, repeats, time.Now()).StoreAsync(batch.Rows, ct); // each with a time of its own: ids begin with it, and ids in order lie together in the index
                    progress.Report(report.Read);
                }
            }
            finally
            {
                await stop.CancelAsync();
                await reading;
            }
            if (!order.DryRun && report.Accepted + report.Updated > 0) await FinishAsync(report, repeats, now, ct);
        }
    }

    /// <summary>Some rows of the file: how many were read, which can be stored, what is wrong with the others.</summary>
    sealed record Batch
    {
        public int Read { get; set; }
        public List<OrderRow> Rows { get; } = [];
        public List<IReadOnlyList<Reject>> Rejects { get; } = [];
    }

    static async Task ReadAsync(TableFile file, RowReader reader, OrderRowParser parser, ChannelWriter<Batch> to, CancellationToken ct)
    {
        try
        {
            foreach (var batch in Batches(file, reader, parser)) await to.WriteAsync(batch, ct);
            to.Complete();
        }
        catch (Exception failure)
        {
            to.Complete(failure); // whoever takes the batches gets it
        }
    }

    static IEnumerable<Batch> Batches(TableFile file, RowReader reader, OrderRowParser parser)
    {
        Dictionary<ulong, int> seen = [];
        Batch batch = new();
        using var rows = file.Rows().GetEnumerator();
        while (Next(rows, batch))
        {
            var row = parser.Parse(rows.Current);
            if (row is not null && !seen.TryAdd(KeyOf(row.Number), row.Line)) reader.Refuse("order_no", row.Number, "Import.NumberTwice", seen[KeyOf(row.Number)]);
            if (reader.Problems.Count == 0) batch.Rows.Add(row!);
            else batch.Rejects.Add([.. reader.Problems]);
            if (batch.Read < ChunkSize) continue;
            yield return batch;
            batch = new();
        }
        if (batch.Read > 0) yield return batch;
    }

    /// <summary>False at the end, and where the file is damaged: nothing after the damage can be told apart.</summary>
    static bool Next(IEnumerator<TableRow> rows, Batch batch)
    {
        try
        {
            if (!rows.MoveNext()) return false;
            batch.Read++;
            return true;
        }
        catch (RuleViolation damaged)
        {
            batch.Read++;
            batch.Rejects.Add([new Reject(damaged.Args.Count > 0 && damaged.Args[0] is int line ? line : 0, "", "", damaged)]);
            return false;
        }
    }

    /// <summary>Eight bytes for a number, so that a million rows need 30 MB to be told apart; among them two different numbers meet once in 30 million files.</summary>
    static ulong KeyOf(string number) => System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(number)));

    /// <summary>Links repeats among the imported repairs and announces the batch once.</summary>
    async Task FinishAsync(ImportReport report, HashSet<long> appliances, DateTime now, CancellationToken ct)
    {
        foreach (var some in appliances.Chunk(ChunkSize))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
            await new FindRepeats(db, rulebook).LinkAsync(some, ct);
            await db.SaveChangesAsync(ct);
        }
        await using var last = scopes.CreateAsyncScope();
        var outbox = last.ServiceProvider.GetRequiredService<ServiceDbContext>();
        outbox.Publish(new OrdersImported(report.Accepted, now), now);
        await outbox.SaveChangesAsync(ct);
    }
}

/// <summary>One chunk: finds or makes what the rows name, then stores the orders, all in one transaction.</summary>
internal sealed class OrderImportChunk(ServiceDbContext db, IStaffDirectory staff, ICompany company, OrderRulebook rulebook, OrderImportOrder import, ImportReport report, HashSet<long> repeats, DateTime now)
{
    bool Creates => import.Map.Unknown == "create";

    public async Task StoreAsync(IReadOnlyList<OrderRow> rows, CancellationToken ct)
    {
        var numbers = rows.Select(r => r.Number).ToList();
        var known = await db.Set<ServiceOrder>().Where(o => numbers.Contains(o.Number)).Select(o => new { o.Number, o.Fingerprint }).ToDictionaryAsync(o => o.Number, o => o.Fingerprint, ct);
        var news = rows.Where(r => !known.TryGetValue(r.Number, out var fingerprint) || fingerprint != r.Fingerprint).ToList();
        report.Unchanged += rows.Count - news.Count;
        if (news.Count == 0) return;
        // Before names are looked up: whoever else makes a technician of that name, an event of the staff register for one, waits until these are stored.
        await using var write = import.DryRun ? null : await db.BeginWriteAsync(ct);
        var names = await ImportNames.LoadAsync(db, news, ct);
        List<(OrderRow Row, OrderHistory History)> good = [];
        foreach (var row in news)
        {
            if ((names.Problem(row, Creates) ?? await UncertifiedAsync(row, names, ct)) is { } problem) report.Reject([problem]);
            else good.Add((row, row.History));
        }
        if (write is null)
        {
            foreach (var (row, _) in good) Count(known.ContainsKey(row.Number));
            return;
        }
        foreach (var (row, _) in good) names.Make(db, row, now);
        await names.StoreAsync(db, ct);
        await names.MakeAppliancesAsync(db, good.Select(g => g.Row), now, ct);
        var stored = await ExistingAsync([.. good.Select(g => g.Row.Number).Where(known.ContainsKey)], ct);
        var agreements = await new FindAgreement(db).AllAsync(ct);
        List<ServiceOrder> accepted = [];
        var updated = 0;
        foreach (var (row, history) in good)
        {
            var complete = names.Fill(row, history);
            var rules = rulebook.InForceAt(complete.Intake.ReceivedAt);
            rules = rules with { Terms = agreements.For(rules.Calendar.DayOf(complete.Intake.ReceivedAt), complete.Intake.CustomerId, complete.Intake.ContractId, names.TypeOf(row), complete.Intake.Address) };
            if (complete.Intake.ApplianceId is { } appliance && complete.Intake.Kind == OrderKind.Repair) repeats.Add(appliance);
            if (!stored.TryGetValue(row.Number, out var order)) accepted.Add(ServiceOrder.FromHistory(complete, rules, now));
            else if (Again(order, complete, rules, row)) updated++;
        }
        await db.InsertAsync(accepted, ct);
        await db.SaveChangesAsync(ct);
        await write.CommitAsync(ct);
        report.Accepted += accepted.Count;
        report.Updated += updated;
    }

    /// <summary>History is taken as it was; a visit that is still to come is no history, and nobody without a certificate for its day is sent by an import either (clause 1.6.2).</summary>
    async Task<Reject?> UncertifiedAsync(OrderRow row, ImportNames names, CancellationToken ct)
    {
        var history = row.History;
        if (row.Technician is not { } technician || history is not { ArrivedAt: null, CompletedAt: null, ClosedAt: null, CancelledAt: null, WindowEnd: { } end } || end <= now) return null;
        var (type, day) = (names.TypeOf(row), company.LocalDay(end));
        if ((await staff.CertifiedAsync(Code.Of(type), day, history.Intake.Region, ct)).Contains(technician)) return null;
        var lacked = await Clearance.LackedAsync(staff, technician, type, day, history.Intake.Region, ct);
        return new Reject(row.Line, "technician", technician, new RuleViolation("Requests.Assign.NotCertified", technician, lacked, day.ToString("O")));
    }

    bool Again(ServiceOrder order, OrderHistory history, OrderRules rules, OrderRow row)
    {
        try
        {
            order.TakeOver(history, rules, now);
            return true;
        }
        catch (RuleViolation refusal)
        {
            report.Reject([new Reject(row.Line, "order_no", row.Number, refusal)]);
            return false;
        }
    }

    void Count(bool exists)
    {
        if (exists) report.Updated++;
        else report.Accepted++;
    }

    async Task<Dictionary<string, ServiceOrder>> ExistingAsync(List<string> numbers, CancellationToken ct) => numbers.Count == 0 ? []
        : await db.Set<ServiceOrder>().Include(o => o.Pauses).Include(o => o.Events).AsSplitQuery().Where(o => numbers.Contains(o.Number)).ToDictionaryAsync(o => o.Number, ct);
}
