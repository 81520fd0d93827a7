using System.CommandLine;
using System.Resources;
using AfterSales.Kernel.CommandLine;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Outbox;
using AfterSales.Kernel.Persons;
using AfterSales.Kernel.Policies;
using AfterSales.Documents.Agreements;
using AfterSales.Documents.Contracts;
using AfterSales.Documents.Contracts.Feed;
using AfterSales.Documents.Data;
using AfterSales.Documents.Demo;
using AfterSales.Documents.Disputes;
using AfterSales.Documents.Evidence;
using AfterSales.Documents.Feed;
using AfterSales.Documents.Import;
using AfterSales.Documents.Records;
using AfterSales.Documents.Search;
using AfterSales.Documents.Storage;
using AfterSales.Kernel.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Documents;

/// <summary>What the Host needs to know of the Documents module.</summary>
public sealed class DocumentsModule : IModule
{
    public string Name => "Documents";
    public ResourceManager Text { get; } = new("AfterSales.Documents.DocumentsText", typeof(DocumentsModule).Assembly);
    public IReadOnlyList<Permission> Permissions => DocumentsPermissions.All;
    public IReadOnlyList<MenuItem> Menu => [new("Records.Title", "/Documents/Records", DocumentsPermissions.ReadRecords, "folder", 500, 'f'), new("Agreements.Title", "/Documents/Agreements", DocumentsPermissions.ReadAgreements, "building", 510), new("Evidence.Title", "/Documents/Evidence", DocumentsPermissions.TakeEvidence, "package", 530), new("Disputes.Title", "/Documents/Disputes", DocumentsPermissions.ReadDisputes, "alert-triangle", 520)];

    public IReadOnlyList<JobDefinition> Jobs => [SweepFiles.Job, IndexDocuments.Job, WatchAgreements.Job, WatchDisputes.Job];
    public IReadOnlyList<PolicyDefinition> Policies { get; } = [PolicyDefinition.Of<StoragePolicy>(StoragePolicy.Key), PolicyDefinition.Of<RecordsPolicy>(RecordsPolicy.Key), PolicyDefinition.Of<SearchPolicy>(SearchPolicy.Key), PolicyDefinition.Of<AgreementPolicy>(AgreementPolicy.Key), PolicyDefinition.Of<DisputePolicy>(DisputePolicy.Key)];

    public void Register(IServiceCollection services, DatabaseOptions database) => services
        .AddModuleDatabase<DocumentsDbContext, SqliteDocumentsDbContext, PostgresDocumentsDbContext>(DocumentsDbContext.SchemaName, database).AddScoped<IPersonData, PapersOfPerson>()
        .AddSingleton<FileStore>().AddSingleton<IFileStore>(s => s.GetRequiredService<FileStore>()).AddScoped<SweepFiles>().AddScoped<IIntegrityCheck, FilesCheck>()
        .AddHandler<FileClaimed, ClaimFiles, DocumentsDbContext>().AddHandler<FileReleased, ClaimFiles, DocumentsDbContext>().AddHandler<RecordToFile, FilePapersOfOthers, DocumentsDbContext>()
        .AddScoped<Filing>().AddScoped<RecordAccess>().AddScoped<IDigestPart, RecordDigest>().AddScoped<IIntegrityCheck, DocumentNumbersCheck>()
        .AddScoped<ReadText>().AddScoped<IndexDocuments>().AddScoped<IAfterCopy>(s => s.GetRequiredService<IndexDocuments>()).AddScoped<FindDocuments>().AddScoped<ISearchSource, DocumentSearch>()
        .AddScoped<WatchAgreements>().AddScoped<ReferenceContract>().AddScoped<FileSignedCopy>().AddScoped<IDigestPart, AgreementDigest>().AddScoped<WatchDisputes>().AddScoped<FileDisputePaper>().AddScoped<IDigestPart, DisputeDigest>().AddScoped<IEvidence, OwnEvidence>().AddScoped<EvidencePack>().AddScoped<IEvidencePacks>(s => s.GetRequiredService<EvidencePack>()).AddScoped<IDemoPart, DemoPapers>().AddScoped<ImportDocuments>()
        .AddScoped<IFeed<DocumentFeedRow>, RecordsFeed>().AddScoped<IFeed<LoanFeedRow>, LoansFeed>().AddScoped<IFeed<OrderPapersFeedRow>, OrderFilesFeed>()
        .AddScoped<IFeed<AgreementFeedRow>, AgreementsFeed>().AddScoped<IFeed<AgreementEndFeedRow>, AgreementEndsFeed>().AddScoped<IFeed<AgreementChangeFeedRow>, AgreementChangesFeed>()
        .AddScoped<IFeed<DisputeStepFeedRow>, DisputeStepsFeed>().AddScoped<IFeed<TerminationItemFeedRow>, TerminationItemsFeed>().AddScoped<IFeed<GroundMonthFeedRow>, GroundMonthsFeed>();

    public IEnumerable<Command> Commands(VerbRunner verbs) => [ImportDocuments.Verb(verbs)];
}
