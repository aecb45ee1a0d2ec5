using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Benchmarks.Serving;

/// <summary>What the portal is compared with: Kestrel with nothing on it, answering the same bytes to everybody.</summary>
internal static class PlainAnswer
{
    /// <summary>Serves until the process is told to end.</summary>
    public static async Task ServeAsync(string url, string file)
    {
        var body = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.RunAsync();
    }
}
