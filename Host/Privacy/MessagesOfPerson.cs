using System.Globalization;
using AfterSales.Host.Accounts;
using AfterSales.Host.Data;
using AfterSales.Host.Messages;
using AfterSales.Host.Operations;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Persons;
using Microsoft.EntityFrameworkCore;

namespace AfterSales.Host.Privacy;

/// <summary>What the Host holds about a person: messages to it, notices that speak of it, who looked at it; of an employee the account and what it did.</summary>
internal sealed class MessagesOfPerson(HostDbContext db, DataFolder folder) : PersonData(db)
{
    PersonRows<T> Rows<T>(string textKey, IQueryable<T> rows) where T : class => new(db, textKey, rows);

    IQueryable<OutgoingMessage> Messages(Person person)
    {
        var (ids, phones, numbers) = (person.Ids.Select(i => (Guid?)i).ToArray(), person.Phones.ToArray(), person.Numbers.ToArray());
        return db.Set<OutgoingMessage>().Where(m => (m.Phone != null && phones.Contains(m.Phone)) || ids.Contains(m.About) || numbers.Any(n => m.Body.Contains(n)));
    }

    public override IReadOnlyList<PersonRows> Held(Person person)
    {
        if (person.Kind is null) return [];
        var looks = Rows("Persons.Looks", db.Set<PersonLook>().Where(l => person.Selves.Contains(l.PersonId))).Tell("Persons.At", l => l.At).Tell("Persons.Name", l => l.AccountName).Tell("Persons.What", l => l.Why).Keep("Persons.Kept.Looks");
        if (person.Kind == PersonKind.Employee)
        {
            var account = long.TryParse(person.AccountId, CultureInfo.InvariantCulture, out var id) ? id : 0;
            return
            [
                looks,
                Rows("Persons.Account", db.Set<Account>().Where(a => a.Id == account)).Tell("Persons.Name", a => a.UserName).Tell("Persons.Title", a => a.DisplayName).Tell("Persons.Email", a => a.Email).Keep("Persons.Kept.Employee"),
                Rows("Persons.Audit", db.Set<AuditEntry>().Where(a => person.AccountId != null && a.ActorId == person.AccountId)).Tell("Persons.At", a => a.At).Tell("Persons.What", a => a.Action).Tell("Persons.Number", a => a.Subject).Keep("Persons.Kept.Audit"),
            ];
        }
        var words = person.Numbers.Concat(person.Phones).ToArray();
        return
        [
            Rows("Persons.Messages", Messages(person)).Tell("Persons.At", m => m.QueuedAt).Pseudonymise("Persons.Phone", m => m.Phone).Pseudonymise("Persons.Email", m => m.Email).Erase("Persons.Title", m => m.Subject).Erase("Persons.Words", m => m.Body)
                .Blank(m => m.Values, "{}").Blank(m => m.Error).Keep("Persons.Kept.Messages"),
            Rows("Persons.Notices", db.Set<StaffNotice>().Where(n => words.Any(w => n.Args.Contains(w) || n.Link.Contains(w) || (n.Lines != null && n.Lines.Contains(w))))).Tell("Persons.At", n => n.At).Tell("Persons.What", n => n.TextKey).Tell("Persons.Words", n => n.Args).Delete(),
            looks,
        ];
    }

    /// <summary>Messages that went into a file because nothing else was set up.</summary>
    protected override async Task<int> FinishAsync(Person person, CancellationToken ct)
    {
        if (person.Kind != PersonKind.Customer) return 0;
        var files = 0;
        foreach (var message in await db.Set<OutgoingMessage>().Where(m => m.Body == PersonRows.Gone && m.Channel == "file").Select(m => m.PublicId).ToListAsync(ct))
        {
            var path = Path.Combine(folder.In("outbox"), $"{message:N}.txt");
            if (!File.Exists(path)) continue;
            File.Delete(path);
            files++;
        }
        return files;
    }
}
