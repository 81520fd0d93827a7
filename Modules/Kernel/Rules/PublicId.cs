namespace AfterSales.Kernel;

/// <summary>Ids that leave the module: version-7 guids, which sort by time and so keep indexes compact.</summary>
public static class PublicId
{
    public static Guid New(DateTime nowUtc) => Guid.CreateVersion7(new DateTimeOffset(nowUtc));

    /// <summary>Id of a made-up record: the same seed gives the same.</summary>
    public static Guid Seeded(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
