namespace AfterSales.Kernel.Persons;

/// <summary>The page on which everything held about a person is told, taken away and erased; modules lead to it from their own pages.</summary>
public static class PersonPages
{
    public const string Permission = "host.privacy.manage";

    public static string Of(Guid person) => $"/Privacy/Person/{person:D}";
}
