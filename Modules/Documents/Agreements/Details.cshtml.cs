using AfterSales.Kernel.Pages;
using AfterSales.Service.Contracts;

namespace AfterSales.Documents.Agreements;

/// <summary>One agreement: its terms, versions, clauses and history.</summary>
[Permission(DocumentsPermissions.ReadAgreements)]
internal sealed class DetailsModel : AgreementPage
{
    public AgreementVersion Shown => Agreement.VersionOn(Today) ?? Agreement.Newest;
    /// <summary>Customers that it covers, by the names they have now.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Covered { get; private set; } = [];

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        List<(Guid, string)> covered = [];
        foreach (var id in Shown.Terms.Scope.Customers)
            if (await Ask<ICustomerLookup>().ByIdAsync(id, ct) is { } customer) covered.Add((customer.Id, customer.Name));
        Covered = covered;
    }

    /// <summary>What can be done to it now by this person, the likeliest first.</summary>
    public IReadOnlyList<string> Acts
    {
        get
        {
            List<string> acts = [];
            var (edit, sign) = (May(DocumentsPermissions.EditAgreements), May(DocumentsPermissions.SignAgreements));
            if (State is AgreementState.Terminated) return [];
            if (Agreement.Open is { } open)
            {
                if (open.Stage == VersionStage.Draft && edit) acts.AddRange(["Edit", "Review"]);
                if (open.Stage == VersionStage.Review && sign) acts.Add("Sign");
                if (open.Stage == VersionStage.Review && edit) acts.Add("Review");
            }
            else if (edit) acts.Add("Amend");
            if (edit && Agreement.Versions.Exists(v => v.Stage == VersionStage.Signed && v.CopyId is null)) acts.Add("FileCopy");
            if (sign && Agreement.Ends.Exists(e => e.DecidedOn is null)) acts.Add("Decide");
            if (sign && Agreement.StartsOn is not null) acts.Add("Terminate");
            if (May(DocumentsPermissions.ReadDisputes)) acts.Add("Grounds");
            return acts;
        }
    }
}
