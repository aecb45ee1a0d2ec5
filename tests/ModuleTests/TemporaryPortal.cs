using ExportPortal.Accounts;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests;

/// <summary>The services of the portal over an empty database of its own.</summary>
internal sealed class TemporaryPortal : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-").FullName;
    private readonly ServiceProvider _services;

    private TemporaryPortal(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Append(("Portal:Data", _folder)).ToDictionary(s => s.Item1, s => (string?)s.Item2)).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging().AddKernel().AddMedia().AddAccounts();
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public static async Task<TemporaryPortal> StartAsync(params (string Key, string Value)[] settings)
    {
        var portal = new TemporaryPortal(settings);
        await portal.InScopeAsync(s => s.GetRequiredService<PortalDbContext>().Database.EnsureCreatedAsync());
        return portal;
    }

    public IServiceProvider Services => _services;

    public string Folder => _folder;

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
