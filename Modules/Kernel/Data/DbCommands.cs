using System.Data.Common;

namespace AfterSales.Kernel.Data;

/// <summary>Statements that are written by hand, on either database.</summary>
public static class DbCommands
{
    /// <summary>Binds a value to a name of the statement, such as <c>@year</c>.</summary>
    public static void Bind(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
