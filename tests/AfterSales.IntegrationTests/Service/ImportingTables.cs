using System.Text.Json;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Fees;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using AfterSales.Service.Visits;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Service;

/// <summary>Customers, appliances, models and prices of another system: good rows in exactly once, bad ones named by line, column and reason.</summary>
public sealed class ImportingTables(Installation installation) : IClassFixture<Installation>
{
    static int _files;

    async Task<JsonElement> ImportAsync(string kind, string table, params string[] more)
    {
        var file = Path.Combine(installation.Folder.Root, $"{kind}-{Interlocked.Increment(ref _files)}.csv");
        await File.WriteAllTextAsync(file, table);
        var ran = await installation.RunAsync(["import", kind, file, "--json", .. more]);
        return ran.Out.Length > 0 ? JsonDocument.Parse(ran.Out).RootElement : throw new ShouldAssertException(ran.Error);
    }

    static (int Read, int Accepted, int Updated, int Unchanged, int Rejected) Counts(JsonElement said) =>
        (said.GetProperty("read").GetInt32(), said.GetProperty("accepted").GetInt32(), said.GetProperty("updated").GetInt32(), said.GetProperty("unchanged").GetInt32(), said.GetProperty("rejected").GetInt32());

    static (int Line, string Column)[] Rejects(JsonElement said) => [.. said.GetProperty("rejects").EnumerateArray().Select(r => (r.GetProperty("line").GetInt32(), r.GetProperty("column").GetString()!))];

    [Fact]
    public async Task customers_are_known_by_phone_and_name_and_get_what_is_new()
    {
        const string Table = "客户姓名,电话,phone_2,地址,地区,consented_on\n王一,13811110001,,人民路 1 号,320508,2025-03-01\n王二,,,人民路 2 号,,\n王三,138111100031,,人民路 3 号,,\n,13811110004,,,,\n王五,,,,,\n王六,13811110006,,,,2031-01-01\n";
        var first = await ImportAsync("customers", Table);
        Counts(first).ShouldBe((6, 2, 0, 0, 4));
        Rejects(first).ShouldBe([(4, "phone"), (5, "customer_name"), (6, "phone"), (7, "consented_on")]);
        Counts(await ImportAsync("customers", Table)).ShouldBe((6, 0, 0, 2, 4));
        Counts(await ImportAsync("customers", "customer_name,phone,phone_2\n王一,138-1111-0001,051266668888\n")).ShouldBe((1, 0, 1, 0, 0));
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            var customer = await db.Set<Customer>().Include(c => c.Phones).Include(c => c.Addresses).AsSplitQuery().SingleAsync(c => c.Name == "王一");
            customer.Phones.Select(p => p.Number).Order().ShouldBe(["051266668888", "13811110001"]);
            (customer.Region, customer.HasConsent, customer.Addresses.Count).ShouldBe(("320508", true, 1));
        });
    }

    [Fact]
    public async Task nothing_is_stored_by_a_dry_run()
    {
        var before = await Fingerprint.SettledAsync(installation);
        Counts(await ImportAsync("customers", "customer_name,phone\n干跑,13811119999\n", "--dry-run")).ShouldBe((1, 1, 0, 0, 0));
        (await Fingerprint.OfAsync(installation.Services)).ShouldBe(before);
    }

    [Fact]
    public async Task appliances_are_known_by_serial_number_and_bring_owner_model_and_dates()
    {
        const string Table = "serial_no,model,customer_name,phone,address,purchase_date,installed_on,produced_on\nSN-I-1,JSQ-I,李一,13822220001,文一路 1 号,2024-02-29,2024-03-02,2023-12-01\nSN-I-2,JSQ-I,李一,13822220001,文一路 1 号,2024-05-01,2024-04-01,\nSN-I-3,JSQ-I,,,,2024-02-30,,\n,JSQ-I,,,,,,\n";
        var first = await ImportAsync("appliances", Table);
        Counts(first).ShouldBe((4, 1, 0, 0, 3));
        Rejects(first).ShouldBe([(3, "installed_on"), (4, "purchase_date"), (5, "serial_no")]);
        Counts(await ImportAsync("appliances", Table)).ShouldBe((4, 0, 0, 1, 3));
        Counts(await ImportAsync("appliances", "serial_no,address\nSN-I-1,文一路 9 号\n")).ShouldBe((1, 0, 1, 0, 0));
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            var unit = await db.Set<Appliance>().SingleAsync(a => a.Serial == "SN-I-1");
            (unit.Address, unit.PurchasedOn, unit.InstalledOn, unit.ProducedOn).ShouldBe(("文一路 9 号", new DateOnly(2024, 2, 29), new DateOnly(2024, 3, 2), new DateOnly(2023, 12, 1)));
            (await db.Set<Customer>().Where(c => c.Id == unit.CustomerId).Select(c => c.Name).SingleAsync()).ShouldBe("李一");
            (await db.Set<Customer>().CountAsync(c => c.Name == "李一")).ShouldBe(1);
            (await db.Set<ProductModel>().CountAsync(m => m.Code == "JSQ-I")).ShouldBe(1);
        });
    }

    [Fact]
    public async Task models_bring_fault_codes_and_parts()
    {
        const string Table = "model,model_name,type,capacity,fault_code,fault_meaning,complexity,safety,part_no,part_name,part_due_back,part_name_en\nJSQ-M,晨光 16 升,gas_instantaneous,16 L/min,E1,点火失败,general,no,IGN,点火针,no,Igniter\nJSQ-M,晨光 16 升,gas_instantaneous,16 L/min,E9,一氧化碳超标,complex,yes,CTRL,控制板,yes,\nJSQ-M,,steam,,,,,,,,,\nJSQ-M,,,,,,,,X1,,,\n";
        var first = await ImportAsync("models", Table);
        Counts(first).ShouldBe((4, 1, 1, 0, 2));
        Rejects(first).ShouldBe([(4, "type"), (5, "part_name")]);
        Counts(await ImportAsync("models", Table)).ShouldBe((4, 0, 0, 2, 2));
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            var model = await db.Set<ProductModel>().Include(m => m.FaultCodes).SingleAsync(m => m.Code == "JSQ-M");
            (model.Name, model.Type, model.Capacity).ShouldBe(("晨光 16 升", ProductType.GasInstantaneous, "16 L/min"));
            model.FaultCodes.OrderBy(f => f.Code).Select(f => (f.Code, f.Complexity, f.IsSafety)).ShouldBe([("E1", Complexity.General, false), ("E9", Complexity.Complex, true)]);
            (await db.Set<ModelPart>().Where(p => p.ModelId == model.Id).OrderBy(p => p.Number).Select(p => p.Number + " " + p.NameZh + " " + p.NameEn).ToListAsync()).ShouldBe(["CTRL 控制板 ", "IGN 点火针 Igniter"]);
        });
    }

    [Fact]
    public async Task a_price_list_becomes_a_draft_once()
    {
        const string Table = "line,code,name,group,unit,price\nbase,,,,,50\nper_km,,,,,2.5\nlabour_hour,,,,,120\nwork,W-1,检修,control,,0.333\npart,P-1,密封圈,seal,,1.35\nmaterial,M-1,波纹管,,m,12.35\npart,P-1,密封圈,seal,,2\npart,P-2,,,,2\nbase,,,,,-3\ntax,,,,,3\n";
        var first = await ImportAsync("price-list", Table);
        Counts(first).ShouldBe((10, 6, 0, 0, 4));
        Rejects(first).ShouldBe([(8, "code"), (9, "name"), (10, "price"), (11, "line")]);
        Counts(await ImportAsync("price-list", Table)).ShouldBe((10, 0, 0, 6, 4));
        await installation.WithAsync<ServiceDbContext>(async db =>
        {
            var list = await db.Set<PriceList>().SingleAsync();
            list.IsPublished.ShouldBeFalse();
            var sheet = list.Sheet;
            (sheet.CallOut.Base, sheet.CallOut.PerKm, sheet.LabourPerHour, sheet.Works.Single().Hours, sheet.Parts.Single().Price, sheet.Materials.Single().Unit).ShouldBe((50m, 2.5m, 120m, 0.333m, 1.35m, "m"));
        });
    }

    [Fact]
    public async Task the_page_names_what_was_refused()
    {
        var manager = await installation.AsAsync(Roles.Manager);
        var page = await manager.OpenAsync("/Service/Import/Table");
        var done = await manager.SubmitAsync(page, new() { ["Kind"] = "customers" }, files: new() { ["file"] = new FileToSend("c.csv", System.Text.Encoding.UTF8.GetBytes("customer_name,phone\n页一,13833330001\n页二,12345678901234\n"), "text/csv") });
        done.ShouldBeOk().Text.ShouldContain("2 rows read: 1 accepted");
        done.Text.ShouldContain("This is no phone number.");
        (await manager.SubmitAsync(page, new() { ["Kind"] = "customers" }, files: new() { ["file"] = new FileToSend("c.exe", [0x4D, 0x5A, 0, 0, 0], "text/csv") })).Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task nobody_without_a_certificate_is_sent_by_an_import_of_a_visit_to_come()
    {
        await installation.CertifyAsync("T-IMP-1");
        var said = await ImportAsync("orders", "order_no,received_at,responded_at,window_end,technician\nFUT-1,2026-03-10T09:00:00,2026-03-10T10:00:00,2026-03-12T12:00:00,T-IMP-1\nFUT-2,2026-03-10T09:00:00,2026-03-10T10:00:00,2026-03-12T12:00:00,T-IMP-2\nPAST-1,2026-03-01T09:00:00,2026-03-01T10:00:00,2026-03-02T12:00:00,T-IMP-2\n");
        Rejects(said).ShouldBe([(3, "technician")]);
        said.GetProperty("rejects")[0].GetProperty("reason").GetString()!.ShouldContain("2026-03-12");
        (await installation.WithAsync<ServiceDbContext, bool>(db => db.Set<ServiceOrder>().AnyAsync(o => o.Number == "FUT-2"))).ShouldBeFalse();
    }
}
