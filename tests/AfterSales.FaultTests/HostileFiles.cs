using System.Globalization;
using System.IO.Compression;
using System.Text;
using AfterSales.IntegrationTests.Fixtures;

namespace AfterSales.FaultTests;

/// <summary>Files that somebody made to do harm, given to the real executable: refused in words before they cost anything. Work and memory are those of that process.</summary>
public sealed class HostileFiles : IDisposable
{
    const long MostBytes = 300_000_000;
    static readonly int Files = Figures.Of(12, 60);
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    readonly Executable _executable = new();

    public void Dispose() => _executable.Dispose();

    [Fact]
    public async Task are_refused_before_they_cost_anything()
    {
        var plain = Path.Combine(_executable.Folder, "plain.csv");
        await File.WriteAllTextAsync(plain, "a,b\n1,2\n", Stop);
        (await _executable.RunAsync(["import", "orders", plain, "--dry-run"])).Exit.ShouldBe(3); // makes the database
        var (_, ofNothing, _) = await MeasuredAsync(plain);
        List<(string What, double Seconds, long Bytes)> costs = [];
        for (var i = 0; i < Files; i++)
        {
            var (what, content) = Hostile(i);
            var file = Path.Combine(_executable.Folder, $"hostile-{i}{(content.AsSpan().StartsWith("PK"u8) ? ".xlsx" : ".csv")}");
            await File.WriteAllBytesAsync(file, content, Stop);
            var (ran, seconds, bytes) = await MeasuredAsync(file);
            ran.Exit.ShouldBeOneOf([0, 3, 4], $"{what}: {ran.Out} {ran.Error}");
            if (ran.Exit != 3) ran.Json.GetProperty("accepted").GetInt32().ShouldBe(0, what);
            ran.Error.ShouldNotContain("   at ", Case.Sensitive, what);
            (ran.Out + ran.Error).ShouldNotContain("root:", Case.Sensitive, what);
            bytes.ShouldBeLessThan(MostBytes, what);
            costs.Add((what, seconds - ofNothing, bytes));
            File.Delete(file);
        }
        var (dear, large) = (costs.MaxBy(c => c.Seconds), costs.MaxBy(c => c.Bytes));
        Figures.Record("9 hostile files", "far cells and rows, two million rows, bombs, document types, references to files, nesting, programs, pictures, endless cells and lines, foreign formats, as a table to import, in a process of its own", $"{Files} files",
            string.Create(CultureInfo.InvariantCulture, $"all refused in words; most work {dear.Seconds:0.0} s beyond that for a plain refusal ({dear.What}), most memory {large.Bytes / 1_000_000} MB ({large.What}); {costs.Count(c => c.Seconds < 2)} of {costs.Count} under 2 s"));
    }

    /// <summary>Runs the import and looks at what it costs until it ends: seconds of processor time, bytes at most in memory.</summary>
    async Task<(Ran Ran, double Seconds, long Bytes)> MeasuredAsync(string file)
    {
        using var process = _executable.Start("import", "orders", file, "--dry-run", "--json", "--data", _executable.Data);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        var (seconds, bytes) = (0.0, 0L);
        while (!process.HasExited)
        {
            try
            {
                if (OperatingSystem.IsLinux())
                {
                    var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
                    if (line is not null) bytes = Math.Max(bytes, long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024);
                }
                seconds = Math.Max(seconds, process.TotalProcessorTime.TotalSeconds);
            }
            catch (Exception gone) when (gone is IOException or InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                break; // it ended while we looked
            }
            await Task.Delay(10, Stop);
        }
        await process.WaitForExitAsync(Stop);
        return (new Ran(process.ExitCode, await output, await error), seconds, bytes);
    }

    static (string What, byte[] Content) Hostile(int i)
    {
        var more = i / 20 + 1; // each kind comes in three sizes
        return (i % 20) switch
        {
            0 => ("far cell", Workbook("", [$"<row r=\"2\"><c r=\"{(more == 1 ? "XFD" : more == 2 ? "ZZZZZZ" : "IW")}2\" t=\"inlineStr\"><is><t>far</t></is></c></row>"])),
            1 => ("nested elements", Workbook("", ["<row r=\"2\"><c r=\"A2\" t=\"inlineStr\">", .. Enumerable.Repeat("<is><r>", 30_000 * more), .. Enumerable.Repeat("</r></is>", 30_000 * more), "</c></row>"])),
            2 => ("two million rows", Workbook("", Enumerable.Range(2, 2_000_000).Select(r => $"<row r=\"{r}\"><c r=\"A{r}\"><v>1</v></c></row>"))),
            3 => ("zip bomb", Workbook(new string(' ', 60_000_000 * more), [])),
            4 => ("entities", Workbook("", ["<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&e9;</t></is></c></row>"], "<!DOCTYPE worksheet [<!ENTITY e0 \"ha\">" + string.Concat(Enumerable.Range(1, 9).Select(n => $"<!ENTITY e{n} \"{string.Concat(Enumerable.Repeat($"&e{n - 1};", 10))}\">")) + "]>")),
            5 => ("external entity", Workbook("", ["<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&x;</t></is></c></row>"], $"<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/{(more == 1 ? "passwd" : more == 2 ? "group" : "shadow")}\">]>")),
            6 => ("program and workbook", [.. "MZ"u8, .. new byte[500 * more], .. Workbook("", [])]),
            7 => ("zip that is no workbook", Zip(("hello.txt", [new string('h', 1000 * more)]))),
            8 => ("picture", [0x89, .. "PNG\r\n\u001a\n"u8, .. new byte[2_000_000 * more]]),
            9 => ("line without an end", Encoding.UTF8.GetBytes("order_no,received_at,comment\nA,2026-01-05T08:00:00," + new string('x', 10_000_000 * more))),
            10 => ("quote never closed", Encoding.UTF8.GetBytes("order_no,received_at,comment\nA,2026-01-05,\"" + string.Concat(Enumerable.Repeat("b,c\n", 2_000_000 * more)))),
            11 => ("a hundred thousand columns", Encoding.UTF8.GetBytes("order_no,received_at" + string.Concat(Enumerable.Range(0, 100_000 * more).Select(c => ",c" + c)) + "\n")),
            12 => ("zeros", new byte[20_000_000 * more]),
            13 => ("gzip", [0x1f, 0x8b, 8, .. new byte[1_000_000 * more]]),
            14 => ("page of HTML", Encoding.UTF8.GetBytes("<!doctype html><script>" + new string('a', 500_000 * more) + "</script>")),
            15 => ("PDF", Encoding.UTF8.GetBytes("%PDF-1.7\n" + new string('[', 1_000_000 * more))),
            16 => ("far row", Workbook("", [$"<row r=\"{1_048_576 + more}\"><c r=\"A{1_048_576 + more}\"><v>1</v></c></row>"])),
            17 => ("sheet without a part", Zip(("[Content_Types].xml", ["<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"]), ("xl/workbook.xml", ["<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets><sheet name=\"S\" sheetId=\"1\"/></sheets></workbook>"]))),
            18 => ("half surrogates", Encoding.Unicode.GetBytes("\ufefforder_no,received_at\n" + string.Concat(Enumerable.Repeat("\ud800,\udc00\n", 50_000 * more)))),
            _ => ("endless text of a cell", Workbook("", ["<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>", .. Enumerable.Range(0, 200_000 * more).Select(n => n.ToString("x8", CultureInfo.InvariantCulture)), "</t></is></c></row>"])),
        };
    }

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
