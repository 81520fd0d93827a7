using System.Text.Json;
using System.Text.Json.Nodes;
using AfterSales.Kernel.Api;
using AfterSales.Kernel.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AfterSales.Host.Integrations;

/// <summary>
/// <c>/openapi/v1.json</c>: what no signature says is added from each operation's <see cref="ApiOperation"/>: words, scope, keys, versions, refusals, an
/// example that is accepted.
/// </summary>
internal sealed class ApiDescription(Texts text) : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    const string Scheme = "token", ProblemMedia = "application/problem+json";
    static readonly int[] Everywhere = [400, 401, 403, 429, 500];

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        (document.Info.Title, document.Info.Version, document.Info.Description, document.Servers) = ("AfterSales", Composition.Product.Version, text["Api.Description"], []);
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme> { [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = text["Api.Description.Token"] } };
        return Task.CompletedTask;
    }

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().FirstOrDefault() is not { } known) return;
        var (document, group) = (context.Document!, known.Name.Split('.')[0]);
        document.Tags ??= new HashSet<OpenApiTag>();
        if (document.Tags.All(t => t.Name != group)) document.Tags.Add(new OpenApiTag { Name = group });
        (operation.Summary, operation.Tags) = (text["Api." + known.Name], new HashSet<OpenApiTagReference> { new(group, document) });
        operation.Description = text["Api.Description.Scope", known.Scope] + (known.ShowsPersons ? " " + text["Api.Description.Persons"] : "");
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [known.Scope] }];
        operation.Parameters ??= [];
        var posts = context.Description.HttpMethod == HttpMethods.Post;
        if (posts) operation.Parameters.Add(Header(ApiCalls.IdempotencyHeader, "Api.Description.Key", required: true));
        if (known.HasVersion && context.Description.HttpMethod != HttpMethods.Get) operation.Parameters.Add(Header("If-Match", "Api.Description.Match", known.DemandsMatch));
        if (known.Example is { } example && operation.RequestBody is OpenApiRequestBody body)
        {
            body.Required = true;
            foreach (var content in body.Content!.Values) content.Example = Without(JsonSerializer.SerializeToNode(example, example.GetType(), ApiBody.Options)!);
        }
        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), null, cancellationToken);
        document.AddComponent(nameof(Problem), problem);
        operation.Responses ??= new OpenApiResponses();
        IEnumerable<int> more = posts ? [409, 422] : known.Example is not null ? [422] : [];
        foreach (var status in Everywhere.Concat(known.Refusals).Concat(more).Distinct().Order())
            operation.Responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = text[$"Api.Status.{status}"],
                Content = new Dictionary<string, OpenApiMediaType> { [ProblemMedia] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), document) } },
                Headers = status == 429 ? new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = Number("Api.Description.Retry") } : null,
            };
        if (known.HasVersion)
            foreach (var (_, answer) in operation.Responses.Where(r => r.Key is "200" or "201"))
                if (answer is OpenApiResponse { } good) (good.Headers ??= new Dictionary<string, IOpenApiHeader>())["ETag"] = new OpenApiHeader { Description = text["Api.Description.Tag"], Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    OpenApiParameter Header(string name, string words, bool required) => new() { Name = name, In = ParameterLocation.Header, Required = required, Description = text[words], Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 255 } };

    OpenApiHeader Number(string words) => new() { Description = text[words], Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } };

    /// <summary>An example says what it says: fields that are left out are not shown as null.</summary>
    static JsonNode Without(JsonNode example)
    {
        if (example is JsonObject fields)
            foreach (var (name, value) in fields.ToList())
                if (value is null) fields.Remove(name);
                else Without(value);
        return example;
    }
}
