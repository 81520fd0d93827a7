using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Search;
using AfterSales.Documents.Storage;
using AfterSales.Feedback.Surveys;
using AfterSales.Host.Backup;
using AfterSales.Host.Composition;
using AfterSales.IntegrationTests.Documents;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel;
using AfterSales.Kernel.Clocks;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Import;
using AfterSales.Kernel.Policies;
using AfterSales.Kernel.Text;
using AfterSales.Service.Import;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SkiaSharp;

namespace AfterSales.FaultTests;

/// <summary>Whatever bytes somebody brings: what reads them takes them or refuses them in words, and neither falls over nor eats the machine.</summary>
public sealed class Fuzzing(Installation installation) : IClassFixture<Installation>, IDisposable
{
    static readonly TimeSpan Long = Figures.Of(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10));
    /// <summary>Seconds of this process's work that one input may take; the machine may be busy with others.</summary>
    static readonly TimeSpan Most = TimeSpan.FromSeconds(30);
    const long MostBytes = 700_000_000;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    readonly string _work = Directory.CreateTempSubdirectory("aftersales-fuzz-").FullName;

    public void Dispose() => Directory.Delete(_work, recursive: true);

    [Fact]
    public Task tables_of_text() => FuzzAsync("CSV", [OrdersCsv(), Encoding.Unicode.GetBytes("\ufefforder_no;received_at\r\nA;2026-01-05\r\n")], Mutation.Of, ReadTable);

    [Fact]
    public Task workbooks() => FuzzAsync("XLSX", [OrderTemplate.Of(new SlaPolicy()).Xlsx(AfterSalesModules.Texts, codes: true), ImportAnswers.Template.Xlsx(AfterSalesModules.Texts, codes: false)], Mutation.OfZip, ReadTable);

    [Fact]
    public Task import_maps() => FuzzAsync("import map", [Encoding.UTF8.GetBytes("""{"columns": {"Case ID": "order_no", "t": ["received_at", "completed_at"]}, "values": {"kind": {"Incident": "repair", "*": "enquiry"}}, "dates": ["dd/MM/yyyy HH:mm:ss"], "timeZone": "Europe/Rome", "constants": {"channel": "web"}, "unknown": "create", "delimiter": ";", "encoding": "gb18030", "missing": ["?"]}""")],
        Mutation.Of, bytes =>
        {
            var map = ImportMap.Parse(Encoding.UTF8.GetString(bytes));
            var reader = new RowReader(["Case ID", "t", "kind"], ["order_no", "received_at", "completed_at", "kind", "channel"], c => c.EndsWith("_at", StringComparison.Ordinal), map, TimeZoneInfo.Utc, AfterSalesModules.Texts);
            reader.Take(new TableRow(2, ["1", "05/01/2026 08:00:00", "Incident"]));
            foreach (var column in reader.Columns) reader.Text(column);
            reader.Instant("received_at");
            var file = Path.Combine(_work, "mapped.csv");
            File.WriteAllText(file, "Case ID;t;kind\n1;05/01/2026 08:00:00;Incident\n");
            using var table = TableFile.Open(file, map.Delimiter, map.Encoding);
            table.Rows().Count().ShouldBeLessThan(4);
            return Task.CompletedTask;
        });

    [Fact]
    public Task pasted_messages() => FuzzAsync("pasted message", [Encoding.UTF8.GetBytes("王女士 13800138000 江苏省苏州市工业园区星湖街328号 JSQ25-A 热水器 SN:A1234567 E1 打不着火 有煤气味 明天下午2点到4点"), Encoding.UTF8.GetBytes("姓名：欧阳娜娜\n电话：+86 138-0013-8000\n地址：上海市浦东新区世纪大道100号\n型号：JSQ25\n故障：漏水\n时间：12月3日 上午")],
        Mutation.Of, bytes =>
        {
            WechatText.Read(Encoding.UTF8.GetString(bytes), new DateOnly(2026, 3, 11));
            return Task.CompletedTask;
        });

    [Fact]
    public Task calendars() => FuzzAsync("calendar", [Encoding.UTF8.GetBytes(CalendarFile.Write(WorkingCalendar.China())), Encoding.UTF8.GetBytes("""{"version":"x","workingDays":["Monday"],"years":[2026],"holidays":[{"day":"2026-10-01","name":"国庆节"}],"makeUpDays":[{"day":"2026-10-10","name":"国庆节"}]}""")],
        Mutation.Of, bytes =>
        {
            CalendarFile.Parse(Encoding.UTF8.GetString(bytes), null, TimeZoneInfo.Utc).IsWorkingDay(new DateOnly(2026, 10, 1));
            return Task.CompletedTask;
        });

    [Fact]
    public Task texts_of_pdfs() => FuzzAsync("PDF text", [PaperFiles.Pdf("燃气热水器安装合同"), PaperFiles.Pdf("甲乙双方")], Mutation.Of, bytes => ReadTextAsync(bytes, MediaTypes.Pdf));

    [Fact]
    public Task texts_of_word_files() => FuzzAsync("DOCX text", [PaperFiles.Docx("第一条 服务范围", "第二条 费用")], Mutation.OfZip, bytes => ReadTextAsync(bytes, MediaTypes.Docx));

    [Fact]
    public Task texts_of_workbooks() => FuzzAsync("XLSX text", [PaperFiles.Xlsx("费用", "金额")], Mutation.OfZip, bytes => ReadTextAsync(bytes, MediaTypes.Xlsx));

    [Fact]
    public Task pictures() => FuzzAsync("picture", [Picture(SKEncodedImageFormat.Jpeg), Picture(SKEncodedImageFormat.Png), Picture(SKEncodedImageFormat.Webp)], Mutation.Of, async bytes =>
    {
        using var sent = new MemoryStream(bytes);
        await new KeepPhoto(new InMemory(bytes)).KeepAsync(sent, new VisitPolicy(), Stop);
    });

    /// <summary>Half of them with the seal made right again, so that the harm reaches what lies behind it.</summary>
    [Fact]
    public async Task backups()
    {
        var file = Path.Combine(_work, "b.backup");
        var database = Path.Combine(_work, "small.db");
        await using (var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database};Pooling=False"))
        {
            await db.OpenAsync(Stop);
            await using var command = db.CreateCommand();
            command.CommandText = "CREATE TABLE t (id integer PRIMARY KEY, x text); INSERT INTO t SELECT 1, 'one'";
            await command.ExecuteNonQueryAsync(Stop);
        }
        BackupFile.Write(file, Product.Version, installation.Now, [(BackupFile.DatabaseName, database), ("files/a.txt", database)], null);
        var whole = await File.ReadAllBytesAsync(file, Stop);
        var unsealed = whole[..^SHA256.HashSizeInBytes];
        await FuzzAsync("backup", [unsealed], (sample, random) =>
        {
            var harmed = random.Next(2) == 0 ? Mutation.OfZip(sample, random) : Mutation.Of(sample, random);
            return random.Next(2) == 0 ? [.. harmed, .. SHA256.HashData(harmed)] : [.. harmed, .. whole[^SHA256.HashSizeInBytes..]];
        }, bytes =>
        {
            File.WriteAllBytes(file, bytes);
            BackupWriter.Verify(file, null, Path.Combine(_work, "scratch"));
            return Task.CompletedTask;
        });
        Directory.Exists(Path.Combine(_work, "scratch")).ShouldBeFalse();
    }

    [Fact]
    public async Task imports_of_survey_answers()
    {
        var file = Path.Combine(_work, "answers.csv");
        await FuzzAsync("survey import", [ImportAnswers.Template.CsvFile(AfterSalesModules.Texts, codes: true), Encoding.UTF8.GetBytes("order_no,answered_at,rating,recommendation,effort,comment\nX-1,2025-11-04 10:00,5,9,6,好\nX-2,2025-11-05 10:00,4,8,5,\n")], Mutation.Of, async bytes =>
        {
            await File.WriteAllBytesAsync(file, bytes, Stop);
            var ran = await installation.RunAsync(["import", "survey-answers", file, "--dry-run", "--json"]);
            ran.Exit.ShouldBeOneOf([0, 3, 4], ran.Error);
        });
    }

    [Fact]
    public async Task addresses_of_the_explorer()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        var samples = new[] { "?indicator=handling_on_time_rate&from=2026-01-01&to=2026-03-31&by=month&slice=team", "?indicator=csat&by=week&where=region%3D3205&filter=product&code=JSQ25&compare=year", "?handler=Export&format=csv&indicator=repeat_repair_rate&from=2026-01-01&to=2026-02-01" };
        await FuzzAsync("explorer address", [.. samples.Select(Encoding.UTF8.GetBytes)], Mutation.Of, async bytes =>
        {
            var query = string.Concat(Encoding.UTF8.GetString(bytes).Select(c => c is '&' or '=' or '?' or '%' or (>= '0' and <= 'z') ? c.ToString() : Uri.EscapeDataString(char.IsSurrogate(c) ? "?" : c.ToString())));
            using var answer = await manager.Http.GetAsync(new Uri("/Reporting/Dashboards/Explorer" + (query.StartsWith('?') ? query : "?" + query), UriKind.Relative), Stop);
            ((int)answer.StatusCode).ShouldBeLessThan(500, query);
        });
    }

    /// <summary>Harms samples for as long as the run allows; a refusal in words is an answer, anything else thrown is not.</summary>
    static async Task FuzzAsync(string what, IReadOnlyList<byte[]> samples, Func<byte[], Random, byte[]> harm, Func<byte[], Task> read)
    {
        foreach (var sample in samples) await AnsweredAsync(read, sample, what, "the sample itself");
        var began = Stopwatch.GetTimestamp();
        var (inputs, taken, worst) = (0, 0, TimeSpan.Zero);
        for (; Stopwatch.GetElapsedTime(began) < Long; inputs++)
        {
            var random = new Random(inputs);
            var input = harm(samples[random.Next(samples.Count)], random);
            var (worked, started) = (Worked(), Stopwatch.GetTimestamp());
            if (await AnsweredAsync(read, input, what, $"seed {inputs}")) taken++;
            var took = Stopwatch.GetElapsedTime(started);
            worked = Worked() - worked;
            if (took < worked) worked = took;
            if (worked > worst) worst = worked;
            worked.ShouldBeLessThan(Most, $"{what}, seed {inputs}");
            if (inputs % 64 == 0) Environment.WorkingSet.ShouldBeLessThan(MostBytes * 3, $"{what}, seed {inputs}");
        }
        Figures.Record($"12 fuzzing: {what}", "valid samples harmed by seed (bits, bytes, cuts, copies, hostile pieces), read by the product's own reader", string.Create(CultureInfo.InvariantCulture, $"{inputs} inputs in {Long.TotalSeconds:0} s"),
            string.Create(CultureInfo.InvariantCulture, $"{taken} read, {inputs - taken} refused in words, none fell over; slowest {worst.TotalMilliseconds:0} ms of work"));
        inputs.ShouldBeGreaterThan(0);
    }

    static TimeSpan Worked() => Environment.CpuUsage.TotalTime;

    /// <returns>True when it was taken.</returns>
    static async Task<bool> AnsweredAsync(Func<byte[], Task> read, byte[] input, string what, string which)
    {
        try
        {
            await read(input);
            return true;
        }
        catch (Exception refused) when (refused is RuleViolation || (refused is FormatException && what == "calendar")) // how a calendar is refused
        {
            return false;
        }
        catch (Exception fell) when (fell is not ShouldAssertException)
        {
            throw new InvalidOperationException($"{what}, {which}: {fell.GetType().Name}: {fell.Message}\n{Convert.ToBase64String(input[..Math.Min(input.Length, 4000)])}", fell);
        }
    }

    static byte[] OrdersCsv() => OrderTemplate.Of(new SlaPolicy()).CsvFile(AfterSalesModules.Texts, codes: true);

    Task ReadTable(byte[] bytes)
    {
        var file = Path.Combine(_work, "table");
        File.WriteAllBytes(file, bytes);
        using var table = TableFile.Open(file, null, null);
        foreach (var row in table.Rows()) row.Cells.Length.ShouldBeGreaterThanOrEqualTo(table.Headers.Count);
        return Task.CompletedTask;
    }

    async Task ReadTextAsync(byte[] bytes, string type)
    {
        var (_, text) = await new ReadText(new InMemory(bytes), installation.Services.GetRequiredService<IPolicies>(), installation.Time, NullLogger<ReadText>.Instance).OfAsync("", type, Stop);
        text.ShouldNotBeNull();
    }

    static byte[] Picture(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(64, 48);
        using (var canvas = new SKCanvas(bitmap)) canvas.DrawText("热水器", 4, 20, SKTextAlign.Left, new SKFont(), new SKPaint());
        using var data = bitmap.Encode(format, 80);
        return data.ToArray();
    }

    /// <summary>A store that gives what it was made with and keeps nothing.</summary>
    sealed class InMemory(byte[] content) : IFileStore
    {
        public async Task<StoredFile> Keep(Stream given, string mediaType, CancellationToken stop)
        {
            using var kept = new MemoryStream();
            await given.CopyToAsync(kept, stop);
            return new StoredFile(Convert.ToHexStringLower(SHA256.HashData(kept.ToArray())), kept.Length, mediaType);
        }

        public Task<Stream?> Open(string sha256, CancellationToken stop) => Task.FromResult<Stream?>(new MemoryStream(content));
    }
}
