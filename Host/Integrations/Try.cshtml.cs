using System.Text.Json;
using System.Text.Json.Nodes;
using AfterSales.Host.Composition;
using AfterSales.Kernel.Pages;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace AfterSales.Host.Integrations;

/// <summary>Every operation of the description with a form; a script of ours sends it with a token that was pasted and is kept nowhere.</summary>
[Permission(HostPermissions.Integrations)]
internal sealed class TryModel([FromKeyedServices("v1")] IOpenApiDocumentProvider description) : ModulePage
{
    /// <param name="In">path, query or header.</param>
    internal sealed record Field(string Name, string In, bool IsRequired, string? Description, string Value);

    internal sealed record Operation(string Id, string Group, string Method, string Path, string Summary, string Description, IReadOnlyList<Field> Fields, string? Body);

    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<Operation> Operations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var document = await description.GetOpenApiDocumentAsync(ct);
        Operations = [.. from path in document.Paths from operation in path.Value.Operations ?? new Dictionary<HttpMethod, OpenApiOperation>() select Of(path.Key, operation.Key.Method, operation.Value)];
    }

    static Operation Of(string path, string method, OpenApiOperation operation) => new(
        operation.OperationId!, operation.OperationId!.Split('.')[0], method, path, operation.Summary ?? "", operation.Description ?? "",
        [.. (operation.Parameters ?? []).Select(p => new Field(p.Name!, p.In switch { ParameterLocation.Path => "path", ParameterLocation.Header => "header", _ => "query" }, p.Required, p.Description, ""))],
        operation.RequestBody is null ? null : operation.RequestBody.Content?.Values.FirstOrDefault()?.Example is JsonNode example ? example.ToJsonString(Readable) : "{}");
}
