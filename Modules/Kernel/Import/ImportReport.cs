using System.Text;
using AfterSales.Kernel.Text;

namespace AfterSales.Kernel.Import;

/// <summary>What an import did; refused rows go to a file with line, column and reason.</summary>
public sealed class ImportReport(string kind, Texts text, TextWriter? rejectsFile)
{
    const int MostListed = 100;
    readonly List<RefusedCell> _listed = [];
    bool _headed;

    public string Kind => kind;
    public int Read { get; set; }
    public int Accepted { get; set; }
    public int Updated { get; set; }
    public int Unchanged { get; set; }
    public int Rejected { get; private set; }

    /// <summary>Notes a refused row; all of its cells that are wrong are named.</summary>
    public void Reject(IReadOnlyCollection<Reject> problems)
    {
        if (problems.Count == 0) return;
        Rejected++;
        foreach (var problem in problems)
        {
            var reason = text.Of(problem.Reason);
            if (!_headed) rejectsFile?.WriteLine("line,column,value,reason");
            _headed = true;
            rejectsFile?.WriteLine(string.Join(',', problem.Line, Quoted(problem.Column), Quoted(problem.Value), Quoted(reason)));
            if (_listed.Count < MostListed) _listed.Add(new RefusedCell(problem.Line, problem.Column, problem.Value, reason));
        }
    }

    /// <summary>The JSON document of <c>import</c>.</summary>
    public object ToJson() => new { kind, read = Read, accepted = Accepted, updated = Updated, unchanged = Unchanged, rejected = Rejected, rejects = _listed.Select(r => new { line = r.Line, column = r.Column, value = r.Value, reason = r.Reason }) };

    /// <summary>The first refused cells, for a page.</summary>
    public IReadOnlyList<RefusedCell> Listed => _listed;

    /// <summary>Quoted for CSV; a spreadsheet must not take a cell for a formula.</summary>
    static string Quoted(string cell)
    {
        var safe = new StringBuilder("\"");
        if (cell.Length > 0 && "=+-@\t＝＋－＠".Contains(cell[0], StringComparison.Ordinal)) safe.Append('\'');
        return safe.Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').ToString();
    }
}

/// <summary>A cell that was refused, named for people.</summary>
public sealed record RefusedCell(int Line, string Column, string Value, string Reason);
