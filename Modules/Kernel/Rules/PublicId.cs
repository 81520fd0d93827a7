namespace AfterSales.Kernel;

/// <summary>Ids that leave the module: version-7 guids, which sort by time and so keep indexes compact.</summary>
public static class PublicId
{
    public static Guid New(DateTime nowUtc) => Guid.CreateVersion7(new DateTimeOffset(nowUtc));
}
