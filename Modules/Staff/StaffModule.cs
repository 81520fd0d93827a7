using System.Resources;
using AfterSales.Kernel.Composition;
using AfterSales.Kernel.Data;
using AfterSales.Kernel.Jobs;
using AfterSales.Kernel.Messages;
using AfterSales.Staff.Certificates;
using AfterSales.Staff.Contracts;
using AfterSales.Staff.Data;
using AfterSales.Staff.Demo;
using AfterSales.Staff.People;
using Microsoft.Extensions.DependencyInjection;

namespace AfterSales.Staff;

/// <summary>What the Host needs to know of the Staff module.</summary>
public sealed class StaffModule : IModule
{
    public string Name => "Staff";
    public ResourceManager Text { get; } = new("AfterSales.Staff.StaffText", typeof(StaffModule).Assembly);
    public IReadOnlyList<Permission> Permissions => StaffPermissions.All;
    public IReadOnlyList<MenuItem> Menu =>
    [
        new("Certificates.Title", "/Staff/Certificates", StaffPermissions.ReadCertificates, "certificate", 200),
        new("People.Title", "/Staff/People", StaffPermissions.ReadPeople, "users", 210),
    ];
    public IReadOnlyList<JobDefinition> Jobs => [RemindOfExpiry.Job];

    public void Register(IServiceCollection services, DatabaseOptions database) => services
        .AddModuleDatabase<StaffDbContext, SqliteStaffDbContext, PostgresStaffDbContext>(StaffDbContext.SchemaName, database)
        .AddScoped<IStaffDirectory, StaffDirectory>().AddScoped<IRegisterCertificates, RegisterCertificates>()
        .AddScoped<EmployeeBook>().AddScoped<IEmployees, EmployeeBook>().AddScoped<IDemoPart, DemoPeople>()
        .AddScoped<RemindOfExpiry>().AddScoped<IDigestPart, CertificateDigest>();
}
