using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using AfterSales.Host.Composition;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Import;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Service;

/// <summary>Whatever somebody brings: the good rows go in once, each bad cell is named, and a file that is no table is refused before it costs anything.</summary>
[OnOneDatabase]
public sealed class BadFilesInAnImport(Installation installation) : IClassFixture<Installation>, IDisposable
{
    readonly string _work = Directory.CreateTempSubdirectory("aftersales-import-").FullName;

    public void Dispose() => Directory.Delete(_work, recursive: true);

    /// <summary>One wrong cell each, in a row that is right otherwise: column, what stands there, and the key of the sentence about it.</summary>
    static readonly (string Column, string Cell, string Key)[] Wrong =
    [
        ("order_no", "", "Import.Missing"), ("order_no", new string('9', 61), "Import.TooLong"), ("order_no", "SO-2026-000001", "Import.OwnNumber"), ("order_no", "GOOD-0", "Import.NumberTwice"),
        ("received_at", "", "Import.Missing"), ("received_at", "yesterday", "Import.NotATime"), ("received_at", "2026-13-01T08:00:00", "Import.NotATime"), ("received_at", "2026-02-30 08:00", "Import.NotATime"),
        ("received_at", "01/02/2026 08:00", "Import.NotATime"), ("received_at", "2026-03-11T09:00:01", "Import.InTheFuture"), ("requested_at", "soon", "Import.NotATime"),
        ("responded_at", "2026-01-05T07:59:59", "Import.Before"), ("responded_at", "2031-01-05T09:00:00", "Import.InTheFuture"), ("arrived_at", "2026-01-05T08:30:00", "Import.Before"), ("arrived_at", "2026-01-05T25:00", "Import.NotATime"),
        ("completed_at", "2026-01-05T09:59:00", "Import.Before"), ("completed_at", "2026-03-12", "Import.NotATime"), ("closed_at", "2026-01-05T10:59:00", "Import.Before"), ("closed_at", "-", "Import.NotATime"),
        ("cancelled_at", "2026-01-04T08:00:00", "Import.Before"), ("cancelled_at", "2026-01-05T12:00:00", "Import.CancelledAndCompleted"), ("window_start", "morning", "Import.NotATime"), ("window_end", "2026-01-05T09:00:00", "Import.Before"),
        ("window_end", "2026-02-29T10:00", "Import.NotATime"), ("kind", "reparieren", "Import.NotOneOf"), ("channel", "pigeon", "Import.NotOneOf"), ("complexity", "very", "Import.NotOneOf"), ("special_reason", "because", "Import.NotOneOf"),
        ("outcome", "perfect", "Import.NotOneOf"), ("visits", "-1", "Import.NotANumber"), ("visits", "1.5", "Import.NotANumber"), ("visits", "100", "Import.NotANumber"), ("csat", "6", "Import.NotANumber"), ("csat", "good", "Import.NotANumber"),
        ("nps", "11", "Import.NotANumber"), ("fee_callout", "1.234", "Import.NotMoney"), ("fee_labour", "-5", "Import.NotMoney"), ("fee_parts", "ten", "Import.NotMoney"), ("paid_at", "2026-04-01T08:00:00", "Import.InTheFuture"),
        ("phone", "call me", "Import.NotAPhone"), ("purchase_date", "2026-02-31", "Import.NotADay"), ("customer_name", new string('王', 121), "Import.TooLong"), ("address", new string('路', 301), "Import.TooLong"),
        ("pause_1_reason", "mood", "Import.NotOneOf"), ("pause_1_from", "", "Import.Missing"), ("pause_1_to", "2026-01-05T08:00:00", "Import.Before"), ("serial_no", "A\ufffdB", "Import.BadCharacters"), ("model", new string('M', 81), "Import.TooLong"),
        ("fault_code", new string('F', 41), "Import.TooLong"), ("technician", new string('T', 81), "Import.TooLong"), ("comment", new string('c', 4001), "Import.TooLong"),
    ];

    static readonly string[] Columns = [.. OrderColumns.All, "pause_1_reason", "pause_1_from", "pause_1_to"];

    /// <summary>A row in which every column holds something right.</summary>
    static Dictionary<string, string> Right(string number) => new()
    {
        ["order_no"] = number, ["received_at"] = "2026-01-05T08:00:00", ["requested_at"] = "2026-01-05T07:50:00", ["responded_at"] = "2026-01-05T09:00:00", ["window_start"] = "2026-01-05T10:00:00", ["window_end"] = "2026-01-05T12:00:00",
        ["arrived_at"] = "2026-01-05T10:00:00", ["completed_at"] = "2026-01-05T11:00:00", ["closed_at"] = "2026-01-06T09:00:00", ["customer_name"] = "王芳", ["phone"] = "13800138001", ["address"] = "人民路 1 号", ["kind"] = "repair", ["channel"] = "phone",
        ["model"] = "JSQ25", ["serial_no"] = "SN-" + number, ["purchase_date"] = "2024-02-29", ["fault_code"] = "E1", ["complexity"] = "general", ["outcome"] = "fixed", ["visits"] = "1", ["csat"] = "5", ["nps"] = "10", ["fee_callout"] = "30.00",
        ["fee_labour"] = "0", ["fee_parts"] = "45.50", ["paid_at"] = "2026-01-05T11:05:00", ["pay_method"] = "cash", ["technician"] = "T1", ["team"] = "A", ["comment"] = "说：\"好\"，谢谢",
        ["pause_1_reason"] = "customer_absent", ["pause_1_from"] = "2026-01-05T09:10:00", ["pause_1_to"] = "2026-01-05T09:40:00",
    };

    static string Line(Dictionary<string, string> row) => string.Join(',', Columns.Select(c => "\"" + row.GetValueOrDefault(c, "").Replace("\"", "\"\"", StringComparison.Ordinal) + "\""));

    [Fact]
    public async Task name_every_bad_cell_in_both_languages_and_take_the_good_rows_once()
    {
        List<string> lines = [string.Join(',', Columns)];
        List<(int Line, string Column, string Cell, string Key)> expected = [];
        for (var i = 0; i < Wrong.Length; i++)
        {
            lines.Add(Line(Right($"GOOD-{i}")));
            var (column, cell, key) = Wrong[i];
            var row = Right($"BAD-{i}");
            row[column] = cell;
            lines.Add(Line(row));
            expected.Add((lines.Count, column, cell, key));
        }
        var file = Path.Combine(_work, "cells.csv");
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);
        foreach (var (language, dryRun) in new[] { ("zh-CN", true), ("en", false) })
        {
            var culture = CultureInfo.GetCultureInfo(language);
            var ran = await ImportAsync(culture, ["import", "orders", file, "--json", .. dryRun ? ["--dry-run"] : Array.Empty<string>()]);
            ran.Exit.ShouldBe(4, ran.Error);
            (ran.Json.GetProperty("read").GetInt32(), ran.Json.GetProperty("accepted").GetInt32(), ran.Json.GetProperty("rejected").GetInt32()).ShouldBe((2 * Wrong.Length, Wrong.Length, Wrong.Length));
            var named = ran.Json.GetProperty("rejects").EnumerateArray().ToLookup(r => r.GetProperty("line").GetInt32());
            named.Count.ShouldBe(Wrong.Length);
            foreach (var (line, column, _, key) in expected)
            {
                var reject = named[line].FirstOrDefault(r => r.GetProperty("column").GetString() == column);
                reject.ValueKind.ShouldNotBe(System.Text.Json.JsonValueKind.Undefined, $"{line} {column} {key}");
                reject.GetProperty("reason").GetString()!.ShouldStartWith(AfterSalesModules.Texts.Of(key, culture).Split('{')[0], Case.Sensitive, $"{line} {column}");
            }
        }
        var before = await Fingerprint.OfAsync(installation.Services, "message_id");
        var again = await ImportAsync(CultureInfo.GetCultureInfo("en"), ["import", "orders", file, "--json"]);
        (again.Json.GetProperty("accepted").GetInt32(), again.Json.GetProperty("updated").GetInt32(), again.Json.GetProperty("unchanged").GetInt32(), again.Json.GetProperty("rejected").GetInt32()).ShouldBe((0, 0, Wrong.Length, Wrong.Length));
        var orders = before.Keys.Single(k => k.EndsWith(".service_orders", StringComparison.Ordinal) || k == "service.orders");
        (await Fingerprint.OfAsync(installation.Services, "message_id"))[orders].ShouldBe(before[orders]);
        (await installation.WithAsync<ServiceDbContext, int>(db => db.Set<ServiceOrder>().CountAsync(o => o.Number.StartsWith("GOOD-")))).ShouldBe(Wrong.Length);
        (await installation.WithAsync<ServiceDbContext, int>(db => db.Set<ServiceOrder>().CountAsync(o => o.Number.StartsWith("BAD-")))).ShouldBe(0);
    }

    /// <summary>Times of the file are the company's (UTC+8).</summary>
    [Fact]
    public async Task every_column_of_a_good_row_is_kept()
    {
        var row = Right("FULL-1");
        (row["brand_order_no"], row["contract"], row["region"], row["special_reason"]) = ("CG-77", "", "320508", "");
        (await ImportAsync("full.csv", Encoding.UTF8.GetBytes(string.Join(',', Columns) + "\n" + Line(row) + "\n"))).ShouldSucceed();
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            var o = await db.Set<ServiceOrder>().Include(x => x.Pauses).SingleAsync(x => x.Number == "FULL-1");
            (o.BrandOrderNumber, o.ContactName, o.ContactPhone, o.Address, o.Region, o.Kind, o.Channel).ShouldBe(("CG-77", "王芳", "13800138001", "人民路 1 号", "320508", OrderKind.Repair, OrderChannel.Phone));
            (o.RequestedAt, o.ReceivedAt, o.RespondedAt).ShouldBe((At("2026-01-04T23:50"), At("2026-01-05T00:00"), At("2026-01-05T01:00")));
            (o.WindowStart, o.WindowEnd, o.ArrivedAt, o.CompletedAt, o.ClosedAt).ShouldBe((At("2026-01-05T02:00"), At("2026-01-05T04:00"), At("2026-01-05T02:00"), At("2026-01-05T03:00"), At("2026-01-06T01:00")));
            (o.FaultCode, o.Complexity, o.Outcome, o.Visits, o.Team, o.Description).ShouldBe(("E1", Complexity.General, VisitOutcome.Fixed, 1, "A", "说：\"好\"，谢谢"));
            (o.Pauses.Single().Reason, o.Pauses.Single().From, o.Pauses.Single().To).ShouldBe(("customer_absent", At("2026-01-05T01:10"), At("2026-01-05T01:40")));
            var extras = System.Text.Json.JsonDocument.Parse(o.Extras!).RootElement.EnumerateObject().ToDictionary(e => e.Name, e => e.Value.ToString());
            (extras["csat"], extras["nps"], extras["pay_method"]).ShouldBe(("5", "10", "cash"));
            (Money(extras["fee_callout"]), Money(extras["fee_labour"]), Money(extras["fee_parts"])).ShouldBe((30m, 0m, 45.5m));
            var unit = await db.Set<Appliance>().SingleAsync(a => a.Serial == "SN-FULL-1");
            (unit.Id, unit.PurchasedOn).ShouldBe((o.ApplianceId!.Value, new DateOnly(2024, 2, 29)));
            (await db.Set<ProductModel>().Where(m => m.Id == unit.ModelId).Select(m => m.Code).SingleAsync()).ShouldBe("JSQ25");
            (await db.Set<Technician>().Where(t => t.Id == o.TechnicianId).Select(t => t.Code).SingleAsync()).ShouldBe("T1");
        });

        static DateTime At(string utc) => DateTime.SpecifyKind(DateTime.Parse(utc, CultureInfo.InvariantCulture), DateTimeKind.Utc);
        static decimal Money(string amount) => decimal.Parse(amount, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task two_bad_cells_of_a_row_are_both_named()
    {
        var row = Right("TWO-1");
        (row["kind"], row["purchase_date"], row["complexity"]) = ("x", "y", "z");
        var ran = await ImportAsync("two.csv", Encoding.UTF8.GetBytes(string.Join(',', Columns) + "\n" + Line(row) + "\n"));
        ran.Json.GetProperty("rejects").EnumerateArray().Select(r => r.GetProperty("column").GetString()).ShouldBe(["kind", "purchase_date", "complexity"], ignoreOrder: true);
    }

    [Fact]
    public async Task empty_files_and_lone_headers_are_told_apart()
    {
        (await ImportAsync("empty.csv", [])).ShouldBeRefused("is empty");
        (await ImportAsync("blank.csv", "\n\n"u8.ToArray())).ShouldBeRefused("is empty");
        var header = await ImportAsync("header.csv", "order_no,received_at\n"u8.ToArray());
        (header.Exit, header.Json.GetProperty("read").GetInt32()).ShouldBe((0, 0));
        (await ImportAsync("wrong.csv", "a,b\n1,2\n"u8.ToArray())).ShouldBeRefused("order_no");
    }

    [Fact]
    public async Task a_table_cut_inside_quotes_keeps_what_stood_before()
    {
        var ran = await ImportAsync("cut.csv", "order_no,received_at,comment\nC-1,2026-01-05T08:00:00,fine\nC-2,2026-01-05T08:00:00,\"never clos"u8.ToArray());
        ran.Exit.ShouldBe(4, ran.Out + ran.Error);
        ran.Json.GetProperty("accepted").GetInt32().ShouldBe(1);
        ran.Json.GetProperty("rejects")[0].GetProperty("line").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task a_workbook_cut_anywhere_is_refused_or_read_to_the_damage()
    {
        var whole = Workbook(new string('0', 0), Enumerable.Range(1, 300).Select(i => $"<row r=\"{i + 1}\"><c r=\"A{i + 1}\" t=\"inlineStr\"><is><t>X-{i}</t></is></c><c r=\"B{i + 1}\" t=\"inlineStr\"><is><t>2026-01-05T08:00:00</t></is></c></row>"));
        foreach (var share in (double[])[0.01, 0.3, 0.6, 0.9, 0.99])
        {
            var ran = await ImportAsync($"cut-{share}.xlsx", whole[..(int)(whole.Length * share)]);
            ran.Exit.ShouldBeOneOf([3, 4], share + ran.Out + ran.Error);
            ran.Error.ShouldNotContain("   at ");
        }
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("gb18030", true)]
    [InlineData("utf-16-without-mark", false)]
    [InlineData("iso-8859-1", false)]
    [InlineData("mixed", false)]
    public async Task an_encoding_is_understood_or_the_row_is_named(string encoding, bool understood)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = encoding == "iso-8859-1" ? "order_no,received_at,customer_name,phone\nE-latin,2026-01-05T08:00:00,René,13900139111\n" : $"order_no,received_at,customer_name,phone\nE-{encoding},2026-01-05T08:00:00,欧阳娜娜,13900139111\n";
        byte[] bytes = encoding switch
        {
            "utf-16-without-mark" => Encoding.Unicode.GetBytes(text),
            "mixed" => [.. Encoding.UTF8.GetBytes(text), .. Encoding.GetEncoding("gb18030").GetBytes("E-mixed2,2026-01-05T08:00:00,欧阳,13900139112\n")],
            _ => [.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(text)],
        };
        var ran = await ImportAsync(encoding + ".csv", bytes);
        ran.Error.ShouldNotContain("   at ");
        if (!understood)
        {
            ran.Exit.ShouldBeOneOf([3, 4], ran.Out + ran.Error);
            return;
        }
        ran.ShouldSucceed();
        (await installation.WithAsync<ServiceDbContext, string?>(db => db.Set<ServiceOrder>().Where(o => o.Number == "E-" + encoding).Select(o => o.ContactName).SingleAsync())).ShouldBe("欧阳娜娜");
    }

    [Theory]
    [InlineData("far cell")]
    [InlineData("far row")]
    [InlineData("two million rows")]
    [InlineData("zip bomb")]
    [InlineData("document type with entities")]
    [InlineData("external entity")]
    [InlineData("polyglot of a program")]
    [InlineData("zip that is no workbook")]
    [InlineData("picture")]
    public async Task hostile_workbooks_are_refused_before_they_cost_anything(string what)
    {
        var bytes = Hostile(what);
        var started = Stopwatch.GetTimestamp();
        var ran = await ImportAsync(what.Replace(' ', '-') + ".xlsx", bytes);
        ran.Exit.ShouldBeOneOf([3, 4], ran.Out + ran.Error);
        ran.Error.ShouldNotContain("   at ");
        ran.Out.ShouldNotContain("root:");
        if (ran.Exit == 4) ran.Json.GetProperty("accepted").GetInt32().ShouldBe(0);
        TestContext.Current.SendDiagnosticMessage($"{what}: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms");
    }

    [Fact]
    public async Task the_page_says_the_same()
    {
        var dispatcher = await installation.AsAsync(Roles.Administrator);
        var form = await dispatcher.OpenAsync("/Service/Import");
        foreach (var (name, content) in new[] { ("bomb.xlsx", Hostile("zip bomb")), ("entity.xlsx", Hostile("external entity")), ("picture.xlsx", Hostile("picture")), ("wrong.csv", "a,b\n1,2\n"u8.ToArray()) })
        {
            var shown = await dispatcher.SubmitAsync(form, [], files: new() { ["file"] = new FileToSend(name, content) });
            ((int)shown.Status).ShouldBeOneOf([200, 422], name + shown.Text);
            shown.Text.ShouldNotContain("   at ");
            shown.Document.QuerySelectorAll(".alert, [role=alert]").Length.ShouldBeGreaterThan(0, name + ": " + shown.Text);
        }
    }

    /// <summary>The real executable, the real limit: 20 MB here, 200 MB when everything runs.</summary>
    [Fact]
    public async Task a_huge_file_is_read_in_less_than_three_hundred_megabytes()
    {
        if (TestDatabase.IsPostgres) return; // reading does not depend on the database
        using var executable = new Executable();
        var file = Path.Combine(_work, "huge.csv");
        var size = Environment.GetEnvironmentVariable("AFTERSALES_TEST_FULL") == "1" ? 200_000_000L : 20_000_000L;
        await using (var writer = new StreamWriter(file))
        {
            await writer.WriteLineAsync("order_no,received_at,responded_at,completed_at,customer_name,phone,address,comment");
            for (var i = 0; writer.BaseStream.Length < size; i++)
                await writer.WriteLineAsync($"H-{i},2026-01-05T08:00:00,2026-01-05T09:00:00,{(i % 3 == 0 ? "nonsense" : "2026-01-05T11:00:00")},王{i},138{i % 100_000_000:00000000},人民路 {i} 号,{new string('c', 1500)}");
        }
        using var import = executable.Start("import", "orders", file, "--dry-run", "--json", "--data", executable.Data);
        var output = import.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        _ = import.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        long peak = 0;
        while (!import.HasExited)
        {
            if (OperatingSystem.IsLinux() && File.Exists($"/proc/{import.Id}/status"))
                try
                {
                    var line = File.ReadLines($"/proc/{import.Id}/status").FirstOrDefault(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
                    if (line is not null) peak = Math.Max(peak, long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024);
                }
                catch (IOException)
                {
                    break; // it ended while we looked
                }
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        await import.WaitForExitAsync(TestContext.Current.CancellationToken);
        import.ExitCode.ShouldBe(4, await output);
        (await output).ShouldContain("\"rejected\"");
        peak.ShouldBeInRange(1, 300_000_000);
        TestContext.Current.SendDiagnosticMessage($"peak {peak / 1_000_000} MB");
    }

    Task<Ran> ImportAsync(string name, byte[] content)
    {
        var file = Path.Combine(_work, name);
        File.WriteAllBytes(file, content);
        return ImportAsync(CultureInfo.GetCultureInfo("en"), ["import", "orders", file, "--json"]);
    }

    async Task<Ran> ImportAsync(CultureInfo culture, string[] args)
    {
        CultureInfo.CurrentUICulture = culture;
        return await installation.RunAsync(args);
    }

    static byte[] Hostile(string what) => what switch
    {
        "far cell" => Workbook("", ["<row r=\"2\"><c r=\"XFD2\" t=\"inlineStr\"><is><t>far</t></is></c></row>"]),
        "far row" => Workbook("", ["<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>"]),
        "two million rows" => Workbook("", Enumerable.Range(2, 2_000_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"><v>1</v></c></row>")),
        "zip bomb" => Workbook(new string(' ', 60_000_000), []),
        "document type with entities" => Workbook("", ["<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&e9;</t></is></c></row>"],
            "<!DOCTYPE worksheet [<!ENTITY e0 \"ha\">" + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY e{i} \"{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}\">")) + "]>"),
        "external entity" => Workbook("", ["<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&x;</t></is></c></row>"], "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
        "polyglot of a program" => [.. "MZ"u8, .. new byte[500], .. Workbook("", [])],
        "zip that is no workbook" => Zip(("hello.txt", ["hello"])),
        _ => [0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[2000]],
    };

    static byte[] Workbook(string padding, IEnumerable<string> rows, string documentType = "") => Zip(
        ("[Content_Types].xml", ["""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""]),
        ("_rels/.rels", ["""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""]),
        ("xl/workbook.xml", ["""<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"""]),
        ("xl/_rels/workbook.xml.rels", ["""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""]),
        ("xl/worksheets/sheet1.xml", [$"""<?xml version="1.0"?>{documentType}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>order_no</t></is></c><c r="B1" t="inlineStr"><is><t>received_at</t></is></c></row>""", padding, .. rows, "</sheetData></worksheet>"]));

    static byte[] Zip(params (string Name, IEnumerable<string> Content)[] entries)
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Optimal).Open());
                foreach (var part in content) writer.Write(part);
            }
        return target.ToArray();
    }
}

file static class Refusals
{
    public static void ShouldBeRefused(this Ran ran, string because)
    {
        ran.Exit.ShouldBe(3, ran.Out + ran.Error);
        ran.Error.ShouldContain(because);
    }
}
