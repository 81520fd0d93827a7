using AfterSales.IntegrationTests.Fixtures;
using System.Text;
using AfterSales.Host.Backup;

namespace AfterSales.IntegrationTests.Host;

/// <summary>An encrypted backup is what was written, piece by piece, or it is not read.</summary>
[OnOneDatabase]
public sealed class DamagedPieces
{
    const string Password = "seven brown otters";
    const int Head = 16 + 4 + 32 + 16, Piece = EncryptedBackup.PieceBytes + 16;

    static byte[] Plain(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31 + i / 251))];

    static byte[] Encrypt(byte[] plain)
    {
        using var target = new MemoryStream();
        using (var content = EncryptedBackup.Write(target, Password)) content.Write(plain);
        return target.ToArray();
    }

    static byte[] Decrypt(byte[] content)
    {
        using var plain = new MemoryStream();
        using (var reading = EncryptedBackup.Read(new MemoryStream(content), Password, "x")) reading.CopyTo(plain);
        return plain.ToArray();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(EncryptedBackup.PieceBytes)]
    [InlineData(EncryptedBackup.PieceBytes + 1)]
    public void gives_back_what_was_written_whatever_its_length(int length) => Decrypt(Encrypt(Plain(length))).ShouldBe(Plain(length));

    [Fact]
    public void reads_from_any_place()
    {
        var plain = Plain(3 * EncryptedBackup.PieceBytes + 77);
        using var reading = EncryptedBackup.Read(new MemoryStream(Encrypt(plain)), Password, "x");
        reading.Length.ShouldBe(plain.Length);
        var ten = new byte[10];
        foreach (var at in new[] { plain.Length - 10, 0, EncryptedBackup.PieceBytes - 5, 2 * EncryptedBackup.PieceBytes })
        {
            reading.Position = at;
            reading.ReadExactly(ten);
            ten.ShouldBe(plain[at..(at + 10)]);
        }
    }

    [Fact]
    public void are_found_in_every_place_and_order()
    {
        var whole = Encrypt(Plain(3 * EncryptedBackup.PieceBytes + 77));
        for (var piece = 0; piece < 4; piece++)
        {
            var changed = (byte[])whole.Clone();
            changed[Head + piece * Piece + 5] ^= 1;
            Refused(changed, $"piece {piece}");
        }
        Refused([.. whole[..Head], .. whole[(Head + Piece)..(Head + 2 * Piece)], .. whole[Head..(Head + Piece)], .. whole[(Head + 2 * Piece)..]], "two pieces swapped");
        Refused(whole[..(Head + 3 * Piece)], "the last piece cut off");
        Refused([.. whole[..(Head + Piece)], .. whole[(Head + 2 * Piece)..]], "a piece left out");
        Refused([.. whole, .. whole[Head..(Head + Piece)]], "a piece added");
        Refused(whole[..(Head + 10)], "almost nothing left");
    }

    static void Refused(byte[] content, string what) => Should.Throw<InvalidDataException>(() => Decrypt(content), what);

    [Fact]
    public void has_another_key_each_time_and_nothing_of_the_text()
    {
        var text = Encoding.UTF8.GetBytes("清泉服务 13900130000");
        var (one, other) = (Encrypt(text), Encrypt(text));
        one[Head..].ShouldNotBe(other[Head..]);
        one.AsSpan().IndexOf(text).ShouldBe(-1);
    }
}
