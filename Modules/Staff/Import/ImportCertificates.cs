using System.CommandLine;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Service.Contracts;
using AfterSales.Staff.Certificates;
using AfterSales.Staff.Data;
using AfterSales.Staff.People;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Staff.Import;

/// <summary>Certificates, one per number and issuer. One on file runs on when the row names a later end; nothing else of it is changed by a file.</summary>
internal sealed class ImportCertificates(StaffDbContext db, ICompany company, TimeProvider time, Texts text) : StaffImport(db, company, text)
{
    Dictionary<(string, string), Certificate> _certificates = [];
    Dictionary<string, string> _names = [];

    public override string Kind => "certificates";
    public override IReadOnlyList<string> Columns { get; } = ["employee_no", "employee_name", "certificate_no", "issuer", "certificate_kind", "grade", "product_types", "issued_on", "expires_on", "outside_trade", "counts_in"];
    protected override IReadOnlyList<string> Required { get; } = ["employee_no", "certificate_no", "issuer", "certificate_kind", "issued_on"];

    public static Command Of(VerbRunner verbs) => Verb<ImportCertificates>(verbs, "certificates", "Certificates of the people who go to customers.");

    protected override async Task BeginAsync(CancellationToken ct)
    {
        _certificates = await Db.Set<Certificate>().Include(c => c.Types).Include(c => c.Suspensions).AsSplitQuery().ToDictionaryAsync(c => (c.Issuer, c.Number), ct);
        _names = await Db.Set<Employee>().ToDictionaryAsync(e => e.Number, e => e.Name, ct);
    }

    protected override Task TakeAsync(RowReader row, Actor who, ImportReport report, CancellationToken ct)
    {
        Take(row, who, report);
        return Task.CompletedTask;
    }

    void Take(RowReader row, Actor who, ImportReport report)
    {
        var (person, issued, expires, now) = (row.Text("employee_no", 40)!, row.Day("issued_on"), row.Day("expires_on"), time.Now());
        var (kind, types) = (KindOf(row), TypesOf(row));
        var name = _names.GetValueOrDefault(person) ?? row.Text("employee_name", 120);
        if (name is null) row.Refuse("employee_no", person, "Import.People.Nobody");
        var (trade, countsIn) = (row.Member<OutsideTrade>("outside_trade"), CitiesOf(row));
        if (row.Problems.Count > 0) return;
        var order = new CertificateOrder(person, name!, kind!.Value, row.Text("certificate_no", 80)!, row.Text("issuer", 120)!, types, row.Text("grade", 40), issued!.Value, expires, trade, countsIn);
        if (!_certificates.TryGetValue((order.Issuer, order.Number), out var there))
        {
            var certificate = Certificate.Issue(order, now, who);
            Db.Add(certificate);
            _certificates.Add((order.Issuer, order.Number), certificate);
            report.Accepted++;
        }
        else if (there.PersonCode != person) row.Refuse("certificate_no", order.Number, "Certificates.NumberTwice", order.Number);
        else
        {
            var (isLonger, countsElsewhere) = (expires > there.ExpiresOn, trade is not null && (there.Trade, there.CountsIn) != (trade, string.Join(' ', countsIn)));
            if (isLonger) there.Renew(expires!.Value, now, who, issued > there.ExpiresOn ? issued : null);
            if (countsElsewhere) there.CountFor(trade, countsIn, now, who);
            if (isLonger || countsElsewhere) report.Updated++;
            else report.Unchanged++;
        }
    }

    CertificateKind? KindOf(RowReader row)
    {
        var cell = row.Text("certificate_kind")!;
        foreach (var kind in Enum.GetValues<CertificateKind>())
            if (Labels(Code.Of(kind), $"CertificateKind.{kind}").Contains(cell, StringComparer.OrdinalIgnoreCase)) return kind;
        row.Refuse("certificate_kind", cell, "Import.NotOneOf", string.Join(", ", Code.All<CertificateKind>()));
        return null;
    }

    List<string> TypesOf(RowReader row)
    {
        List<string> types = [];
        foreach (var word in (row.Text("product_types", 400) ?? "").Split([',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (ProductTypes.Codes.FirstOrDefault(code => Labels(code, CertificateWords.TypeKey(code)).Contains(word, StringComparer.OrdinalIgnoreCase)) is { } type) types.Add(type);
            else row.Refuse("product_types", word, "Import.NotOneOf", string.Join(", ", ProductTypes.Codes));
        return types;
    }

    static IReadOnlyList<string> CitiesOf(RowReader row)
    {
        try
        {
            return Cities.Read(row.Text("counts_in", 200));
        }
        catch (RuleViolation wrong)
        {
            row.Refuse("counts_in", row.Text("counts_in", 200)!, wrong.Key, [.. wrong.Args]);
            return [];
        }
    }

    string[] Labels(string code, string key) => [code, Text.Of(key, Texts.Chinese), Text.Of(key, Texts.English)];

    protected override (string Example, string Note, object?[] Args) Cell(string column) => column switch
    {
        "employee_no" => ("E101", "Import.Template.Text", [40]), "employee_name" => ("张伟", "Import.Template.Text", [120]), "certificate_no" => ("GAS-2025-0001", "Import.Template.Text", [80]), "issuer" => ("晨光热水器", "Import.Template.Text", [120]),
        "certificate_kind" => ("brand", "Import.Template.OneOf", [string.Join(' ', Code.All<CertificateKind>())]), "grade" => ("中级", "Import.Template.Text", [40]), "product_types" => (ProductTypes.Codes[0], "Import.Template.Several", [string.Join(' ', ProductTypes.Codes)]),
        "issued_on" => ("2025-03-01", "Import.Template.Day", []), "outside_trade" => ("", "Import.Template.OneOf", [string.Join(' ', Code.All<OutsideTrade>())]), "counts_in" => ("", "Import.Template.Text", [200]), _ => ("2027-02-28", "Import.Template.Day", []),
    };

    protected override string ColumnOf(string? field) => field switch
    {
        "Input.ExpiresOn" or "Input.Until" => "expires_on", "Input.Types" => "product_types", "Input.Trade" => "outside_trade", "Input.Cities" => "counts_in", "Input.Number" => "certificate_no", "Input.Issuer" => "issuer", _ => "employee_no",
    };
}
