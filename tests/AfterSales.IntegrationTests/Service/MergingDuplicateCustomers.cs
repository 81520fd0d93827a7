using System.Net;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Persons;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Products;
using AfterSales.Service.Requests;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.IntegrationTests.Service;

/// <summary>One person on record twice: proposed, compared, merged, taken apart again exactly.</summary>
public sealed class MergingDuplicateCustomers(Installation installation) : IClassFixture<Installation>
{
    static int _households;

    [Fact]
    public async Task brings_orders_appliances_phones_and_addresses_together_and_undo_puts_them_back_exactly()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var (one, other, phone) = await TwoRecordsAsync(dispatcher);
        var before = await PictureAsync(one, other);
        before.ShouldContain("orders=1");

        (await dispatcher.OpenAsync("/Service/Customers/Duplicates")).ShouldBeOk().Document.QuerySelector($"a[href*='one={one}&other={other}']").ShouldNotBeNull();
        var merged = (await MergeAsync(dispatcher, one, other, name: "other", address: "other")).ShouldBeOk();
        merged.Url.AbsolutePath.ShouldBe($"/Service/Customers/Details/{one}");
        (await dispatcher.OpenAsync($"/Service/Customers/Details/{other}")).Url.AbsolutePath.ShouldBe($"/Service/Customers/Details/{one}");
        var together = await PictureAsync(one);
        together.ShouldContain("orders=2");
        together.ShouldContain("appliances=2");
        together.ShouldContain("name=张伟明");
        together.ShouldContain("phones=" + phone + ",139" + phone[3..]);

        (await UndoAsync(dispatcher, one)).ShouldBeOk();
        (await PictureAsync(one, other)).ShouldBe(before);
        (await installation.RunAsync(["check", "--json"])).ShouldSucceed();
        var audit = await (await installation.AsAsync(Roles.Administrator)).OpenAsync("/Settings/Audit");
        audit.Text.ShouldContain("customer.merged");
        audit.Text.ShouldContain("customer.merge-undone");
    }

    [Fact]
    public async Task leaves_what_came_since_with_the_remaining_record_and_says_so()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var (one, other, phone) = await TwoRecordsAsync(dispatcher);
        await MergeAsync(dispatcher, one, other);
        (await ReceiveAsync(dispatcher, "张伟", phone, "文三路 9 号", one)).ShouldBeOk();
        (await dispatcher.SubmitAsync($"/Service/Customers/AddPhone/{one}", new() { ["Number"] = "137" + phone[3..], ["Label"] = "女儿" })).ShouldBeOk();

        var asked = await dispatcher.OpenAsync(await UndoPathAsync(one));
        asked.Text.ShouldContain("stays where it is, with the remaining record: 1 orders, 0 appliances, 1 phones, 0 addresses");
        (await dispatcher.SubmitAsync(asked, [], with: "input[name=Version]")).ShouldBeOk();

        (await PictureAsync(one)).ShouldContain("orders=2");
        (await PictureAsync(one)).ShouldContain("137" + phone[3..]);
        (await PictureAsync(other)).ShouldContain("orders=1");
        (await dispatcher.SubmitAsync(asked, [], with: "input[name=Version]")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task is_undone_in_reverse_order_only()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var (one, other, phone) = await TwoRecordsAsync(dispatcher);
        (await ReceiveAsync(dispatcher, "张伟（店）", phone, "文四路 1 号")).ShouldBeOk();
        var third = await IdOfAsync("张伟（店）", phone);
        await MergeAsync(dispatcher, one, other);
        var first = await UndoPathAsync(one);
        await MergeAsync(dispatcher, one, third);

        var refused = await dispatcher.SubmitAsync(first, [], with: "input[name=Version]");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Undo the later merge first");
        (await UndoAsync(dispatcher, one)).ShouldBeOk();
        (await dispatcher.SubmitAsync(first, [], with: "input[name=Version]")).ShouldBeOk();
    }

    [Fact]
    public async Task that_somebody_found_to_be_two_people_are_not_proposed_again()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var (one, other, _) = await TwoRecordsAsync(dispatcher);
        var page = await dispatcher.OpenAsync("/Service/Customers/Duplicates");
        await dispatcher.SubmitAsync(page, new() { ["one"] = one.ToString(), ["other"] = other.ToString() }, with: $"input[name=one][value='{one}']");
        (await dispatcher.OpenAsync("/Service/Customers/Duplicates")).Document.QuerySelector($"a[href*='one={one}&other={other}']").ShouldBeNull();
    }

    [Fact]
    public async Task with_a_form_that_is_out_of_date_answers_409()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var (one, other, phone) = await TwoRecordsAsync(dispatcher);
        var form = await dispatcher.OpenAsync($"/Service/Customers/Merge?one={one}&other={other}");
        (await dispatcher.SubmitAsync($"/Service/Customers/AddPhone/{other}", new() { ["Number"] = "136" + phone[3..] })).ShouldBeOk();
        (await dispatcher.SubmitAsync(form, [], with: "input[name='Input.Keep']")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task shows_persons_masked_until_somebody_asks_and_writes_down_who_asked()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var (one, _, phone) = await TwoRecordsAsync(dispatcher);
        var masked = await dispatcher.OpenAsync($"/Service/Customers/Details/{one}");
        masked.Find("main").TextContent.ShouldNotContain(phone);
        masked.Text.ShouldContain(PersonalData.Phone(phone));
        var open = await dispatcher.SubmitAsync(masked, [], with: "form[action*='Reveal'] button");
        open.Find("main").TextContent.ShouldContain(phone);
        (await (await installation.AsAsync(Roles.Administrator)).OpenAsync("/Privacy/Looks")).Text.ShouldContain("Asked to see the person");
        (await (await installation.AsAsync(Roles.Manager)).OpenAsync($"/Service/Customers/Details/{one}")).Find("main").TextContent.ShouldNotContain(phone);
    }

    [Fact]
    public async Task keeps_a_left_address_on_record_and_on_its_orders()
    {
        var dispatcher = await installation.AsAsync(Roles.Dispatcher);
        var (one, _, _) = await TwoRecordsAsync(dispatcher);
        (await dispatcher.SubmitAsync($"/Service/Customers/AddAddress/{one}", new() { ["Text"] = "新家路 8 号", ["Label"] = "新家", ["IsDefault"] = "true" })).ShouldBeOk();
        var old = await installation.WithAsync<ServiceDbContext, long>(db => db.Set<Customer>().Where(c => c.PublicId == one).SelectMany(c => c.Addresses).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync());
        (await dispatcher.SubmitAsync($"/Service/Customers/EndAddress/{one}/{old}", [], with: "input[name=Version]")).ShouldBeOk().Text.ShouldContain("No longer lived in since 2026-03-11");
        (await installation.WithAsync<ServiceDbContext, string?>(db => db.Set<ServiceOrder>().Where(o => db.Set<Customer>().Any(c => c.Id == o.CustomerId && c.PublicId == one)).OrderBy(o => o.Id).Select(o => o.Address).FirstAsync())).ShouldStartWith("文三路");
        (await dispatcher.SubmitAsync($"/Service/Customers/GiveConsent/{one}", new() { ["How"] = "电话" })).ShouldBeOk().Text.ShouldContain("Given 2026-03-11 09:00: 电话");
    }

    /// <summary>One phone, two ways to write the name, an order and an appliance each.</summary>
    async Task<(Guid One, Guid Other, string Phone)> TwoRecordsAsync(Visitor dispatcher)
    {
        var n = Interlocked.Increment(ref _households);
        var phone = $"1380000{n:0000}";
        (await ReceiveAsync(dispatcher, "张伟", phone, $"文三路 {n} 号", null, $"SN-A{n}")).ShouldBeOk();
        (await ReceiveAsync(dispatcher, "张伟明", phone, $"文三路 {n} 号 2 幢", null, $"SN-B{n}")).ShouldBeOk();
        var (one, other) = (await IdOfAsync("张伟", phone), await IdOfAsync("张伟明", phone));
        (await dispatcher.SubmitAsync($"/Service/Customers/AddPhone/{other}", new() { ["Number"] = "139" + phone[3..], ["Label"] = "单位" })).ShouldBeOk();
        return (one, other, phone);
    }

    static Task<Shown> ReceiveAsync(Visitor dispatcher, string name, string phone, string address, Guid? customer = null, string? serial = null) => dispatcher.SubmitAsync(
        "/Service/Requests/Receive" + (customer is null ? "" : $"?customer={customer}"), new() { ["Phone"] = phone, ["Name"] = name, ["Address"] = address, ["Serial"] = serial ?? "", ["Description"] = "不出热水" });

    Task<Guid> IdOfAsync(string name, string phone) => installation.WithAsync<ServiceDbContext, Guid>(db => db.Set<Customer>().Where(c => c.Name == name && c.Phones.Any(p => p.Number == phone)).Select(c => c.PublicId).SingleAsync());

    static Task<Shown> MergeAsync(Visitor dispatcher, Guid one, Guid other, string name = "one", string address = "one") =>
        dispatcher.SubmitAsync($"/Service/Customers/Merge?one={one}&other={other}", new() { ["Name"] = name, ["Address"] = address }, with: "input[name='Input.Keep']");

    Task<string> UndoPathAsync(Guid survivor) => installation.WithAsync<ServiceDbContext, string>(async db => "/Service/Customers/UndoMerge/" + await (
        from m in db.Set<CustomerMerge>() join c in db.Set<Customer>().IgnoreQueryFilters() on m.SurvivorId equals c.Id where c.PublicId == survivor && m.UndoneAt == null orderby m.Id descending select m.PublicId).FirstAsync());

    async Task<Shown> UndoAsync(Visitor dispatcher, Guid survivor) => await dispatcher.SubmitAsync(await UndoPathAsync(survivor), [], with: "input[name=Version]");

    /// <summary>Everything about some records but their version.</summary>
    Task<string> PictureAsync(params Guid[] ids) => installation.WithAsync<ServiceDbContext, string>(async db =>
    {
        List<string> lines = [];
        foreach (var id in ids)
        {
            var c = await db.Set<Customer>().IgnoreQueryFilters().AsNoTracking().Whole().SingleAsync(x => x.PublicId == id);
            lines.Add($"name={c.Name} {c.NamePinyin} {c.NameInitials} {c.NearKey} tails={string.Join(',', c.NameTails.Select(t => t.Text))} default={c.Address} {c.Region} consent={c.ConsentAt} {c.ConsentHow} {c.ConsentEndedAt} into={c.MergedIntoId} "
                + $"phones={string.Join(',', c.Phones.Select(p => p.Number).Order())} labels={string.Join(',', c.Phones.Select(p => p.Label).Order())} addresses={string.Join(',', c.Addresses.Select(a => $"{a.Text}:{a.IsDefault}:{a.EndedAt}").Order())} "
                + $"orders={await db.Set<ServiceOrder>().CountAsync(o => o.CustomerId == c.Id)} appliances={await db.Set<Appliance>().CountAsync(a => a.CustomerId == c.Id)}");
        }
        return string.Join('\n', lines);
    });
}
