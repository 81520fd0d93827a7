using System.Data.Common;

namespace AfterSales.Reporting.Warehouse;

/// <summary>
/// Facts count for the team to which their technician belonged on the day of the event (type 2); where Staff knows no place on that day, for the team
/// that the row brought. New rows find it while they are appended (<see cref="DimensionMembers.TeamOf"/>); when places change, the rows of those
/// people are settled again in the same transaction, so that a late correction, a load and a rebuild give the same numbers.
/// </summary>
internal static class TeamsOfTheDay
{
    public static void Settle(DbConnection connection)
    {
        var whose = $"technician_id IN (SELECT technician_id FROM {PeopleFacts.Places.Staging})";
        foreach (var fact in StarSchema.Facts.Where(f => f.HasTeamOfTheDay))
        {
            connection.Execute($"UPDATE {fact.Name} SET team_id = own_team_id WHERE {whose}");
            connection.Execute($"""
                UPDATE {fact.Name} SET team_id = e.team_id FROM {PeopleFacts.Places.Name} e
                WHERE e.{whose} AND e.technician_id = {fact.Name}.technician_id AND e.since <= {fact.Name}.team_day AND (e.until IS NULL OR e.until > {fact.Name}.team_day)
                """);
        }
    }
}
