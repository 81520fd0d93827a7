using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Records;
using AfterSales.Documents.Storage;
using AfterSales.Kernel;
using AfterSales.Kernel.Policies;
using Microsoft.Extensions.Logging;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace AfterSales.Documents.Search;

/// <summary>The words inside PDF, DOCX, XLSX and text files, bounded in characters, bytes and time, whatever somebody put into them.</summary>
internal sealed partial class ReadText(IFileStore files, IPolicies policies, TimeProvider time, ILogger<ReadText> log)
{
    const long MostUnpackedBytes = 200_000_000;
    static readonly XmlReaderSettings Xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostUnpackedBytes, IgnoreComments = true, IgnoreProcessingInstructions = true };

    public static bool CanRead(string mediaType) => mediaType is MediaTypes.Pdf or MediaTypes.Docx or MediaTypes.Xlsx or MediaTypes.Text;

    /// <param name="most">Characters to read at most; without it the policy's.</param>
    public async Task<(TextState State, string Text)> OfAsync(string sha256, string mediaType, CancellationToken ct, int? most = null)
    {
        var policy = policies.At<SearchPolicy>(time.Now()).Value;
        if (!CanRead(mediaType)) return (TextState.None, "");
        await using var content = await files.Open(sha256, ct);
        if (content is null) return (TextState.Failed, "");
        if (content.Length > policy.MostMegabytes * 1_000_000L) return (TextState.None, "");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(policy.MostSeconds)); // real seconds: it guards the machine
        var into = new Bounded(most ?? policy.MostCharacters);
        try
        {
            await Task.Run(() => Read(content, mediaType, into, limit.Token), CancellationToken.None).WaitAsync(limit.Token);
            return (into.IsFull ? TextState.Cut : into.Length == 0 ? TextState.None : TextState.Read, mediaType == MediaTypes.Text ? WithoutTags(into.ToString()) : into.ToString());
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (TextState.Failed, into.ToString());
        }
        catch (Exception unreadable) when (unreadable is not OperationCanceledException)
        {
            log.LogInformation(unreadable, "The text of {Sha256} could not be read", sha256); // a damaged or protected file is no fault of ours; the search still knows its title
            return (TextState.Failed, into.ToString());
        }
    }

    static void Read(Stream content, string mediaType, Bounded into, CancellationToken ct)
    {
        switch (mediaType)
        {
            case MediaTypes.Pdf: ReadPdf(content, into, ct); break;
            case MediaTypes.Docx: ReadZip(content, name => name is "word/document.xml" || name.StartsWith("word/header", StringComparison.Ordinal) || name.StartsWith("word/footer", StringComparison.Ordinal) || name is "word/footnotes.xml", into, ct); break;
            case MediaTypes.Xlsx: ReadZip(content, name => name is "xl/sharedStrings.xml" || name.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal), into, ct); break;
            default: ReadPlain(content, into, ct); break;
        }
    }

    /// <summary>Of a page of HTML what people read; its tags are no words.</summary>
    static string WithoutTags(string text) => !text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) ? text : System.Net.WebUtility.HtmlDecode(Tag().Replace(text, " "));

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 2000)]
    private static partial Regex Tag();

    static void ReadPdf(Stream content, Bounded into, CancellationToken ct)
    {
        using var pdf = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true });
        for (var page = 1; page <= pdf.NumberOfPages && !into.IsFull; page++)
        {
            ct.ThrowIfCancellationRequested();
            into.Add(ContentOrderTextExtractor.GetText(pdf.GetPage(page)));
        }
    }

    /// <summary>Text nodes of the parts that people read; a paragraph, a cell and a line end with a space.</summary>
    static void ReadZip(Stream content, Func<string, bool> wanted, Bounded into, CancellationToken ct)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var part in zip.Entries.Where(e => wanted(e.FullName)).OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            if (into.IsFull) return;
            if (part.Length > MostUnpackedBytes) throw new InvalidDataException("The file unpacks to too much.");
            using var stream = part.Open();
            using var xml = XmlReader.Create(stream, Xml);
            for (var i = 0; xml.Read() && !into.IsFull; i++)
            {
                if (i % 1000 == 0) ct.ThrowIfCancellationRequested();
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace) into.Add(xml.Value);
                else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName is "p" or "si" or "c" or "tc" or "br" or "tab") into.Add(" ");
            }
        }
    }

    static void ReadPlain(Stream content, Bounded into, CancellationToken ct)
    {
        using var reader = new StreamReader(content, IsUtf8(content) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var buffer = new char[8192];
        for (int read; !into.IsFull && (read = reader.Read(buffer)) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            into.Add(buffer.AsSpan(0, read));
        }
    }

    static bool IsUtf8(Stream content)
    {
        var head = new byte[65_536];
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        for (var cut = 0; cut < 4 && cut <= read; cut++) // the head may end inside a character
            if (System.Text.Unicode.Utf8.IsValid(head.AsSpan(0, read - cut))) return true;
        return false;
    }

    /// <summary>Grows up to a limit and then takes no more.</summary>
    sealed class Bounded(int most)
    {
        readonly StringBuilder _text = new();
        public int Length => _text.Length;
        public bool IsFull => _text.Length >= most;
        public void Add(ReadOnlySpan<char> text) => _text.Append(text[..Math.Min(text.Length, Math.Max(0, most - _text.Length))]);
        public override string ToString() => _text.ToString();
    }
}
