using AfterSales.Kernel.Text;

namespace AfterSales.Staff.Certificates;

/// <summary>Certificates in the reader's language.</summary>
internal static class CertificateWords
{
    /// <summary>The product type's label, which Service owns: <c>gas_storage</c> is <c>ProductType.GasStorage</c>.</summary>
    public static string TypeText(Texts text, string code) => text[TypeKey(code)];

    public static string TypeKey(string code) => "ProductType." + string.Concat(code.Split('_').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    public static string Text(this CertificateType type, Texts text) => TypeText(text, type.Code);
}
