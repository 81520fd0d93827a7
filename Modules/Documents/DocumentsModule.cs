using System.Resources;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Documents.Data;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Documents;

/// <summary>What the Host needs to know of the Documents module.</summary>
public sealed class DocumentsModule : IModule
{
    public string Name => "Documents";
    public ResourceManager Text { get; } = new("AfterSales.Documents.DocumentsText", typeof(DocumentsModule).Assembly);
    public IReadOnlyList<Permission> Permissions => DocumentsPermissions.All;
    public IReadOnlyList<MenuItem> Menu => [];

    public void Register(IServiceCollection services, DatabaseOptions database) =>
        services.AddModuleDatabase<DocumentsDbContext, SqliteDocumentsDbContext, PostgresDocumentsDbContext>(DocumentsDbContext.SchemaName, database);
}
