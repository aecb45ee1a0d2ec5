using ExportPortal.Kernel.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Inquiries;

/// <summary>The module's two doors.</summary>
public static class InquiriesModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddInquiries(this IServiceCollection services) =>
        services.AddModule("Inquiries", typeof(InquiriesModule).Assembly);

    /// <summary>Maps the module's addresses.</summary>
    public static IEndpointRouteBuilder MapInquiries(this IEndpointRouteBuilder endpoints) => endpoints;
}
