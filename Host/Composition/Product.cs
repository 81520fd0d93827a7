using System.Reflection;

namespace AfterSales.Host.Composition;

/// <summary>Which build this is.</summary>
internal static class Product
{
    static readonly string[] Full = typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+');

    public static string Version => Full[0];
    public static string Commit => Full.Length > 1 ? Full[1] : "";
}
