namespace ExportPortal.Web.Hosting;

internal static class Telemetry
{
    public static void AddPortalTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
    }
}
