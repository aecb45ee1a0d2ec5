using ExportPortal.Kernel.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Accounts;

/// <summary>The module's two doors.</summary>
public static class AccountsModule
{
    /// <summary>Adds the module's services.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) =>
        services.AddModule("Accounts", typeof(AccountsModule).Assembly);

    /// <summary>Maps the module's addresses.</summary>
    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder endpoints) => endpoints;
}
