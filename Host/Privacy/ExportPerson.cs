using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Messages;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Text;

namespace AfterSales.Host.Privacy;

/// <summary>Everything held about one person in one archive: a page to read in the person's language, the same as JSON with every stored field, and the files.</summary>
internal sealed class ExportPerson(IEnumerable<IPersonData> modules, IFileStore files, ICompany company, Texts text, IAuditLog audit, TimeProvider time)
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, ReferenceHandler = ReferenceHandler.IgnoreCycles, Converters = { new JsonStringEnumConverter(), new MoneyText() } };

    /// <param name="language">Of the person: <c>zh-CN</c> or <c>en</c>.</param>
    public async Task<byte[]> WriteAsync(Person person, string language, Actor who, CancellationToken ct)
    {
        var culture = language == "en" ? Texts.English : Texts.Chinese;
        List<(PersonRows Held, PersonTable Table)> tables = [];
        foreach (var held in modules.SelectMany(m => m.Held(person)))
            if (await held.ReadAsync(ct) is { Rows.Count: > 0 } table) tables.Add((held, table));
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            await WriteAsync(zip, "person.html", Encoding.UTF8.GetBytes(Page(person, tables, culture)), ct);
            await WriteAsync(zip, "person.json", JsonSerializer.SerializeToUtf8Bytes(new
            {
                id = person.Id, kind = person.Kind.ToString(), name = person.Name, at = time.Now(), company = company.Name,
                tables = tables.Select(t => new { name = t.Held.TextKey["Persons.".Length..], rows = t.Table.Fields }),
            }, Json), ct);
            foreach (var file in tables.SelectMany(t => t.Table.Files).DistinctBy(f => f.Sha256))
                if (await files.Open(file.Sha256, ct) is { } content)
                    await using (content)
                    {
                        await using var entry = await zip.CreateEntry("files/" + Safe(file.Name)).OpenAsync(ct);
                        await content.CopyToAsync(entry, ct);
                    }
        }
        await audit.RecordAsync(who, "person.exported", $"{person.Kind.ToString()!.ToLowerInvariant()}:{person.Id:D}", $"{tables.Sum(t => t.Table.Rows.Count)} rows", ct);
        return archive.ToArray();
    }

    static async Task WriteAsync(ZipArchive zip, string name, byte[] content, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(ct);
        await entry.WriteAsync(content, ct);
    }

    static string Safe(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')).TrimStart('.');

    string Page(Person person, List<(PersonRows Held, PersonTable Table)> tables, CultureInfo culture)
    {
        string T(string key, params object?[] args) => WebUtility.HtmlEncode(text.Of(key, culture, args));
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"").Append(culture.Name).Append("\"><head><meta charset=\"utf-8\"><title>").Append(T("Privacy.Export.Title"))
            .Append("</title><style>body{font-family:sans-serif;margin:2rem;max-width:70rem}table{border-collapse:collapse;margin-bottom:1.5rem}td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top}</style></head><body>")
            .Append("<h1>").Append(T("Privacy.Export.Title")).Append("</h1><p>").Append(T("Privacy.Export.Lead", company.Name, Value(time.Now(), culture), person.Name)).Append("</p>");
        foreach (var (held, table) in tables)
        {
            page.Append("<h2>").Append(T(held.TextKey)).Append("</h2>");
            if (held.KeptBecause is { } because) page.Append("<p>").Append(T(because)).Append("</p>");
            page.Append("<table><tr>").AppendJoin("", table.Labels.Select(l => $"<th>{T(l)}</th>")).Append("</tr>");
            foreach (var row in table.Rows) page.Append("<tr>").AppendJoin("", row.Select(v => $"<td>{WebUtility.HtmlEncode(Value(v, culture))}</td>")).Append("</tr>");
            page.Append("</table>");
        }
        return page.Append("</body></html>").ToString();
    }

    string Value(object? value, CultureInfo culture) => value switch
    {
        null => "",
        DateTime utc => company.ToLocal(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string key when text.Has(key) => text.Of(key, culture),
        string words => words.Replace('\u001f', ' '),
        _ => Convert.ToString(value, culture) ?? "",
    };

    sealed class MoneyText : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();
        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Yuan);
    }
}
