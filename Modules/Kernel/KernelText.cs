using System.Resources;

namespace AfterSales.Kernel;

/// <summary>Sentences of the Kernel itself.</summary>
public static class KernelText
{
    public static readonly ResourceManager Resources = new("AfterSales.Kernel.KernelText", typeof(KernelText).Assembly);
}
