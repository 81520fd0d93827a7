using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AfterSales.Kernel;

namespace AfterSales.Host.Backup;

/// <summary>
/// A backup under a password: a head with salt and count of rounds, then AES-256-GCM pieces of 64 KiB. Each piece is bound to the head, to its place and to
/// whether it is the last, so that none can be changed, moved, left out or cut off. The key comes from the password by PBKDF2-SHA512 and is new in every file.
/// </summary>
internal static class EncryptedBackup
{
    static ReadOnlySpan<byte> Mark => "AfterSales-AES-1"u8;
    const int Rounds = 600_000, LeastRounds = 210_000, MostRounds = 10_000_000;
    const int SaltBytes = 32, CheckBytes = 16, KeyBytes = 32;
    /// <summary>Mark, rounds, salt, and what tells a wrong password from damage.</summary>
    const int HeadBytes = 16 + sizeof(int) + SaltBytes + CheckBytes;
    internal const int PieceBytes = 1 << 16;
    const int TagBytes = 16, NonceBytes = 12;

    public static bool IsOne(Stream content)
    {
        Span<byte> start = stackalloc byte[Mark.Length];
        content.Position = 0;
        var read = content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return read == start.Length && start.SequenceEqual(Mark);
    }

    /// <summary>Whatever is written to the answer goes encrypted into the target; the end is written when it is disposed.</summary>
    public static Stream Write(Stream target, string password)
    {
        var head = new byte[HeadBytes];
        Mark.CopyTo(head);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(Mark.Length), Rounds);
        RandomNumberGenerator.Fill(head.AsSpan(Mark.Length + sizeof(int), SaltBytes));
        var (key, check) = KeyOf(password, head);
        check.CopyTo(head.AsSpan(HeadBytes - CheckBytes));
        target.Write(head);
        return new Writing(target, key, head);
    }

    /// <summary>The content in the clear.</summary>
    /// <exception cref="RuleViolation">The password is another one.</exception>
    /// <exception cref="InvalidDataException">There is no such head; also when reading on, for a piece that is not what was written.</exception>
    public static Stream Read(Stream content, string password, string path)
    {
        var head = new byte[HeadBytes];
        if (content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length) throw new InvalidDataException("The head is cut off.");
        if (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(Mark.Length)) is < LeastRounds or > MostRounds) throw new InvalidDataException("No backup has so few or so many rounds.");
        var (key, check) = KeyOf(password, head);
        if (!CryptographicOperations.FixedTimeEquals(check, head.AsSpan(HeadBytes - CheckBytes))) throw new RuleViolation("Backup.WrongPassword", path);
        return new Reading(content, key, head);
    }

    static (byte[] Key, byte[] Check) KeyOf(string password, byte[] head)
    {
        var rounds = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(Mark.Length));
        var derived = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password.Trim()), head.AsSpan(Mark.Length + sizeof(int), SaltBytes).ToArray(), rounds, HashAlgorithmName.SHA512, SHA512.HashSizeInBytes);
        return (derived[..KeyBytes], SHA256.HashData(derived.AsSpan(KeyBytes))[..CheckBytes]);
    }

    static void Nonce(Span<byte> nonce, long piece, bool last)
    {
        BinaryPrimitives.WriteInt32BigEndian(nonce, last ? 1 : 0);
        BinaryPrimitives.WriteInt64BigEndian(nonce[sizeof(int)..], piece);
    }

    sealed class Writing(Stream target, byte[] key, byte[] head) : Stream
    {
        readonly AesGcm _cipher = new(key, TagBytes);
        readonly byte[] _plain = new byte[PieceBytes], _sealed = new byte[PieceBytes + TagBytes], _nonce = new byte[NonceBytes];
        int _held;
        long _piece;
        bool _ended;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            while (buffer.Length > 0)
            {
                if (_held == PieceBytes) Send(last: false); // only now is it known that more comes
                var part = Math.Min(buffer.Length, PieceBytes - _held);
                buffer[..part].CopyTo(_plain.AsSpan(_held));
                _held += part;
                buffer = buffer[part..];
            }
        }

        void Send(bool last)
        {
            Nonce(_nonce, _piece++, last);
            _cipher.Encrypt(_nonce, _plain.AsSpan(0, _held), _sealed.AsSpan(0, _held), _sealed.AsSpan(_held, TagBytes), head);
            target.Write(_sealed.AsSpan(0, _held + TagBytes));
            _held = 0;
        }

        protected override void Dispose(bool disposing)
        {
            if (!_ended && disposing)
            {
                _ended = true;
                Send(last: true);
                _cipher.Dispose();
            }
            base.Dispose(disposing);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
        public override void Flush()
        {
            // a piece is written when it is full
        }
        public override bool CanWrite => true;
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }

    sealed class Reading : Stream
    {
        readonly Stream _content;
        readonly AesGcm _cipher;
        readonly byte[] _head, _plain = new byte[PieceBytes], _sealed = new byte[PieceBytes + TagBytes], _nonce = new byte[NonceBytes];
        readonly long _pieces, _length;
        long _opened = -1, _position;
        int _held;

        public Reading(Stream content, byte[] key, byte[] head)
        {
            (_content, _cipher, _head) = (content, new AesGcm(key, TagBytes), head);
            var bytes = content.Length - HeadBytes;
            _pieces = (bytes + PieceBytes + TagBytes - 1) / (PieceBytes + TagBytes);
            _length = bytes - _pieces * TagBytes;
            if (_pieces == 0 || _length < (_pieces - 1) * PieceBytes) throw new InvalidDataException("The end is cut off.");
        }

        public override int Read(Span<byte> buffer)
        {
            if (_position >= _length || buffer.Length == 0) return 0;
            Open(_position / PieceBytes);
            var at = (int)(_position % PieceBytes);
            var part = Math.Min(buffer.Length, _held - at);
            _plain.AsSpan(at, part).CopyTo(buffer);
            _position += part;
            return part;
        }

        void Open(long piece)
        {
            if (_opened == piece) return;
            _opened = -1;
            var last = piece == _pieces - 1;
            _held = last ? (int)(_length - piece * PieceBytes) : PieceBytes;
            _content.Position = HeadBytes + piece * (PieceBytes + TagBytes);
            _content.ReadExactly(_sealed, 0, _held + TagBytes);
            Nonce(_nonce, piece, last);
            try
            {
                _cipher.Decrypt(_nonce, _sealed.AsSpan(0, _held), _sealed.AsSpan(_held, TagBytes), _plain.AsSpan(0, _held), _head);
            }
            catch (AuthenticationTagMismatchException changed)
            {
                throw new InvalidDataException($"Piece {piece} is not what was written.", changed);
            }
            _opened = piece;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = offset + (origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => _position, _ => _length });

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _cipher.Dispose();
                _content.Dispose();
            }
            base.Dispose(disposing);
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override void Flush()
        {
            // nothing is ever written
        }
        public override bool CanWrite => false;
        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override long Length => _length;
        public override long Position { get => _position; set => _position = value >= 0 ? value : throw new IOException("Before the beginning."); }
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
