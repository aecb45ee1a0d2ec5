using ExportPortal.Kernel.Database;

namespace ExportPortal.Web.Hosting;

/// <summary>Answers the probes while the schema is behind this build: alive, but not ready.</summary>
internal static class WaitingRoom
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Returns when the command <c>migrate</c> has brought the schema up to date.</summary>
    public static async Task WaitForSchemaAsync(DatabaseMigrator migrator, string urls, CancellationToken stop)
    {
        Console.Error.WriteLine("The database's schema is behind this build: run the command migrate. Waiting for it.");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls);
        await using var room = builder.Build();
        room.MapGet("/health/live", () => Results.Text("live"));
        room.MapFallback(() => Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable));
        await room.StartAsync(stop);
        while ((await migrator.PendingAsync(stop)).Count > 0)
            await Task.Delay(Interval, stop);
        await room.StopAsync(stop);
    }
}
