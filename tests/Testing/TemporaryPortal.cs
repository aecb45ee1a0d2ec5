using ExportPortal.Accounts;
using ExportPortal.Catalogue;
using ExportPortal.Content;
using ExportPortal.Inquiries;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Media;
using ExportPortal.Search;
using ExportPortal.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.Testing;

/// <summary>The databases every module test runs on.</summary>
public enum TestDatabase
{
    /// <summary>The embedded one.</summary>
    Sqlite,
    /// <summary>A server of the tests' own.</summary>
    Postgres,
}

/// <summary>The services of the portal over an empty, migrated database and data folder of their own. Background work does not run.</summary>
public sealed class TemporaryPortal : IAsyncDisposable
{
    private static readonly SemaphoreSlim Making = new(1);
    private static string? _sqliteTemplate;
    private static string? _postgresTemplate;

    private readonly ServiceProvider _services;
    private readonly string _connection;

    private TemporaryPortal(string folder, string connection, IEnumerable<(string Key, string Value)> settings, Action<IServiceCollection>? change)
    {
        (Folder, _connection) = (folder, connection);
        // A busy machine makes pictures slowly; what is tested is the picture, not the wait.
        IEnumerable<(string Key, string Value)> own = [("Portal:Data", folder), ("Portal:Database", connection), ("Portal:PublicUrl", "https://portal.example"), ("Media:WaitSeconds", "20")];
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Named(own)).AddInMemoryCollection(Named(settings)).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration).AddLogging().AddKernel().AddUi().AddRazorPages();
        services.AddSearch().AddMedia().AddAccounts().AddCatalogue().AddContent().AddInquiries();
        change?.Invoke(services);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Named(IEnumerable<(string Key, string Value)> settings) =>
        settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value));

    /// <summary>The services.</summary>
    public IServiceProvider Services => _services;

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>An empty portal.</summary>
    public static async Task<TemporaryPortal> StartAsync(TestDatabase database, Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("portal-").FullName;
        var template = await TemplateAsync(database);
        if (database == TestDatabase.Postgres)
            return new(folder, await PostgresServer.Instance.CreateDatabaseAsync(template), settings, change);
        File.Copy(template, Path.Combine(folder, "portal.db"));
        return new(folder, "", settings, change);
    }

    /// <summary>Runs work in a scope of its own, as a request would.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs work in a scope of its own.</summary>
    public Task InScopeAsync(Func<IServiceProvider, Task> work) => InScopeAsync(async services =>
    {
        await work(services);
        return true;
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_connection.Length > 0)
            await PostgresServer.Instance.DropDatabaseAsync(_connection);
        else
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        TemporaryFolder.Remove(Folder);
    }

    // Migrating takes a second; a copy of a migrated database takes none.
    private static async Task<string> TemplateAsync(TestDatabase database)
    {
        await Making.WaitAsync();
        try
        {
            return database == TestDatabase.Sqlite ? _sqliteTemplate ??= await MakeSqliteAsync() : _postgresTemplate ??= await MakePostgresAsync();
        }
        finally
        {
            Making.Release();
        }
    }

    private static async Task<string> MakeSqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => TemporaryFolder.Remove(folder);
        await using (var portal = new TemporaryPortal(Directory.CreateTempSubdirectory("portal-").FullName, "", [], null))
        {
            await portal.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            File.Copy(Path.Combine(portal.Folder, "portal.db"), Path.Combine(folder, "portal.db"));
        }
        return Path.Combine(folder, "portal.db");
    }

    private static async Task<string> MakePostgresAsync()
    {
        var connection = await PostgresServer.Instance.CreateDatabaseAsync();
        var folder = Directory.CreateTempSubdirectory("portal-").FullName;
        // Not disposed of as others are: its database stays for the copies, and goes with the server.
        var portal = new TemporaryPortal(folder, connection, [], null);
        await portal.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        await portal._services.DisposeAsync();
        TemporaryFolder.Remove(folder);
        Npgsql.NpgsqlConnection.ClearAllPools();
        return new Npgsql.NpgsqlConnectionStringBuilder(connection).Database!;
    }
}
