using System.Diagnostics;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ExportPortal.Web.Hosting;

/// <summary>Settings of section <c>Telemetry</c>.</summary>
internal sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>The OTLP collector's address for HTTP with protobuf, e.g. <c>http://localhost:4318</c>; empty: nothing is sent.</summary>
    public string Endpoint { get; set; } = "";
}

/// <summary>JSON logs on standard error; metrics, traces and logs to an OpenTelemetry collector when one is named.</summary>
internal static class Telemetry
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", "ExportPortal"];
    private static readonly string[] Meters = ["Microsoft.AspNetCore.*", "System.Runtime", "Npgsql", "ExportPortal.*"];

    public static void AddPortalTelemetry(this WebApplicationBuilder builder, bool serves)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        if (!serves)
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter(level => level >= LogLevel.Warning);
        var options = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new();
        if (!serves || options.Endpoint.Length == 0)
            return;

        var root = new Uri(options.Endpoint.TrimEnd('/') + "/");
        var resource = ResourceBuilder.CreateDefault().AddService("export-portal");
        void Export(OtlpExporterOptions exporter, string signal) =>
            (exporter.Protocol, exporter.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(root, "v1/" + signal));
        builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(resource).AddOtlpExporter(e => Export(e, "logs")));
        builder.Services.AddHostedService(_ => new Providers(
            () => Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddOtlpExporter(e => Export(e, "traces")).Build(),
            () => Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter(e => Export(e, "metrics")).Build()));
    }

    // The providers live as long as the host; what they still hold is sent at its end.
    private sealed class Providers(Func<IDisposable> traces, Func<IDisposable> metrics) : IHostedService
    {
        private IDisposable[] _open = [];

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Activity.DefaultIdFormat = ActivityIdFormat.W3C;
            _open = [traces(), metrics()];
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            foreach (var provider in _open)
                provider.Dispose();
            return Task.CompletedTask;
        }
    }
}
