using AfterSales.Kernel;

namespace AfterSales.Service.Requests;

/// <summary>What came out about the job afterwards, and what brought it.</summary>
internal sealed partial class ServiceOrder
{
    /// <summary>Number of the complaint by which the job was found not to be good work; null while it counts as good.</summary>
    public string? QualityComplaint { get; private set; }
    /// <summary>Code of its cause.</summary>
    public string? QualityCause { get; private set; }
    /// <summary>Code of the campaign that the customer named or whose link was used.</summary>
    public string? Campaign { get; private set; }

    /// <summary>A complaint about the job was upheld for its quality. However many there are, and however often they are decided, the job counts once.</summary>
    /// <returns>False when that complaint was known.</returns>
    public bool FoundWanting(string complaint, string? cause, DateTime at)
    {
        if (Events.Exists(e => e.Act == "FoundWanting" && e.Args.Split('\u001f')[0] == complaint)) return false;
        (QualityComplaint, QualityCause) = (QualityComplaint ?? complaint, QualityComplaint is null ? cause : QualityCause);
        Done("FoundWanting", Actor.System, at, complaint, cause is null ? "" : "Cause." + cause);
        return true;
    }
}
