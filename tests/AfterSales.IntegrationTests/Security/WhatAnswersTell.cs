using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using AfterSales.Documents.Data;
using AfterSales.Documents.Disputes;
using AfterSales.Feedback.Callbacks;
using AfterSales.Feedback.Complaints;
using AfterSales.Feedback.Data;
using AfterSales.Feedback.Surveys;
using AfterSales.Host.Accounts;
using AfterSales.Host.Composition;
using AfterSales.Host.Data;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Risk.Data;
using AfterSales.Risk.Register;
using AfterSales.Service.Customers;
using AfterSales.Service.Data;
using AfterSales.Service.Dispatch;
using AfterSales.Service.Requests;
using AfterSales.Service.Tracking;
using AfterSales.Staff.Assessments;
using AfterSales.Staff.Data;
using AfterSales.Staff.Rewards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.IntegrationTests.Security;

/// <summary>
/// Sensitive fields are filled with words that stand nowhere else; then every page, fragment and download that a role may open is searched for words
/// that the role is not to see.
/// </summary>
[OnOneDatabase]
public sealed partial class WhatAnswersTell(ConfiguredDemoInstallation company) : IClassFixture<ConfiguredDemoInstallation>
{
    /// <summary>Digests that are shown so that anybody can compare them: of what a customer signed, of the audit log's head, of the jobs that a sample was drawn from.</summary>
    static readonly string[] Proofs = ["FeeNote.Hash", "AuditEntry.Hash", "CheckSample.FrameHash"];

    /// <summary>A field, and the right without which nobody reads it.</summary>
    static readonly (Type Context, Type Entity, string Field, string[] Rights)[] Guarded =
    [
        (typeof(DocumentsDbContext), typeof(Dispute), nameof(Dispute.Subject), ["documents.disputes.read"]),
        (typeof(DocumentsDbContext), typeof(Dispute), nameof(Dispute.OutcomeText), ["documents.disputes.read"]),
        (typeof(FeedbackDbContext), typeof(Complaint), nameof(Complaint.Text), ["feedback.complaints.read"]),
        (typeof(FeedbackDbContext), typeof(Complaint), nameof(Complaint.Investigation), ["feedback.complaints.read"]),
        (typeof(FeedbackDbContext), typeof(Complaint), nameof(Complaint.Phone), ["feedback.complaints.read"]),
        (typeof(FeedbackDbContext), typeof(CallBack), nameof(CallBack.ResultNote), ["feedback.callbacks.work", "feedback.complaints.read"]),
        (typeof(FeedbackDbContext), typeof(CallBack), nameof(CallBack.Phone), ["feedback.callbacks.work", "feedback.complaints.read"]),
        (typeof(FeedbackDbContext), typeof(Invitation), nameof(Invitation.Phone), ["feedback.surveys.read", "feedback.surveys.hand-out"]),
        (typeof(RiskDbContext), typeof(RegisteredRisk), nameof(RegisteredRisk.Cause), ["risk.register.read"]),
        (typeof(StaffDbContext), typeof(Assessment), nameof(Assessment.Summary), ["staff.assessments.read"]),
        (typeof(StaffDbContext), typeof(Proposal), nameof(Proposal.DecisionWhy), ["staff.rewards.read"]),
        (typeof(ServiceDbContext), typeof(Customer), nameof(Customer.Address), ["service.customers.read", "service.orders.read"]),
        (typeof(ServiceDbContext), typeof(ServiceOrder), nameof(ServiceOrder.ContactName), ["service.orders.read-all"]),
        (typeof(ServiceDbContext), typeof(ServiceOrder), nameof(ServiceOrder.Address), ["service.orders.read-all"]),
        (typeof(ServiceDbContext), typeof(ServiceOrder), nameof(ServiceOrder.Description), ["service.orders.read-all"]),
    ];

    static bool Holds(string role, string right) => AfterSalesModules.All.SelectMany(m => m.Permissions).Any(p => p.Code == right && (role == Roles.Administrator || p.Roles.Contains(role)));

    [Fact]
    public async Task is_never_more_than_the_rights_of_who_asks()
    {
        await company.DivideAsync();
        foreach (var (context, entity, field, _) in Guarded) await FillAsync(context, entity, field);
        var secrets = await SecretsAsync();
        secrets.Count.ShouldBeGreaterThan(20);
        var own = await OwnAsync();
        Ids ids = new(company);
        await ids.ReadAsync();
        var places = (await Places.OfAsync(company.Services)).DistinctBy(p => p.Page is { } page ? page.AreaName + page.ViewEnginePath : p.Template).ToList();
        List<string> leaks = [];
        HashSet<string> met = [];
        foreach (var role in Roles.All)
        {
            var person = await company.PersonAsync(role);
            foreach (var path in places.SelectMany(p => Addresses(p, ids, role)))
            {
                var text = await TextAsync(person, path);
                foreach (var secret in secrets.Where(s => text.Contains(s.Value, StringComparison.Ordinal))) leaks.Add($"{role} {path}: {secret.Key}");
                foreach (Match word in Word().Matches(text))
                {
                    var (_, _, _, rights) = Guarded[int.Parse(word.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)];
                    met.Add(word.Groups[1].Value);
                    if (rights.Any(r => Holds(role, r)) || own(role, word.Value)) continue;
                    leaks.Add($"{role} {path}: {word.Value}");
                }
            }
        }
        leaks.Distinct().ShouldBeEmpty(string.Join('\n', leaks.Distinct()));
        met.Count.ShouldBeGreaterThanOrEqualTo(9, "the words must be seen by those who may"); // masked ones are seen by nobody
    }

    [Fact]
    public async Task on_a_customers_page_is_of_that_customers_order_only()
    {
        await company.DivideAsync();
        foreach (var (context, entity, field, _) in Guarded) await FillAsync(context, entity, field);
        var secrets = await SecretsAsync();
        var orders = await company.WithAsync<ServiceDbContext, List<(long Id, string Number)>>(async db => [.. (await db.Set<ServiceOrder>().OrderByDescending(o => o.Id).Select(o => new { o.Id, o.Number }).Take(25).ToListAsync()).Select(o => (o.Id, o.Number))]);
        using var customer = company.Anonymous();
        List<string> leaks = [];
        foreach (var (id, number) in orders)
        {
            company.Time.Advance(TimeSpan.FromMinutes(1)); // twenty links a minute are the limit of an address
            var link = await company.WithAsync<TrackOrders, string>(t => t.LinkAsync(number, CancellationToken.None));
            var page = (await customer.OpenAsync(new Uri(company.Address, link).PathAndQuery)).ShouldBeOk();
            leaks.AddRange(secrets.Where(s => page.Body.Contains(s.Value, StringComparison.Ordinal)).Select(s => $"{number}: {s.Key}"));
            leaks.AddRange(Word().Matches(page.Body).Where(w => !(Guarded[int.Parse(w.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)].Entity == typeof(ServiceOrder) && w.Groups[2].Value == $"{id}")).Select(w => $"{number}: {w.Value}"));
        }
        leaks.ShouldBeEmpty(string.Join('\n', leaks));
    }

    /// <summary>Words of one's own: the technician's own jobs, the own assessment and decision.</summary>
    async Task<Func<string, string, bool>> OwnAsync()
    {
        var jobs = await company.WithAsync<ServiceDbContext, HashSet<string>>(async db =>
        {
            var technician = await db.Set<Technician>().Where(t => t.AccountId != null).Select(t => t.Id).SingleAsync();
            var former = await db.Set<FormerTechnician>().Where(f => f.TechnicianId == technician).Select(f => f.OrderId).ToListAsync();
            return [.. (await db.Set<ServiceOrder>().Where(o => o.TechnicianId == technician || former.Contains(o.Id)).Select(o => o.Id).ToListAsync()).Select(i => $"{i}")];
        });
        var roleOf = (await company.AccountsAsync()).ToDictionary(a => a.Id, a => a.Role);
        var papers = await company.WithAsync<StaffDbContext, HashSet<(string, string)>>(async db =>
        {
            var selves = (await db.Set<AfterSales.Staff.People.Employee>().Where(e => e.AccountId != null).Select(e => new { e.PublicId, e.AccountId }).ToListAsync()).ToDictionary(e => e.PublicId, e => roleOf.GetValueOrDefault(e.AccountId!) ?? "");
            var assessed = (await db.Set<Assessment>().Select(a => new { a.Id, a.EmployeeId }).ToListAsync()).Where(a => selves.ContainsKey(a.EmployeeId)).Select(a => (selves[a.EmployeeId], $"{nameof(Assessment)}{a.Id}"));
            var rewarded = (await db.Set<Proposal>().Select(p => new { p.Id, p.EmployeeId }).ToListAsync()).Where(p => selves.ContainsKey(p.EmployeeId)).Select(p => (selves[p.EmployeeId], $"{nameof(Proposal)}{p.Id}"));
            return [.. assessed, .. rewarded];
        });
        return (role, word) =>
        {
            var match = Word().Match(word);
            var guarded = Guarded[int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)];
            return guarded.Entity == typeof(ServiceOrder) ? role == Roles.Technician && jobs.Contains(match.Groups[2].Value) : papers.Contains((role, guarded.Entity.Name + match.Groups[2].Value));
        };
    }

    /// <summary>Fills a column with words that name it and the row: <c>Zq3x117Zq</c> is the third field of row 117.</summary>
    async Task FillAsync(Type contextType, Type entity, string field)
    {
        await using var scope = company.Services.CreateAsyncScope();
        var context = (DbContext)scope.ServiceProvider.GetRequiredService(contextType);
        var type = context.Model.FindEntityType(entity)!;
        var sql = context.GetService<ISqlGenerationHelper>();
        var (table, column, key) = (sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema()), sql.DelimitIdentifier(type.FindProperty(field)!.GetColumnName()), sql.DelimitIdentifier(type.FindProperty("Id")!.GetColumnName()));
        var number = Array.FindIndex(Guarded, g => g.Entity == entity && g.Field == field);
        var statement = $"UPDATE {table} SET {column} = 'Zq{number}x' || {key} || 'Zq' WHERE {column} IS NOT NULL"; // all names are the model's own
        await context.Database.ExecuteSqlRawAsync(statement);
    }

    [GeneratedRegex(@"Zq(\d+)x(\d+)Zq")]
    private static partial Regex Word();

    /// <summary>What nobody may ever read: hashes, stamps, secrets of settings and keys.</summary>
    async Task<Dictionary<string, string>> SecretsAsync()
    {
        Dictionary<string, string> secrets = ConfiguredDemoInstallation.Secrets.ToDictionary(s => s.Key, s => s.Value);
        foreach (var account in await company.WithAsync<HostDbContext, List<Account>>(db => db.Set<Account>().AsNoTracking().ToListAsync()))
            foreach (var (name, value) in new[] { ("password hash", account.PasswordHash), ("security stamp", account.SecurityStamp), ("concurrency stamp", account.ConcurrencyStamp) })
                if (value is { Length: > 10 }) secrets[$"{name} of {account.UserName}"] = value;
        await using var scope = company.Services.CreateAsyncScope();
        foreach (var module in company.Services.GetServices<ModuleDatabase>())
        {
            var context = module.Open(scope.ServiceProvider);
            var sql = context.GetService<ISqlGenerationHelper>();
            foreach (var type in context.Model.GetEntityTypes())
                foreach (var property in type.GetProperties().Where(p => p.ClrType == typeof(string) && p.Name.EndsWith("Hash", StringComparison.Ordinal) && p.Name != "PasswordHash" && !Proofs.Contains($"{type.ClrType.Name}.{p.Name}")))
                {
                    var column = sql.DelimitIdentifier(property.GetColumnName());
                    var statement = $"SELECT {column} AS \"Value\" FROM {sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema())} WHERE {column} IS NOT NULL LIMIT 50";
                    foreach (var value in await context.Database.SqlQueryRaw<string>(statement).ToListAsync())
                        if (value.Length >= 20) secrets[$"{type.ClrType.Name}.{property.Name} {value[..6]}"] = value;
                }
        }
        foreach (var key in Directory.EnumerateFiles(company.Folder.Keys, "key-*.xml"))
            if (Regex.Match(await File.ReadAllTextAsync(key), "<value>([^<]{40,})</value>") is { Success: true } master) secrets["data protection key"] = master.Groups[1].Value;
        return secrets;
    }

    /// <summary>Up to two of everything that the role sees, with every way to take it away.</summary>
    static IEnumerable<string> Addresses(Place place, Ids ids, string role)
    {
        if (place.Template.StartsWith("/Operations/TakeBackup", StringComparison.Ordinal)) yield break; // holds everything, and says so
        if (place.Permission is not null && !Holds(role, place.Permission)) yield break;
        if (place.Page is null && place.Handlers.All(h => h.Method != "GET")) yield break;
        IEnumerable<string[]> all = place.Parameters.Count == 0 ? [[]] : place.Page is null ? [place.Absent] : ids.Of(place).Where(n => n.SeenBy(role)).Take(2).Select(n => n.Values);
        foreach (var values in all)
            foreach (var name in place.Handlers.Where(h => h.Method == "GET").Select(h => h.Name))
                yield return place.Path(values) + ids.Query(place) + (name is null ? "" : (ids.Query(place) is null ? "?" : "&") + "handler=" + name);
    }

    /// <summary>The text of an answer; of a workbook or an archive, that of its parts.</summary>
    static async Task<string> TextAsync(Visitor person, string path)
    {
        using var answer = await person.Http.GetAsync(path);
        var content = await answer.Content.ReadAsByteArrayAsync();
        if (content is not [(byte)'P', (byte)'K', 3, 4, ..]) return Encoding.UTF8.GetString(content);
        StringBuilder text = new();
        await using var archive = await ZipArchive.CreateAsync(new MemoryStream(content), ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null);
        foreach (var entry in archive.Entries)
        {
            using StreamReader reader = new(await entry.OpenAsync());
            text.Append(await reader.ReadToEndAsync());
        }
        return text.ToString();
    }
}

/// <summary>The demo company with secrets in its settings.</summary>
public sealed class ConfiguredDemoInstallation : DemoInstallation
{
    internal static readonly Dictionary<string, string> Secrets = new()
    {
        ["Smtp:Password"] = "canary-smtp-4711-password", ["Sms:ReceiptToken"] = "canary-sms-receipt-4711-token", ["Metrics:Token"] = "canary-metrics-4711-token", ["OpenApi:Token"] = "canary-openapi-4711-token",
    };

    protected override async Task ConfigureAsync()
    {
        await base.ConfigureAsync();
        var file = Folder.In("appsettings.json");
        var settings = File.Exists(file) ? System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject() : [];
        foreach (var (key, value) in Secrets)
        {
            var (section, name) = (key.Split(':')[0], key.Split(':')[1]);
            if (settings[section] is null) settings[section] = new System.Text.Json.Nodes.JsonObject();
            settings[section]![name] = value;
        }
        await File.WriteAllTextAsync(file, settings.ToJsonString());
    }
}
