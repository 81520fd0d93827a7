using SkiaSharp;

namespace AfterSales.Service.Demo;

/// <summary>A drawn nameplate: the demo has no customers whose heaters could be photographed.</summary>
internal static class DemoPicture
{
    public static MemoryStream Nameplate()
    {
        using var bitmap = new SKBitmap(960, 720);
        using (var canvas = new SKCanvas(bitmap))
        using (var metal = new SKPaint { Color = new SKColor(0xC8, 0xCE, 0xD3) })
        using (var ink = new SKPaint { Color = new SKColor(0x33, 0x3A, 0x41), StrokeWidth = 6, IsStroke = true })
        {
            canvas.Clear(new SKColor(0x8A, 0x95, 0x9F));
            canvas.DrawRoundRect(120, 140, 720, 440, 24, 24, metal);
            canvas.DrawRoundRect(120, 140, 720, 440, 24, 24, ink);
            for (var line = 0; line < 5; line++) canvas.DrawLine(180, 230 + line * 68, 180 + 560 - line % 3 * 110, 230 + line * 68, ink);
        }
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 85);
        return new MemoryStream(data.ToArray());
    }
}
