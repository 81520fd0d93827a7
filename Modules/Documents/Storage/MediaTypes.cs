using System.IO.Compression;
using System.Text;

namespace AfterSales.Documents.Storage;

/// <summary>What a content is, by its own bytes and never by its name.</summary>
internal static class MediaTypes
{
    public const string Pdf = "application/pdf", Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Text = "text/plain", Unknown = "application/octet-stream";

    /// <param name="content">Seekable; left at its beginning.</param>
    public static string Of(Stream content)
    {
        content.Position = 0;
        var head = new byte[4096];
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        var start = head.AsSpan(0, read);
        if (start.StartsWith("%PDF-"u8)) return Pdf;
        if (read > 3 && start[0] == 0x89 && start[1..4].SequenceEqual("PNG"u8)) return "image/png";
        if (read > 2 && start[0] == 0xFF && start[1] == 0xD8 && start[2] == 0xFF) return "image/jpeg";
        if (start.StartsWith("GIF8"u8)) return "image/gif";
        if (read > 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8)) return "image/webp";
        if (start.StartsWith("PK\x03\x04"u8)) return OfZip(content);
        return IsText(start) ? Text : Unknown; // HTML, SVG and the like are text: they are never shown as pages
    }

    static string OfZip(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry("word/document.xml") is not null ? Docx : zip.GetEntry("xl/workbook.xml") is not null ? Xlsx : "application/zip";
        }
        catch (InvalidDataException)
        {
            return Unknown;
        }
        finally
        {
            content.Position = 0;
        }
    }

    static bool IsText(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty || start.Contains((byte)0)) return start.StartsWith(Encoding.Unicode.Preamble) || start.StartsWith(Encoding.BigEndianUnicode.Preamble);
        foreach (var b in start)
            if (b < 32 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 12 or 27)) return false;
        return true;
    }
}
