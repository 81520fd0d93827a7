using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace AfterSales.Kernel.Api;

/// <summary>
/// One operation of the interface for programs under <c>/api/v1</c>. It is the endpoint's metadata: from it come who may call it, what is written to
/// the audit log, and how it is described.
/// </summary>
/// <param name="Name">Stable, e.g. <c>orders.list</c>; text key <c>Api.{Name}</c> says what it does.</param>
/// <param name="Scope">What the token must have been given, e.g. <c>orders.read</c>.</param>
public sealed record ApiOperation(string Name, string Scope)
{
    /// <summary>Begins the name of the policy that demands a scope.</summary>
    public const string Policy = "scope:";
    /// <summary>Type of the claim that carries one scope of a token.</summary>
    public const string ScopeClaim = "scope";
    /// <summary>Whose token has it sees persons in full; every such answer is written to the audit log.</summary>
    public const string PersonalScope = "personal.read";

    /// <summary>The answer shows persons, masked unless the token has <see cref="PersonalScope"/>.</summary>
    public bool ShowsPersons { get; init; }
    /// <summary>Replaces what is there, so it demands <c>If-Match</c>; others heed it where it is sent.</summary>
    public bool DemandsMatch { get; init; }
    /// <summary>The operation knows versions: its answers carry an <c>ETag</c>.</summary>
    public bool HasVersion { get; init; }
    /// <summary>A body that is accepted, for the description.</summary>
    public object? Example { get; init; }
    /// <summary>Refusals of its own beside those of every operation, e.g. 404.</summary>
    public IReadOnlyList<int> Refusals { get; init; } = [];
}

/// <summary>An operation refuses with a status of its own. It never reaches a program as anything but problem details.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="key">Key of the sentence.</param>
public sealed class ApiRefusal(int status, string key, params object?[] args) : Exception(key)
{
    public int Status { get; } = status;
    public RuleViolation Why { get; } = new(key, args);
}

public static class ApiCalls
{
    public const string IdempotencyHeader = "Idempotency-Key";

    /// <summary>Makes an endpoint an operation: only a token with its scope gets in.</summary>
    public static RouteHandlerBuilder Is(this RouteHandlerBuilder endpoint, ApiOperation operation) =>
        endpoint.WithName(operation.Name).WithMetadata(operation).RequireAuthorization(ApiOperation.Policy + operation.Scope);

    /// <summary>The integration that calls, as it stands in histories and in the audit log.</summary>
    public static Actor Caller(this HttpContext http) => new(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!, http.User.FindFirstValue("name")!);

    public static bool SeesPersons(this HttpContext http) => http.User.HasClaim(ApiOperation.ScopeClaim, ApiOperation.PersonalScope);

    /// <summary>Id for what this call makes. The same call sent again has the same, so even after a crash in between there is one.</summary>
    public static Guid OnceId(this HttpContext http) => http.Features.Get<OnceFeature>()!.Id;

    /// <summary>The answer shows this version of the record.</summary>
    public static void ShowVersion(this HttpContext http, int version) => http.Response.Headers.ETag = Tag(version);

    /// <summary>Goes on only where the caller knows the record as it is.</summary>
    /// <exception cref="ApiRefusal">412: it was changed meanwhile; 428: the operation demands to be told and is not.</exception>
    public static void Match(this HttpContext http, int version)
    {
        var given = http.Request.Headers.IfMatch;
        if (given.Count == 0)
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>()?.DemandsMatch == true) throw new ApiRefusal(StatusCodes.Status428PreconditionRequired, "Api.MatchMissing");
            return;
        }
        var tags = given.SelectMany(v => v!.Split(',', StringSplitOptions.TrimEntries)).ToList();
        if (!tags.Contains("*") && !tags.Contains(Tag(version))) throw new ApiRefusal(StatusCodes.Status412PreconditionFailed, "Api.ChangedMeanwhile");
    }

    static string Tag(int version) => $"\"{version}\"";
}

/// <summary>
/// What a program sends, or a part of it. <c>[Required]</c> and <c>[MaxLength]</c> on its properties are looked at before the operation, and stand in the
/// description.
/// </summary>
public interface IApiBody;

/// <param name="Id">The same for the same token and idempotency key.</param>
public sealed record OnceFeature(Guid Id);

/// <summary>Part of a list, newest first.</summary>
/// <param name="Next">What <c>after</c> is to be for the next part; null at the end.</param>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next);

public static class ApiPages
{
    const int DefaultSize = 50, LargestSize = 200;

    /// <param name="found">One more than the page takes, if there are.</param>
    public static ApiPage<T> Of<T>(IReadOnlyList<T> found, int size, Func<T, string> keyOf) => found.Count > size ? new([.. found.Take(size)], keyOf(found[size - 1])) : new(found, null);

    /// <exception cref="ApiRefusal">It is no size of a page.</exception>
    public static int Size(int? asked) => asked switch
    {
        null => DefaultSize,
        >= 1 and <= LargestSize => asked.Value,
        _ => throw new ApiRefusal(StatusCodes.Status400BadRequest, "Api.BadSize", LargestSize),
    };
}
