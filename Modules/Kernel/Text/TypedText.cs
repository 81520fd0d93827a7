namespace AfterSales.Kernel.Text;

/// <summary>Text as people type it.</summary>
public static class TypedText
{
    /// <returns>The text without space around it; null when nothing was typed.</returns>
    public static string? OrNull(this string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
