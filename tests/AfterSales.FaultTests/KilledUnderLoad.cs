using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Parts;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using AfterSales.Staff.Contracts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace AfterSales.FaultTests;

/// <summary>
/// The server is killed again and again while eight technicians enter parts and photos, two dispatchers receive orders, a table is imported and the warehouse is loaded. Whatever somebody
/// got a success answer for is written down here, outside that process, and looked for after the next start.
/// </summary>
public sealed class KilledUnderLoad(InstallationOfToday installation) : IClassFixture<InstallationOfToday>, IDisposable
{
    const int Technicians = 8, Dispatchers = 2, RowsOfATable = 60, OnTheVan = 900, CyclesOfAVisit = 5;
    const string Password = "correct horse battery 42";
    static readonly int Cycles = Figures.Of(4, 200);

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    readonly ConcurrentDictionary<string, string> _orders = [];
    readonly ConcurrentBag<Guid> _parts = [], _photos = [];
    readonly List<(string File, bool Done)> _tables = [];
    readonly List<double> _ready = [];
    readonly byte[] _picture = Picture();
    readonly string _work = Directory.CreateTempSubdirectory("aftersales-killed-").FullName;
    int _asked, _loads;

    public void Dispose() => Directory.Delete(_work, recursive: true);

    [Fact]
    public async Task loses_no_acknowledged_act_and_leaves_none_half_done()
    {
        var visits = await PrepareAsync();
        await installation.StopAsync();
        SqliteConnection.ClearAllPools();
        var port = FreePort();
        var people = await SignInAsync(port);
        var random = new Random(Cycles);
        for (var cycle = 0; cycle < Cycles; cycle++)
            await CycleAsync(port, people, visits, cycle, random.Next(5, 80), random.Next(0, 60));

        using (var executable = new Executable()) (await VerbAsync(executable, "check", "--json")).ShouldSucceed(); // the final word on whole numbers, references, checksums and the warehouse
        await LedgerShouldHoldAsync();
        await TablesShouldGoInOnceAsync();
        Figures.Record("1 killed under load", "kill -9 at a random moment while 8 technicians (parts, photos), 2 dispatchers (new orders), one import and warehouse loads are at work; then start, compare with the ledger kept outside, integrity_check, numbers, van counts",
            $"{Cycles} cycles; {_orders.Count} orders, {_parts.Count} parts, {_photos.Count} photos, {_tables.Count(t => t.Done)} of {_tables.Count} imports acknowledged, {_loads} loads asked for",
            $"none lost, none half done, none twice; ready in p50 {Figures.Quantile(_ready, 0.5):0.0} s, most {_ready.Max():0.0} s");
        _orders.Count.ShouldBeGreaterThan(Cycles / 2);
        _parts.Count.ShouldBeGreaterThan(Cycles);
        _photos.ShouldNotBeEmpty();
    }

    async Task CycleAsync(int port, List<Visitor> people, string[,] visits, int cycle, int acts, int pause)
    {
        using var executable = new Executable();
        var started = Stopwatch.GetTimestamp();
        using var server = (await executable.ServeAsync(installation.Folder.Root, port)).Process;
        using (var ready = await people[0].Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Stop)) ready.StatusCode.ShouldBe(HttpStatusCode.OK);
        _ready.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        await LedgerShouldHoldAsync();

        var enough = _parts.Count + _photos.Count + _orders.Count + acts;
        var table = Table(cycle);
        using var import = executable.Start("import", "orders", table, "--json", "--data", installation.Folder.Root);
        var told = import.StandardOutput.ReadToEndAsync(Stop);
        _ = import.StandardError.ReadToEndAsync(Stop);
        List<Task> work = [];
        for (var i = 0; i < Technicians; i++)
        {
            var (who, number) = (people[i], visits[i, cycle / CyclesOfAVisit]);
            work.Add(Task.Run(() => VisitAsync(who, number), Stop));
        }
        for (var i = 0; i < Dispatchers; i++)
        {
            var who = people[Technicians + i];
            work.Add(Task.Run(() => ReceiveAsync(who), Stop));
        }
        work.Add(Task.Run(() => LoadAsync(people[^1]), Stop));
        while (_parts.Count + _photos.Count + _orders.Count < enough && work.Exists(w => !w.IsCompleted)) await Task.Delay(2, Stop);
        await Task.Delay(pause, Stop);
        server.Kill();
        await server.WaitForExitAsync(Stop);
        foreach (var one in work)
            try { await one; }
            catch (Exception gone) when (gone is HttpRequestException or IOException or System.Net.Sockets.SocketException) { } // the server is; any answer that is no success is a failure
        await import.WaitForExitAsync(Stop);
        _tables.Add((table, import.ExitCode == 0));
        if (import.ExitCode == 0) (await told).ShouldContain("\"accepted\"");
    }

    /// <summary>A technician on site: a part with a serial number of its own again and again, now and then a photo.</summary>
    async Task VisitAsync(Visitor technician, string number)
    {
        var answer = await technician.Http.GetStringAsync(new Uri("/Service/Visits/MyDay?handler=Token", UriKind.Relative), Stop);
        var token = System.Text.Json.JsonDocument.Parse(answer).RootElement.GetProperty("token").GetString()!;
        for (var i = 1; ; i++)
        {
            var entry = Guid.CreateVersion7();
            var isPhoto = i % 3 == 2;
            using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(entry.ToString()), "EntryId" } };
            if (isPhoto)
            {
                content.Add(new StringContent("other"), "Shot");
                content.Add(new ByteArrayContent([.. _picture, .. entry.ToByteArray()]) { Headers = { ContentType = new("image/jpeg") } }, "Picture", "p.jpg");
            }
            else
            {
                content.Add(new StringContent("DJ-01"), "Part");
                content.Add(new StringContent("1"), "Quantity");
                content.Add(new StringContent(entry.ToString("N")), "NewSerial");
            }
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/Service/Visits/{(isPhoto ? "AddPhoto" : "UsePart")}/{number}") { Content = content };
            request.Headers.Add("X-Queue", "1");
            using var done = await technician.Http.SendAsync(request, Stop);
            done.StatusCode.ShouldBe(HttpStatusCode.OK, await done.Content.ReadAsStringAsync(Stop));
            (isPhoto ? _photos : _parts).Add(entry);
        }
    }

    async Task ReceiveAsync(Visitor dispatcher)
    {
        var form = (await dispatcher.OpenAsync("/Service/Requests/Receive")).ShouldBeOk();
        while (true)
        {
            var phone = string.Create(CultureInfo.InvariantCulture, $"136{Interlocked.Increment(ref _asked):00000000}");
            using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", form.Find("form[method=post] input[name=__RequestVerificationToken]").GetAttribute("value")!), new("Input.PublicId", Guid.CreateVersion7().ToString()),
                new("Input.Phone", phone), new("Input.Name", "客户" + phone), new("Input.Address", "长江路 " + phone), new("Input.Kind", "Repair"), new("Input.Channel", "Phone"), new("Input.Description", "不出热水")]);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/Service/Requests/Receive") { Content = content, Headers = { { "Sec-Fetch-Site", "same-origin" } } };
            using var done = await dispatcher.Http.SendAsync(request, Stop);
            done.StatusCode.ShouldBe(HttpStatusCode.Found, await done.Content.ReadAsStringAsync(Stop));
            _orders[done.Headers.Location!.ToString().Split('/')[^1]] = phone;
        }
    }

    async Task LoadAsync(Visitor administrator)
    {
        var page = (await administrator.OpenAsync("/Operations/Jobs")).ShouldBeOk();
        while (true)
        {
            (await administrator.SubmitAsync(page, [], with: "button[value='reporting.load-warehouse']")).ShouldBeOk();
            Interlocked.Increment(ref _loads);
            await Task.Delay(300, Stop);
        }
    }

    /// <summary>What was acknowledged is there, whole and once; what was not is there whole or not at all.</summary>
    async Task LedgerShouldHoldAsync()
    {
        await using var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = installation.Folder.Database, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 30 }.ToString());
        await db.OpenAsync(Stop);
        (await ReadAsync(db, "SELECT integrity_check FROM pragma_integrity_check")).ShouldBe(["ok"]);
        var orders = (await ReadAsync(db, "SELECT number || '=' || coalesce(contact_phone, '') FROM service_orders")).ToHashSet();
        _orders.Select(o => $"{o.Key}={o.Value}").Where(o => !orders.Contains(o)).ShouldBeEmpty("orders that a dispatcher was shown");
        (await ReadAsync(db, "SELECT number FROM service_orders o WHERE NOT EXISTS (SELECT 1 FROM service_order_events e WHERE e.order_id = o.id)")).ShouldBeEmpty("an order without its act");
        (await ReadAsync(db, "SELECT s.last - (SELECT count(*) FROM service_orders o WHERE NOT o.imported AND o.number LIKE 'SO-' || s.year || '-%') FROM service_number_series s WHERE s.series = 'SO'")).ShouldAllBe(gap => gap == "0");
        var parts = await ReadAsync(db, "SELECT new_serial FROM service_visit_parts");
        parts.ShouldBeUnique();
        _parts.Select(p => p.ToString("N")).Except(parts).ShouldBeEmpty("parts whose entry was answered");
        var sent = (await ReadAsync(db, "SELECT lower(hex(client_id)) || '=' || act FROM service_sent_entries WHERE act IN ('UsePart', 'AddPhoto')"));
        sent.Count(s => s.EndsWith("=UsePart", StringComparison.Ordinal)).ShouldBe(parts.Count, "a part and its entry come in one transaction");
        (await ReadAsync(db, "SELECT count(*) FROM service_visit_photos"))[0].ShouldBe(sent.Count(s => s.EndsWith("=AddPhoto", StringComparison.Ordinal)).ToString(CultureInfo.InvariantCulture));
        var entries = sent.Select(s => s.Split('=')[0]).ToHashSet();
        _photos.Concat(_parts).Where(e => !entries.Contains(Convert.ToHexStringLower(e.ToByteArray(bigEndian: true)))).ShouldBeEmpty("entries that were answered");
        (await ReadAsync(db, $"SELECT technician_id FROM service_van_stock s WHERE {OnTheVan} - s.count <> (SELECT count(*) FROM service_visit_parts p JOIN service_visits v ON v.id = p.visit_id WHERE v.technician_id = s.technician_id)")).ShouldBeEmpty("a part and the van's count come in one transaction");
    }

    /// <summary>Tables whose import was cut short are imported again: every row is there once.</summary>
    async Task TablesShouldGoInOnceAsync()
    {
        using var executable = new Executable();
        foreach (var (file, done) in _tables)
        {
            var again = (await VerbAsync(executable, "import", "orders", file, "--json")).ShouldSucceed().Json;
            (again.GetProperty("accepted").GetInt32() + again.GetProperty("unchanged").GetInt32()).ShouldBe(RowsOfATable);
            if (done) again.GetProperty("unchanged").GetInt32().ShouldBe(RowsOfATable, "the import had said that all rows are in");
        }
        await using var db = new SqliteConnection($"Data Source={installation.Folder.Database};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync(Stop);
        (await ReadAsync(db, "SELECT count(*) FROM service_orders WHERE imported"))[0].ShouldBe((_tables.Count * RowsOfATable).ToString(CultureInfo.InvariantCulture));
    }

    static async Task<List<string>> ReadAsync(SqliteConnection db, string sql)
    {
        await using var command = db.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Stop);
        List<string> rows = [];
        while (await reader.ReadAsync(Stop)) rows.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        return rows;
    }

    async Task<Ran> VerbAsync(Executable executable, params string[] args)
    {
        using var process = executable.Start([.. args, "--data", installation.Folder.Root]);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        return new Ran(process.ExitCode, await output, await error);
    }

    string Table(int cycle)
    {
        var file = Path.Combine(_work, $"table-{cycle}.csv");
        File.WriteAllLines(file, Enumerable.Range(0, RowsOfATable).Select(i => string.Create(CultureInfo.InvariantCulture, $"KT{cycle}-{i},2026-03-02T08:{i:00}:00,2026-03-02T10:00:00,2026-03-03T09:00:00,王{i},135{cycle:000}{i:00000}")).Prepend("order_no,received_at,responded_at,completed_at,customer_name,phone"));
        return file;
    }

    /// <summary>Eight technicians with certificates, vans and visits under way; gives the numbers of their orders, by technician and group of cycles.</summary>
    async Task<string[,]> PrepareAsync()
    {
        var now = installation.Now;
        var day = DateOnly.FromDateTime(now);
        for (var i = 0; i < Technicians; i++) (await installation.RunAsync(["user", "add", $"tech-{i}", "--role", Roles.Technician, "--password-stdin"], Password)).ShouldSucceed();
        for (var i = 0; i < Dispatchers; i++) (await installation.RunAsync(["user", "add", $"desk-{i}", "--role", Roles.Dispatcher, "--password-stdin"], Password)).ShouldSucceed();
        (await installation.RunAsync(["user", "add", "chief", "--role", Roles.Administrator, "--password-stdin"], Password)).ShouldSucceed();
        var numbers = new string[Technicians, (Cycles - 1) / CyclesOfAVisit + 1];
        await installation.WithAsync<IRegisterCertificates>(register => register.RegisterAsync(
            [.. Enumerable.Range(0, Technicians).Select(i => new CertificateFacts($"K-{i}", $"tech-{i}", $"tech-{i}", "brand", "晨光", ["electric_storage"], null, day.AddYears(-1), day.AddYears(1)))], Stop));
        await installation.WithAsync<IServiceProvider>(async services =>
        {
            var db = services.GetRequiredService<ServiceDbContext>();
            var model = ProductModel.Register("M-KILL", "型号", ProductType.ElectricStorage);
            db.Add(model);
            for (var i = 0; i < Technicians; i++) db.Add(new Technician { Code = $"tech-{i}", Name = $"李强{i}" });
            await db.SaveChangesAsync(Stop);
            db.Add(CheckList.First(model.Id, now.AddDays(-30), CheckItem.Of("OUT", "出水温度", "Outlet temperature", "°C", 38, 75)));
            db.Add(ModelPart.List(model.Id, "DJ-01", "加热管", "Element", "690100", false));
            var technicians = await db.Set<Technician>().OrderBy(t => t.Code).ToListAsync(Stop);
            foreach (var technician in technicians) db.Add(VanStock.Open(technician.Id, "DJ-01", "加热管", OnTheVan, 1, now, AfterSales.Kernel.Actor.System));
            await db.SaveChangesAsync(Stop);
            for (var i = 0; i < Technicians; i++)
                for (var group = 0; group < numbers.GetLength(1); group++)
                {
                    var number = await services.GetRequiredService<ReceiveOrder>().RunAsync(new ReceiveOrder.Request(null, null, "方正", $"137{i:0000}{group:0000}", $"文七路 {i}-{group}", OrderKind.Repair, OrderChannel.Phone, "M-KILL", null, null, null, null, null, null, false), AfterSales.Kernel.Actor.System, Stop);
                    var order = await db.Set<ServiceOrder>().OneAsync(number, Stop);
                    order.Respond(now, now.AddMinutes(10), now.AddHours(4), "约好", services.GetRequiredService<OrderRulebook>().KeptBy(order), AfterSales.Kernel.Actor.System);
                    order.Assign(technicians[i], await services.GetRequiredService<Candidates>().ClearAsync(order, technicians[i], now, Stop), now, AfterSales.Kernel.Actor.System);
                    await db.SaveChangesAsync(Stop);
                    numbers[i, group] = number;
                }
        });
        for (var i = 0; i < Technicians; i++)
        {
            using var technician = await installation.SignInAsync($"tech-{i}", Password);
            for (var group = 0; group < numbers.GetLength(1); group++)
                (await technician.SubmitAsync($"/Service/Visits/Arrive/{numbers[i, group]}", [], with: $"[action='/Service/Visits/Arrive/{numbers[i, group]}']")).ShouldBeOk();
        }
        return numbers;
    }

    /// <summary>Once for all cycles: browsers keep their cookies while the server comes and goes on one port.</summary>
    async Task<List<Visitor>> SignInAsync(int port)
    {
        using var executable = new Executable();
        var (server, address) = await executable.ServeAsync(installation.Folder.Root, port);
        using var ended = server;
        List<Visitor> people = [];
        foreach (var name in (string[])[.. Enumerable.Range(0, Technicians).Select(i => $"tech-{i}"), .. Enumerable.Range(0, Dispatchers).Select(i => $"desk-{i}"), "chief"])
            people.Add(await Installation.SignInAsync(new Visitor(address, "en"), name, Password));
        server.Kill();
        await server.WaitForExitAsync(Stop);
        return people;
    }

    static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    static byte[] Picture()
    {
        using var bitmap = new SKBitmap(320, 240);
        using (var canvas = new SKCanvas(bitmap)) canvas.Clear(SKColors.SteelBlue);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 80);
        return data.ToArray();
    }
}
