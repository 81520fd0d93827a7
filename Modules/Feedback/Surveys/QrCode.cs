using System.Globalization;
using System.Text;
using QRCoder;

namespace AfterSales.Feedback.Surveys;

/// <summary>A link as a code for the customer's camera: the path of an SVG, one unit a module.</summary>
/// <param name="Size">Modules a side, the quiet zone included.</param>
internal sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string link)
    {
        using var data = QRCodeGenerator.GenerateQrCode(link, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
            for (var x = 0; x < data.ModuleMatrix.Count; x++)
                if (data.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new QrCode(data.ModuleMatrix.Count, path.ToString());
    }
}
