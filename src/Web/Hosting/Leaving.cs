using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace ExportPortal.Web.Hosting;

/// <summary>Settings of section <c>Serving</c>.</summary>
internal sealed class ServingOptions
{
    public const string Section = "Serving";

    /// <summary>For how long a process that is asked to stop goes on serving, unready, so that proxies turn to others, in seconds, 0 to 300. Default 0, for one that has no others beside it.</summary>
    [Range(0, 300)]
    public int DrainSeconds { get; set; }
}

/// <summary>
/// Leaves so that no request fails. Asked to stop, the process is unready at once, which proxies that probe notice, and lets connections end.
/// In the last second it answers readings with 503, by which proxies that do not probe turn to another node and stay there. Then it stops
/// listening, finishes what is in hand and ends.
/// </summary>
internal sealed class Leaving(IOptions<ServingOptions> options, TimeProvider time, ILogger<Leaving> log) : IHostedLifecycleService
{
    private static readonly TimeSpan LastCall = TimeSpan.FromSeconds(1);

    /// <summary>True once the process was asked to stop.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>True when readers are to be sent elsewhere.</summary>
    public bool TurnsReadersAway { get; private set; }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        HasBegun = true;
        if (options.Value.DrainSeconds == 0)
            return;
        log.LeavingBegins(options.Value.DrainSeconds);
        await Task.Delay(TimeSpan.FromSeconds(options.Value.DrainSeconds) - LastCall, time, cancellationToken);
        TurnsReadersAway = true;
        await Task.Delay(LastCall, time, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The process's end in the request pipeline.</summary>
internal static class LeavingSetup
{
    // For requests in hand, and for an effect of the outbox.
    private static readonly TimeSpan Finish = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddLeaving(this IServiceCollection services)
    {
        services.AddOptions<ServingOptions>().BindConfiguration(ServingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // Read while the host is built, before a wrong setting can be told.
        services.AddOptions<HostOptions>().Configure<IConfiguration>((host, configuration) => host.ShutdownTimeout = Finish
            + TimeSpan.FromSeconds(int.TryParse(configuration[$"{ServingOptions.Section}:{nameof(ServingOptions.DrainSeconds)}"], NumberStyles.None, CultureInfo.InvariantCulture, out var drain) ? drain : 0));
        return services.AddSingleton<Leaving>().AddHostedService(s => s.GetRequiredService<Leaving>());
    }

    /// <summary>Lets connections end, and in the last second readers go elsewhere. To be first: nothing that is kept may be answered then.</summary>
    public static void UseLeaving(this WebApplication app)
    {
        var leaving = app.Services.GetRequiredService<Leaving>();
        app.Use((context, next) =>
        {
            if (!leaving.HasBegun || context.Request.Path.StartsWithSegments("/health"))
                return next(context);
            // A proxy that kept the connection would send its next request into its end.
            if (HttpProtocol.IsHttp11(context.Request.Protocol))
                context.Response.Headers[HeaderNames.Connection] = "close";
            var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
            if (!leaving.TurnsReadersAway || !reads)
                return next(context);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "1";
            context.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
    }
}
