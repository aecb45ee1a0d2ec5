using System.Net;
using ExportPortal.Accounts.Contracts;
using ExportPortal.Catalogue.Contracts;
using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Protection;
using ExportPortal.Web.CommandLine;
using Microsoft.Extensions.Options;

namespace ExportPortal.Web.Hosting;

/// <summary>What is done before the portal answers, and what it says when it does.</summary>
internal static class FirstStart
{
    public static async Task PrepareAsync(WebApplication app, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        using var terminal = new ConsoleTerminal();
        await scope.ServiceProvider.GetRequiredService<EnsureProtectionKey>().RunAsync(stop);
        await scope.ServiceProvider.GetRequiredService<StartingCatalogue>().EnsureAsync(terminal, stop);
    }

    /// <summary>Prints the addresses, and the sample users where only this machine can use them.</summary>
    public static async Task WelcomeAsync(WebApplication app, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var catalogue = scope.ServiceProvider.GetRequiredService<StartingCatalogue>();
        var users = scope.ServiceProvider.GetRequiredService<SampleUsers>();
        using var terminal = new ConsoleTerminal();
        if (app.Urls.All(IsLoopback) && await catalogue.HasSampleAsync(stop))
            await PrintSampleUsersAsync(app, scope.ServiceProvider, terminal, stop);
        else
            await users.RemoveAsync(stop);
        if (!app.Urls.All(IsLoopback) && scope.ServiceProvider.GetRequiredService<IOptions<PortalOptions>>().Value.PublicUrl.Length == 0)
            terminal.Error($"Portal:PublicUrl is not set: links in mails and for search engines will lead to {app.Urls.First()}, which others may not reach.");
        foreach (var url in app.Urls)
            terminal.Line($"ExportPortal answers at {url}/");
    }

    private static async Task PrintSampleUsersAsync(WebApplication app, IServiceProvider services, ConsoleTerminal terminal, CancellationToken stop)
    {
        var desks = services.GetRequiredService<TradeMap>().Desks.Select(d => (d.Id, d.Names.For("en")!.Value.Value));
        var sample = await services.GetRequiredService<SampleUsers>()
            .EnsureAsync(desks, await services.GetRequiredService<StartingCatalogue>().SampleFirmsAsync(stop), stop);
        terminal.Line($"Sample users, for this start only. Sign in at {app.Urls.First()}/fa/desk/sign-in with the password {sample[0].Password}");
        foreach (var user in sample)
            terminal.Line($"  {user.Email}  {user.Name}");
    }

    private static bool IsLoopback(string url)
    {
        var host = new Uri(url).Host.Trim('[', ']');
        return host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
