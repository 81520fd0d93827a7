using AfterSales.Documents.Records;
using AfterSales.Kernel.Pages;

namespace AfterSales.Documents.Disputes;

/// <summary>One dispute: its steps by stage, what both sides say, papers, history, outcome.</summary>
[Permission(DocumentsPermissions.ReadDisputes)]
internal sealed class DetailsModel : DisputePage
{
    public bool SeesPapers => May(ClassRights.Permission(RecordClass.Legal));

    /// <summary>What can be done to it now by this person, the likeliest first.</summary>
    public IReadOnlyList<string> Acts
    {
        get
        {
            List<string> acts = [];
            if (!Dispute.IsOpen) return acts;
            if (May(DocumentsPermissions.EditDisputes))
            {
                if (Dispute.Waiting.Any()) acts.Add("FinishStep");
                acts.AddRange(["Position", "AddStep"]);
                if (Dispute.Waiting.Any(s => s.DueOn >= Today)) acts.Add("ChangeStep");
                if (Dispute.Stage < DisputeStage.Arbitration) acts.Add("MoveOn");
            }
            if (May(DocumentsPermissions.SignAgreements)) acts.Add("Resolve");
            return acts;
        }
    }
}
