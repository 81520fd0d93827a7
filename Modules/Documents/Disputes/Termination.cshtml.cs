using AfterSales.Documents.Records;
using AfterSales.Kernel.Pages;

namespace AfterSales.Documents.Disputes;

/// <summary>One termination: the procedure step by step, and what is left to settle after it.</summary>
[Permission(DocumentsPermissions.ReadDisputes)]
internal sealed class TerminationModel : TerminationPage
{
    public bool SeesPapers => May(ClassRights.Permission(RecordClass.Agreement));

    /// <summary>What can be done to it now by this person, the likeliest first.</summary>
    public IReadOnlyList<string> Acts
    {
        get
        {
            var (edit, sign) = (May(DocumentsPermissions.EditDisputes), May(DocumentsPermissions.SignAgreements));
            List<string> acts = [];
            if (Termination.Stage < TerminationStage.After)
            {
                if (Termination.Stage == TerminationStage.Confirmation ? sign && edit : edit) acts.Add("Proceed");
                if (sign) acts.Add("Withdraw");
            }
            else if (Termination.Stage == TerminationStage.After)
            {
                if (sign && !Termination.OpenItems.Any()) acts.Add("CloseTermination");
                if (edit && Termination.OpenItems.Any()) acts.Add("FinishItem");
                if (edit) acts.Add("AddItem");
            }
            return acts;
        }
    }
}
