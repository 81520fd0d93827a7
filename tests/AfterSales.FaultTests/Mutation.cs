using System.IO.Compression;
using System.Text;

namespace AfterSales.FaultTests;

/// <summary>Small and large harm to valid samples: the same seed does the same harm.</summary>
internal static class Mutation
{
    /// <summary>Bytes that parsers trip over.</summary>
    static readonly byte[][] Spice = [[0], [0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x80], "\""u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), ",,,,"u8.ToArray(), "{{{{"u8.ToArray(), "]]]]"u8.ToArray(), "99999999999999999999"u8.ToArray(), "-1"u8.ToArray(), "1e999"u8.ToArray(), "null"u8.ToArray(), "\\u0000"u8.ToArray(),
        "&#x0;"u8.ToArray(), "<!--"u8.ToArray(), "\ud7ff"u8.ToArray(), "２０２６"u8.ToArray(), "🀄"u8.ToArray(), "<<"u8.ToArray(), ">>"u8.ToArray(), " obj"u8.ToArray(), "stream"u8.ToArray(), "%%EOF"u8.ToArray(), "../"u8.ToArray(), "[null]"u8.ToArray(), "[[[[[[[["u8.ToArray(), "0001-01-01"u8.ToArray(), "9999-12-31"u8.ToArray()];

    public static byte[] Of(byte[] sample, Random random)
    {
        var bytes = sample.ToList();
        for (var harm = random.Next(1, 6); harm > 0 && bytes.Count > 0; harm--) Harm(bytes, random);
        return [.. bytes];
    }

    static void Harm(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(bytes.Count - at, 1 + random.Next(random.Next(2) == 0 ? 4 : 64));
        switch (random.Next(8))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes.RemoveRange(at, length); break;
            case 3: bytes.InsertRange(at, Spice[random.Next(Spice.Length)]); break;
            case 4: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 5:
                var piece = bytes.GetRange(at, length);
                bytes.InsertRange(random.Next(bytes.Count), piece);
                break;
            case 6: if (random.Next(4) == 0) bytes.RemoveRange(at, bytes.Count - at); break;
            default:
                var spice = Spice[random.Next(Spice.Length)];
                for (var i = 0; i < spice.Length && at + i < bytes.Count; i++) bytes[at + i] = spice[i];
                break;
        }
    }

    public static string Of(string sample, Random random) => Encoding.UTF8.GetString(Of(Encoding.UTF8.GetBytes(sample), random));

    /// <summary>Harms one part of a zip and packs it again, so that the harm gets past the container.</summary>
    public static byte[] OfZip(byte[] sample, Random random)
    {
        if (random.Next(3) == 0) return Of(sample, random);
        using var target = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(sample), ZipArchiveMode.Read))
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            var chosen = random.Next(source.Entries.Count);
            for (var i = 0; i < source.Entries.Count; i++)
            {
                using var content = new MemoryStream();
                using (var stream = source.Entries[i].Open()) stream.CopyTo(content);
                using var copy = zip.CreateEntry(source.Entries[i].FullName).Open();
                copy.Write(i == chosen ? Of(content.ToArray(), random) : content.ToArray());
            }
        }
        return target.ToArray();
    }
}
