using System.Globalization;
using System.Text;
using QRCoder;

namespace AfterSales.Kernel.Pages;

/// <summary>A QR code as the path of an SVG, one unit a module: markup draws it, nothing is written raw.</summary>
/// <param name="Size">Modules a side, the quiet zone of four included.</param>
public sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
            for (var x = 0; x < modules.Count; x++)
                if (modules[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new QrCode(modules.Count, path.ToString());
    }
}
