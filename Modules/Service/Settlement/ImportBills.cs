using System.CommandLine;
using System.Globalization;
using System.Text;
using AfterSales.Kernel;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Text;
using AfterSales.Service.Data;
using AfterSales.Service.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Service.Settlement;

/// <summary>
/// Bills of WeChat Pay, Alipay and banks as they are downloaded: lines of explanation before the table, totals after it, back quotes before
/// numbers. Rows that are there already change nothing; what fits a receipt is matched.
/// </summary>
internal sealed class ImportBills(ServiceDbContext db, ICompany company, TimeProvider time)
{
    const int MostLinesBeforeTheTable = 60;
    static readonly string[] TimeNames = ["交易时间", "交易创建时间", "入账时间", "付款时间", "交易日期", "记账日期", "发生时间", "time", "date"];
    static readonly string[] NumberNames = ["交易单号", "微信订单号", "微信支付订单号", "支付宝交易号", "交易号", "支付宝流水号", "流水号", "交易流水号", "核心流水号", "transaction_no"];
    static readonly string[] MerchantNames = ["商户单号", "商户订单号", "商家订单号", "merchant_no"];
    static readonly string[] AmountNames = ["金额(元)", "订单金额", "应结订单金额", "金额", "交易金额", "amount"];
    static readonly string[] InNames = ["收入金额(+元)", "收入金额", "收入", "贷方金额", "贷方发生额", "存入金额"];
    static readonly string[] OutNames = ["支出金额(-元)", "支出金额", "支出", "借方金额", "借方发生额", "支取金额"];
    static readonly string[] DirectionNames = ["收/支", "收支"];
    static readonly string[] Times = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy/M/d HH:mm:ss", "yyyy/M/d H:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyyMMddHHmmss"];

    sealed record Columns(int Time, int Number, int Merchant, int Amount, int In, int Out, int Direction);

    /// <summary>A bill by hand, for a bank that offers no file: <c>--source bank</c> says whose it is.</summary>
    static readonly ImportTemplate Template = new("payments", ["time", "transaction_no", "amount"],
    [
        new("time", "2025-11-03 15:40:00", "Import.Template.Time"), new("transaction_no", "4200001234202511030001", "Import.Template.Text", 80), new("merchant_no", "", "Import.Template.Text", 80), new("amount", "155.50", "Import.Template.Amount"),
    ]);

    public static Command Verb(VerbRunner verbs)
    {
        var file = new Argument<string?>("FILE") { Description = "Bill of WeChat Pay, Alipay or a bank, CSV or XLSX, as downloaded. With --template, the file to write.", Arity = ArgumentArity.ZeroOrOne };
        var source = new Option<string?>("--source") { Description = "wechat, alipay or bank; found out from the file when left out." };
        var rejects = new Option<string?>("--rejects") { Description = "Where refused rows are written.", HelpName = "OUT.csv" };
        var (asks, codes) = (TemplateVerb.Asked(), TemplateVerb.AsCodes());
        var payments = new Command("payments", "Bills to match payments with.") { file, source, rejects, asks, codes };
        verbs(payments, async (parse, verb) =>
        {
            if (parse.GetValue(asks)) return await TemplateVerb.WriteAsync(Template, parse.GetValue(file), parse.GetValue(codes), verb);
            var path = parse.GetValue(file) ?? throw new WrongUsage("import payments: FILE is missing.");
            if (parse.GetValue(source) is { } named && !Code.TryParse<BillSource>(named, out _)) throw new WrongUsage("import payments: --source is wechat, alipay or bank.");
            var text = verb.Services.GetRequiredService<Texts>();
            await using var refused = parse.GetValue(rejects) is { } to ? new StreamWriter(verb.FullPath(to), false, new UTF8Encoding(true)) : null;
            var report = new ImportReport("payments", text, refused);
            await verb.Services.GetRequiredService<ImportBills>().RunAsync(verb.FullPath(path), Code.TryParse<BillSource>(parse.GetValue(source), out var chosen) ? chosen : null, report, verb.Cancel);
            if (verb.Json) verb.WriteJson(report.ToJson());
            else verb.Out.WriteLine(text["Import.Summary", report.Read, report.Accepted, report.Updated, report.Unchanged, report.Rejected]);
            return report.Rejected > 0 ? ExitCode.DoneWithRejects : ExitCode.Done;
        }, createsData: true);
        return new Command("import", "Take data over from files.") { payments };
    }

    /// <returns>Payments that were matched.</returns>
    public async Task<int> RunAsync(string path, BillSource? named, ImportReport report, CancellationToken ct)
    {
        using var table = TableFile.Open(path, null, null);
        var (columns, rows, seen) = Find(table);
        var source = named ?? SourceOf(seen);
        List<BillRow> read = [];
        foreach (var row in rows)
        {
            if (row.Cells[0].StartsWith('#') || row.Cells[0].StartsWith('总') || row.Cells[0].StartsWith("---", StringComparison.Ordinal) || row.Cells[0].StartsWith("合计", StringComparison.Ordinal)) continue;
            if (string.IsNullOrWhiteSpace(Cell(row, columns.Time)) || (columns.Number >= 0 && string.IsNullOrWhiteSpace(Cell(row, columns.Number)) && row.Cells.Count(c => c.Length > 0) < 3)) continue; // lines after the table
            report.Read++;
            if (ReadRow(row, columns, source, report) is { } bill) read.Add(bill);
        }
        foreach (var part in read.Chunk(500)) await StoreAsync(part, report, ct);
        return await MatchAsync(ct);
    }

    /// <summary>The table begins with the first line that names a time, a number and an amount.</summary>
    static (Columns Columns, IEnumerable<TableRow> Rows, string Before) Find(TableFile table)
    {
        var before = new StringBuilder(string.Join(' ', table.Headers));
        if (ColumnsOf([.. table.Headers]) is { } atOnce) return (atOnce, table.Rows(), before.ToString());
        var rows = table.Rows().GetEnumerator();
        for (var line = 0; line < MostLinesBeforeTheTable && rows.MoveNext(); line++)
        {
            before.Append(' ').AppendJoin(' ', rows.Current.Cells);
            if (ColumnsOf(rows.Current.Cells) is { } columns) return (columns, Rest(rows), before.ToString());
        }
        throw new RuleViolation("Settlement.Bills.NoTable");
    }

    static IEnumerable<TableRow> Rest(IEnumerator<TableRow> rows)
    {
        while (rows.MoveNext()) yield return rows.Current;
    }

    static Columns? ColumnsOf(string[] cells)
    {
        var names = Array.ConvertAll(cells, c => c.Trim().TrimStart('\ufeff', '`', '#').Replace('（', '(').Replace('）', ')').Replace("¥", "", StringComparison.Ordinal));
        int At(string[] known) => known.Select(k => Array.FindIndex(names, n => n.Equals(k, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(i => i >= 0, -1);
        var columns = new Columns(At(TimeNames), At(NumberNames), At(MerchantNames), At(AmountNames), At(InNames), At(OutNames), At(DirectionNames));
        return columns is { Time: >= 0, Number: >= 0 } && (columns.Amount >= 0 || columns.In >= 0) ? columns : null;
    }

    static BillSource SourceOf(string seen) => seen.Contains("微信", StringComparison.Ordinal) ? BillSource.Wechat : seen.Contains("支付宝", StringComparison.Ordinal) ? BillSource.Alipay : BillSource.Bank;

    static string Cell(TableRow row, int column) => column >= 0 && column < row.Cells.Length ? row.Cells[column].Trim().TrimStart('`', '\'').Trim() : "";

    BillRow? ReadRow(TableRow row, Columns columns, BillSource source, ImportReport report)
    {
        List<Reject> problems = [];
        var (when, number) = (Cell(row, columns.Time), Cell(row, columns.Number));
        if (!DateTime.TryParseExact(when, Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) problems.Add(new Reject(row.Line, "time", when, new RuleViolation("Import.NotATime", "2026-10-01 08:10:00")));
        if (number.Length is 0 or > 64) problems.Add(new Reject(row.Line, "transaction_no", number, new RuleViolation("Payments.TransactionMissing")));
        if (AmountOf(row, columns) is not { } amount) problems.Add(new Reject(row.Line, "amount", Cell(row, columns.Amount), new RuleViolation("Settlement.Bills.Amount")));
        else if (problems.Count == 0)
            return new BillRow { Source = source, TransactionNumber = number, MerchantNumber = Cell(row, columns.Merchant) is { Length: > 0 and <= 64 } merchant ? merchant : null, At = TimeZoneInfo.ConvertTimeToUtc(local, company.Zone), Amount = amount, ImportedAt = time.Now() };
        report.Reject(problems);
        return null;
    }

    static Money? AmountOf(TableRow row, Columns columns)
    {
        if (columns.In >= 0 && Money.TryParse(Cell(row, columns.In).TrimStart('+'), out var came) && came != Money.Zero) return came;
        if (columns.Out >= 0 && Money.TryParse(Cell(row, columns.Out).TrimStart('-'), out var went) && went != Money.Zero) return -went;
        if (columns.Amount < 0 || !Money.TryParse(Cell(row, columns.Amount).TrimStart('+'), out var amount)) return null;
        return Cell(row, columns.Direction).StartsWith('支') && amount > Money.Zero ? -amount : amount;
    }

    async Task StoreAsync(IReadOnlyCollection<BillRow> rows, ImportReport report, CancellationToken ct)
    {
        var numbers = rows.Select(r => r.TransactionNumber).ToList();
        var known = (await db.Set<BillRow>().AsNoTracking().Where(b => numbers.Contains(b.TransactionNumber)).Select(b => new { b.Source, b.TransactionNumber, b.Amount }).ToListAsync(ct)).Select(b => (b.Source, b.TransactionNumber, b.Amount)).ToHashSet();
        foreach (var row in rows)
        {
            if (!known.Add((row.Source, row.TransactionNumber, row.Amount)))
            {
                report.Unchanged++;
                continue;
            }
            db.Add(row);
            report.Accepted++;
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Matches what is surely the same: the transaction number, or the receipt's number on the bill, and the amount.</summary>
    public async Task<int> MatchAsync(CancellationToken ct)
    {
        var waiting = await db.Set<Payment>().Where(p => p.MatchedAt == null && p.Method != PaymentMethod.Cash).OrderBy(p => p.Id).Take(20_000).ToListAsync(ct);
        var matched = 0;
        foreach (var part in waiting.Chunk(500))
        {
            List<string> numbers = [.. part.Select(p => p.TransactionNumber).OfType<string>(), .. part.Select(p => p.Number)];
            var rows = await db.Set<BillRow>().Where(b => b.PaymentId == null && (numbers.Contains(b.TransactionNumber) || (b.MerchantNumber != null && numbers.Contains(b.MerchantNumber)))).ToListAsync(ct);
            foreach (var payment in part)
                if (rows.Find(b => b.PaymentId is null && b.Amount == payment.Amount && (b.TransactionNumber == payment.TransactionNumber || b.MerchantNumber == payment.Number)) is { } row)
                {
                    payment.MatchBill(row, time.Now());
                    matched++;
                }
            await db.SaveChangesAsync(ct);
        }
        return matched;
    }
}
