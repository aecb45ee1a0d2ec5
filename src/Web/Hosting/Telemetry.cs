using System.Diagnostics;
using ExportPortal.Kernel.Measuring;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
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

    /// <summary>The collector; null when none is named or the address is malformed.</summary>
    public Uri? Collector => Uri.TryCreate(Endpoint.TrimEnd('/') + "/", UriKind.Absolute, out var collector) && collector.Scheme is "http" or "https" ? collector : null;
}

/// <summary>JSON logs on standard error; metrics, traces and logs to an OpenTelemetry collector when one is named.</summary>
internal static class Telemetry
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", "Npgsql", PortalMeter.Name];
    private static readonly string[] Meters = ["Microsoft.AspNetCore.*", "System.Runtime", "Npgsql", PortalMeter.Name];

    public static void AddPortalTelemetry(this WebApplicationBuilder builder, bool serves)
    {
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section)
            .Validate(o => o.Endpoint.Length == 0 || o.Collector is not null, "Telemetry:Endpoint must be an absolute http or https address such as http://localhost:4318.")
            .ValidateOnStart();
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        if (!serves)
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter(level => level >= LogLevel.Warning);
        var options = builder.Configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new();
        if (!serves || options.Collector is not { } root)
            return;

        // Without it a request's trace does not even tell the method.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        var resource = ResourceBuilder.CreateDefault().AddService("export-portal");
        void Export(OtlpExporterOptions exporter, string signal) =>
            (exporter.Protocol, exporter.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(root, "v1/" + signal));
        builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(resource).AddOtlpExporter(e => Export(e, "logs")));
        builder.Services.AddHostedService(_ => new Providers(
            () => Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources).AddProcessor(new WithoutAddresses()).AddOtlpExporter(e => Export(e, "traces")).Build(),
            () => Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters).AddOtlpExporter(e => Export(e, "metrics")).Build()));
    }

    /// <summary>Names each request's trace by its route, and gives it the answer's status.</summary>
    public static void UseNamedTraces(this WebApplication app) => app.Use((context, next) =>
        context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } activity ? NameAsync(activity, context, next) : next(context));

    private static async Task NameAsync(Activity activity, HttpContext context, RequestDelegate next)
    {
        await next(context);
        var endpoint = context.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
        var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "";
        activity.DisplayName = $"{context.Request.Method} {route}";
        activity.SetTag("http.route", route);
        activity.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Response.StatusCode >= 500)
            activity.SetStatus(ActivityStatusCode.Error);
    }

    // Tracking and confirmation links are secrets, and so is what somebody searches for: the route stands for both.
    private sealed class WithoutAddresses : BaseProcessor<Activity>
    {
        private static readonly string[] Secret = ["url.path", "url.query", "url.full", "http.target", "http.url"];

        public override void OnEnd(Activity data)
        {
            if (data.Kind != ActivityKind.Server)
                return;
            foreach (var tag in Secret)
                data.SetTag(tag, null);
        }
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
