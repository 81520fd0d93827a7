using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace AfterSales.Host.Composition;

/// <summary>
/// A field left empty arrives as an empty text where a form says <c>string</c>, and as null only where it says <c>string?</c>; otherwise
/// MVC would put a null into a property that is declared to have none, and the rule that asks for a value would never be reached.
/// </summary>
internal sealed class EmptyTextStaysText : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType != typeof(string)) return;
        var nullability = new NullabilityInfoContext();
        var declared = context.Key.PropertyInfo is { } property ? nullability.Create(property) : context.Key.ParameterInfo is { } parameter ? nullability.Create(parameter) : null;
        if (declared?.WriteState == NullabilityState.NotNull) context.DisplayMetadata.ConvertEmptyStringToNull = false;
    }
}
