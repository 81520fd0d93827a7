using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Export;
using AfterSales.Kernel.Text;
using AfterSales.Reporting.Scorecard;

namespace AfterSales.Reporting.Audits;

/// <summary>One ZIP with all that an audit stands on: the draw with its seed, the orders with every tick and the facts looked at, the scorecard, and a list of checksums.</summary>
internal sealed class EvidencePack(DrawOrders orders, ReadScorecard scorecard, Texts text, ICompany company)
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<byte[]> WriteAsync(Audit audit, CancellationToken ct)
    {
        List<(string Name, byte[] Content)> files =
        [
            ("audit.txt", Encoding.UTF8.GetBytes(Words(audit))),
            ("orders.csv", Ticks(audit).Write("csv").Content),
            ("orders.xlsx", Ticks(audit).Write("xlsx").Content),
            ("scorecard.json", Encoding.UTF8.GetBytes(ScorecardVerb.Json(await scorecard.ReadAsync(audit.Month, audit.Contract, ct), text).ToJsonString(Readable))),
        ];
        foreach (var order in audit.Orders.OrderBy(o => o.Position))
            if (await orders.OfAsync(order.Number, ct) is { } facts) files.Add(($"orders/{order.Position:000}-{Safe(order.Number)}.json", JsonSerializer.SerializeToUtf8Bytes(facts, Readable)));
        files.Add(("SHA256SUMS", Encoding.UTF8.GetBytes(string.Concat(files.Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Content))}  {f.Name}\n")))));
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
            {
                await using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                await entry.WriteAsync(content, ct);
            }
        return zip.ToArray();
    }

    string Words(Audit audit) => text["Audits.Evidence.Words", audit.Contract, audit.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), audit.Auditor, Local(audit.DrawnAt), audit.Seed, audit.Orders.Count, audit.Population,
        audit.Findings.Count(), audit.SignedAt is { } at ? $"{audit.SignedBy} {Local(at)} {audit.Statement}" : text["Audits.Open"]];

    ExportTable Ticks(Audit audit) => new("orders", ["#", text["Dashboards.Column.number"], .. Audit.Clauses, text["Audits.Finding"], text["Audits.CheckedAt"]],
        audit.Orders.OrderBy(o => o.Position).Select(o => (IReadOnlyList<object?>)[o.Position, o.Number, .. Audit.Clauses.Select(c => o.Of(c) is { } r ? text.Of(r) : ""), o.Finding, o.CheckedAt is { } at ? Local(at) : ""]));

    string Local(DateTime utc) => company.ToLocal(utc).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A name that stays inside the archive, whatever an imported order is called.</summary>
    static string Safe(string number) => string.Concat(number.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '_'));
}
