using System.Security.Claims;
using AfterSales.Kernel.Pages;

namespace AfterSales.Documents.Records;

/// <summary>The classes that a person may see. Whoever lacks a class finds nothing of it: no row, no count, no page.</summary>
internal sealed class RecordAccess(IPermissions permissions)
{
    public IReadOnlyList<RecordClass> Of(ClaimsPrincipal user) => [.. Enum.GetValues<RecordClass>().Where(c => permissions.Has(user, ClassRights.Permission(c)))];
}
