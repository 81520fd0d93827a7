using AfterSales.Documents.Contracts;
using AfterSales.Kernel;
using AfterSales.Kernel.Policies;
using AfterSales.Service.Contracts;
using SkiaSharp;

namespace AfterSales.Service.Visits;

/// <param name="Sha256">Name of the content in the store.</param>
internal readonly record struct KeptPhoto(string Sha256, int Width, int Height);

/// <summary>
/// Takes a picture in: what it is is found out by its content, its size is read from its header before anything is unpacked, and it is drawn anew,
/// upright and at most so large, so that nothing but the picture is kept (no position, no device, no hidden parts).
/// </summary>
internal sealed class KeepPhoto(IFileStore files)
{
    const int Quality = 82;
    static readonly SKEncodedImageFormat[] Known = [SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp];

    /// <exception cref="RuleViolation">No picture, too large, or damaged; nothing is stored then.</exception>
    public async Task<KeptPhoto> KeepAsync(Stream sent, VisitPolicy policy, CancellationToken ct)
    {
        using var content = await ReadAsync(sent, policy, ct);
        using var drawn = Redraw(content, policy);
        using var encoded = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        using var jpeg = encoded.AsStream();
        var kept = await files.Keep(jpeg, "image/jpeg", ct);
        return new KeptPhoto(kept.Sha256, drawn.Width, drawn.Height);
    }

    static async Task<SKData> ReadAsync(Stream sent, VisitPolicy policy, CancellationToken ct)
    {
        var most = policy.PhotoMegabytes * 1024 * 1024;
        using var buffer = new MemoryStream();
        var piece = new byte[81920];
        int read;
        while ((read = await sent.ReadAsync(piece, ct)) > 0)
        {
            if (buffer.Length + read > most) throw Refused("Visits.Photo.TooManyBytes", policy.PhotoMegabytes);
            buffer.Write(piece, 0, read);
        }
        if (buffer.Length == 0) throw Refused("Visits.Photo.Empty");
        return SKData.CreateCopy(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    static SKBitmap Redraw(SKData content, VisitPolicy policy)
    {
        using var codec = SKCodec.Create(content);
        if (codec is null || !Known.Contains(codec.EncodedFormat)) throw Refused("Visits.Photo.NoPicture");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width <= 0 || height <= 0 || (long)width * height > policy.PhotoMegapixels * 1_000_000L) throw Refused("Visits.Photo.TooManyPixels", width, height, policy.PhotoMegapixels);
        using var unpacked = Unpack(codec, policy);
        var scale = Math.Min(1f, (float)policy.PhotoEdge / Math.Max(unpacked.Width, unpacked.Height));
        return Upright(unpacked, codec.EncodedOrigin, Math.Max(1, (int)Math.Round(unpacked.Width * scale)), Math.Max(1, (int)Math.Round(unpacked.Height * scale)));
    }

    /// <summary>JPEG can be unpacked at a fraction of its size, which spares the memory of a large camera.</summary>
    static SKBitmap Unpack(SKCodec codec, VisitPolicy policy)
    {
        var longest = Math.Max(codec.Info.Width, codec.Info.Height);
        var size = longest > policy.PhotoEdge * 2 ? codec.GetScaledDimensions((float)policy.PhotoEdge / longest) : new SKSizeI(codec.Info.Width, codec.Info.Height);
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success) return bitmap;
        bitmap.Dispose();
        throw Refused("Visits.Photo.Damaged");
    }

    static SKBitmap Upright(SKBitmap picture, SKEncodedOrigin origin, int width, int height)
    {
        var turned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var result = new SKBitmap(new SKImageInfo(turned ? height : width, turned ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(result);
        canvas.Clear(SKColors.White);
        var (w, h) = ((float)width, (float)height);
        canvas.SetMatrix(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => SKMatrix.Identity,
        });
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, new SKRect(0, 0, w, h), new SKSamplingOptions(SKCubicResampler.Mitchell));
        return result;
    }

    static RuleViolation Refused(string key, params object?[] args) => new(key, args) { Field = "Picture" };
}

/// <summary>Pictures of other modules, under the numbers for visits in force.</summary>
internal sealed class KeepPictures(KeepPhoto photos, IPolicies policies, TimeProvider time) : IKeepPictures
{
    public async Task<string> KeepAsync(Stream picture, CancellationToken ct) => (await photos.KeepAsync(picture, policies.At<VisitPolicy>(time.Now()).Value, ct)).Sha256;
}
