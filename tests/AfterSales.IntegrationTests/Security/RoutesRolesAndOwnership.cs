using AfterSales.Host.Composition;
using AfterSales.IntegrationTests.Fixtures;
using AfterSales.Kernel.Composition;

namespace AfterSales.IntegrationTests.Security;

/// <summary>
/// Every address of the server is called by everybody: as nobody and as each role, with an id that is the person's to see, with somebody else's, and
/// with one that does not exist. What is to come is worked out from the right that the page declares and from the table of ownership in <see cref="Ids"/>.
/// </summary>
[OnOneDatabase]
public sealed class RoutesRolesAndOwnership(DemoInstallation company) : IClassFixture<DemoInstallation>
{
    static readonly IReadOnlyList<string> Everybody = Roles.All;

    static HashSet<string> RightsOf(string role) =>
        [.. AfterSalesModules.All.SelectMany(m => m.Permissions).Where(p => role == Roles.Administrator || p.Roles.Contains(role)).Select(p => p.Code)];

    [Fact]
    public async Task have_no_address_that_nobody_has_listed()
    {
        var places = await Places.OfAsync(company.Services);
        List<string> unlisted = [];
        foreach (var place in places.Where(p => p.Parameters.Count > 0))
            try { Ids.Kind(place); }
            catch (KeyNotFoundException missing) { unlisted.Add(missing.Message); }
        unlisted.ShouldBeEmpty(string.Join('\n', unlisted));
        places.Count(p => p.Page is not null).ShouldBeGreaterThan(300);
        places.Where(p => p.Page is not null && p.Permission is null && !p.IsOpen && !p.IsForSignedIn).Select(p => p.Template).ShouldBeEmpty("neither a right, nor for whoever is signed in, nor open to all");
    }

    /// <summary>Pages that show something only of what the demo company does not have: a printed sheet of stickers, a participant named in the query.</summary>
    static readonly HashSet<string> Unfounded = ["/Service/Stickers/Sheet", "/Staff/Training/Practical/{id:guid}"];

    /// <summary>Pages that answer the same whether what is named exists or not: fragments that list what belongs to it, error pages, stickers of which a customer mistyped the code.</summary>
    static readonly HashSet<string> AnswersAnything = ["/Error/{status:int}", "/r/{sticker?}", "/Documents/Records/OfOrder/{number}", "/Feedback/Surveys/OfOrder/{number}"];

    /// <summary>Records of the same kind differ in their state, and with it in which acts there are; one of so many must have the page.</summary>
    const int Candidates = 25;

    [Fact]
    public async Task answer_each_role_by_its_rights_and_by_what_is_its_own()
    {
        await company.DivideAsync();
        Ids ids = new(company);
        await ids.ReadAsync();
        var places = (await Places.OfAsync(company.Services)).Where(p => p.Page is not null).DistinctBy(p => p.Page!.AreaName + p.Page.ViewEnginePath).ToList();
        List<string> wrong = [];
        Dictionary<string, HashSet<string>> walked = [];
        using var nobody = company.Anonymous();
        List<(string? Role, Visitor Person)> everybody = [(null, nobody)];
        foreach (var role in Everybody) everybody.Add((role, await company.PersonAsync(role)));
        var before = await Fingerprint.SettledAsync(company);
        var calls = 0;
        foreach (var (role, person) in everybody)
        {
            var rights = role is null ? [] : RightsOf(role);
            var token = (await person.OpenAsync(role is null ? "/SignIn" : "/Password")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
            foreach (var place in places)
            {
                Dictionary<(string, string?), int> others = [];
                var mayOpen = place.IsOpen || (role is not null && (place.Permission is null || rights.Contains(place.Permission)));
                foreach (var (whose, candidates) in Addresses(place, ids, role, mayOpen))
                    foreach (var (method, name) in place.Handlers)
                    {
                        if (method != "GET" && mayOpen && (whose == "own" || place.IsOpen)) continue; // what one may do is done elsewhere
                        string? fault = null;
                        foreach (var values in candidates)
                        {
                            var path = place.Path(values) + ids.Query(place);
                            if (name is not null) path += (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=" + name;
                            var (status, location) = await CallAsync(person, method, path, token);
                            calls++;
                            if (whose == "other's") others[(method, name)] = status;
                            else if (whose == "absent" && others.TryGetValue((method, name), out var same) && same != status) wrong.Add($"{role} {method} {path}: {status}, but {same} for somebody else's");
                            fault = Judge(place, method, role, mayOpen, whose, status, location) is { } said ? $"{role ?? "nobody"} {method} {path} ({whose}): {said}" : null;
                            if (fault is null || status != 404) break;
                        }
                        if (fault is not null) wrong.Add(fault);
                        else if (walked.TryGetValue(whose, out var there)) there.Add(place.Template);
                        else walked[whose] = [place.Template];
                    }
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{places.Count} pages, {calls} calls; {string.Join(", ", walked.Select(w => $"{w.Key} {w.Value.Count}"))}");
        wrong.ShouldBeEmpty($"{wrong.Count}:\n{string.Join('\n', wrong)}");
        walked["other's"].Count.ShouldBeGreaterThan(40); // the table of ownership is not empty
        var after = await Fingerprint.OfAsync(company.Services);
        after.Where(t => before[t.Key] != t.Value && !t.Key.EndsWith(Logs, StringComparison.Ordinal)).Select(t => t.Key).ShouldBeEmpty();
    }

    /// <summary>Who looked at a paper is written down; that is all that looking writes.</summary>
    const string Logs = "record_views";

    static IEnumerable<(string Whose, IEnumerable<string[]> Candidates)> Addresses(Place place, Ids ids, string? role, bool mayOpen)
    {
        if (place.Parameters.Count == 0)
        {
            yield return ("own", [[]]);
            yield break;
        }
        if (place.Parameters.All(p => p.IsOptional || p.Default is not null)) yield return ("own", [[]]);
        if (!mayOpen || role is null)
        {
            yield return ("absent", [place.Absent]);
            yield break;
        }
        var named = ids.Of(place);
        if (named.Where(n => n.SeenBy(role)).Take(Candidates).ToList() is { Count: > 0 } own) yield return ("own", own.Select(n => n.Values));
        if (named.FirstOrDefault(n => !n.SeenBy(role)) is { } others) yield return ("other's", [others.Values]);
        yield return ("absent", [place.Absent]);
    }

    static string? Judge(Place place, string method, string? role, bool mayOpen, string whose, int status, string? location)
    {
        if (status >= 500) return $"{status}";
        if (!mayOpen) return role is null ? status == 302 && location!.StartsWith("/SignIn", StringComparison.Ordinal) ? null : $"{status} {location}, not to sign-in" : status == 403 ? null : $"{status}, not 403";
        if (whose == "own" || AnswersAnything.Contains(place.Template)) return status is 200 or 302 or 422 || (status == 404 && (Unfounded.Contains(place.Template) || (place.Parameters.Count == 0 && place.AsksByQuery))) ? null : $"{status}";
        if (method != "GET" && status is 400 or 403) return null; // an act that is not the role's, or was not understood, is refused before anything is looked for
        return status == 404 ? null : $"{status}, not 404";
    }

    static async Task<(int Status, string? Location)> CallAsync(Visitor person, string method, string path, string token)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method != "GET") request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var answer = await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return ((int)answer.StatusCode, answer.Headers.Location is { } to ? to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString : null);
    }
}
