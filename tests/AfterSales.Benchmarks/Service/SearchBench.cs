using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Benchmarks.Service;

/// <summary>The search box among as many customers as the bar says, all kinds together as the page asks them; on PostgreSQL too where <c>AFTERSALES_TEST_POSTGRES</c> names one.</summary>
internal sealed class SearchBench : IBench
{
    const int Room = 6, Questions = 150, Chunk = 5_000;
    static readonly string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    static readonly string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲芬燕彬鹏浩凯宇波斌辉建国文志海峰云飞雪梅兰洁琳晨欣怡思佳子轩";

    public int Order => 35;

    public async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run)
    {
        var customers = run.Full ? 1_000_000 : 50_000;
        List<Figure> figures = [.. await OnAsync(run, "SQLite", run.In("search"), customers)];
        if (await run.PostgresFolderAsync("search_bench") is { } folder) figures.AddRange(await OnAsync(run, "PostgreSQL", folder, customers));
        return figures;
    }

    static async Task<IReadOnlyList<Figure>> OnAsync(BenchRun run, string database, string folder, int customers)
    {
        await using var services = AfterSalesHost.BuildServices(new DataFolder(Directory.CreateDirectory(folder).FullName), run.Time);
        await services.GetRequiredService<DatabaseUpgrade>().RunAsync(CancellationToken.None);
        var began = Stopwatch.GetTimestamp();
        await FillAsync(services, run.Time, customers);
        var filled = Stopwatch.GetElapsedTime(began);
        var random = new Random(7);
        List<(string Way, double P95)> ways = [];
        List<double> all = [];
        foreach (var (way, question) in Ways(customers, random))
        {
            for (var i = 0; i < 10; i++) await AskAsync(services, question());
            List<double> took = [];
            for (var i = 0; i < Questions; i++)
            {
                var typed = question();
                var start = Stopwatch.GetTimestamp();
                await AskAsync(services, typed);
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            all.AddRange(took);
            ways.Add((way, P95(took)));
        }
        var duplicates = Stopwatch.GetTimestamp();
        await using (var scope = services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<FindDuplicates>().ReadAsync(50, CancellationToken.None);
        var proposed = Stopwatch.GetElapsedTime(duplicates);
        return
        [
            new($"{database}, {customers:N0} customers: search, all ways", $"p95 {P95(all):N1} ms", "p95 <= 50 ms", P95(all) <= 50),
            .. ways.Select(w => new Figure($"{database}: search by {w.Way}", $"p95 {w.P95:N1} ms", "p95 <= 50 ms", w.P95 <= 50)),
            new($"{database}: proposing duplicates", $"{proposed.TotalMilliseconds:N0} ms", "-", null),
            new($"{database}: customers, appliances and orders stored for this", $"{customers / filled.TotalSeconds:N0} customers/s", "-", null),
        ];
    }

    static double P95(List<double> took) => took.Order().ElementAt((int)(took.Count * 0.95));

    static async Task AskAsync(IServiceProvider services, string typed)
    {
        await using var scope = services.CreateAsyncScope();
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Administrator), new Claim(ClaimTypes.NameIdentifier, "1")], "bench"));
        foreach (var source in scope.ServiceProvider.GetServices<ISearchSource>()) await source.FindAsync(typed, user, Room, CancellationToken.None);
    }

    static IEnumerable<(string Way, Func<string> Question)> Ways(int customers, Random random)
    {
        int Any() => random.Next(customers);
        yield return ("whole phone", () => Phone(Any()));
        yield return ("last four digits", () => Phone(Any())[^4..]);
        yield return ("last eight digits", () => Phone(Any())[^8..]);
        yield return ("first seven digits", () => Phone(Any())[..7]);
        yield return ("serial number", () => Serial(Any()));
        yield return ("order number", () => Number(random.Next(Orders(customers))));
        yield return ("whole name", () => Name(Any()));
        yield return ("surname", () => Name(Any())[..1]);
        yield return ("part of a name", () => Name(Any())[1..]);
        yield return ("full pinyin", () => Pinyin.Full(Name(Any())));
        yield return ("initials", () => Pinyin.Initials(Name(Any())));
        yield return ("two initials", () => Pinyin.Initials(Name(Any()))[..2]);
        yield return ("what nobody has", () => "zzqqxx" + random.Next(100).ToString(CultureInfo.InvariantCulture));
    }

    static int Orders(int customers) => customers / 4;
    static string Name(int n) => n % 5 == 0 ? $"{Surnames[n % Surnames.Length]}{Given[n / 100 % Given.Length]}" : $"{Surnames[n % Surnames.Length]}{Given[n / 100 % Given.Length]}{Given[n / 7 % Given.Length]}";
    static string Phone(int n) => string.Create(CultureInfo.InvariantCulture, $"1{3 + n % 7}{(n * 48_271L + 11) % 1_000_000_000L:D9}");
    static string Serial(int n) => string.Create(CultureInfo.InvariantCulture, $"SN{n:D9}");
    static string Number(int n) => string.Create(CultureInfo.InvariantCulture, $"B-{n:D8}");

    static async Task FillAsync(IServiceProvider services, TimeProvider time, int customers)
    {
        var now = time.Now();
        var rules = services.GetRequiredService<OrderRulebook>().InForceAt(now);
        for (var first = 0; first < customers; first += Chunk)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
            await using var write = await db.BeginWriteAsync();
            var some = Enumerable.Range(first, Math.Min(Chunk, customers - first)).ToList();
            var people = some.Select(n => Customer.Register(Name(n), Phone(n), $"文{"一二三四五六七八九"[n % 9]}路{n % 900 + 1}号{n % 30 + 1}幢{n % 12 + 1}01室", "330106", now)).ToList();
            await db.InsertAsync(people, CancellationToken.None);
            var appliances = some.Select((n, i) => Appliance.Register(people[i].Id, null, Serial(n), people[i].Address, null, now)).ToList();
            await db.InsertAsync(appliances, CancellationToken.None);
            await db.InsertAsync([.. some.Where(n => n % 4 == 0).Select(n => ServiceOrder.Receive(new Intake
            {
                Number = Number(n / 4), ReceivedAt = now, Kind = OrderKind.Repair, Channel = OrderChannel.Phone, CustomerId = people[n - first].Id, ApplianceId = appliances[n - first].Id,
                ContactName = people[n - first].Name, ContactPhone = Phone(n), Address = people[n - first].Address,
            }, rules, Actor.System))], CancellationToken.None);
            await db.SaveChangesAsync();
            await write.CommitAsync();
        }
        await using var last = services.CreateAsyncScope();
        if (last.ServiceProvider.GetRequiredService<ServiceDbContext>() is PostgresServiceDbContext postgres) await postgres.Database.ExecuteSqlRawAsync("ANALYZE");
    }
}
