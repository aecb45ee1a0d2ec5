using ExportPortal.Kernel.Hosting;

namespace ExportPortal.Web.Hosting;

/// <summary>Probes: <c>/health/live</c> says that the process answers, <c>/health/ready</c> that it can serve.</summary>
internal static class Health
{
    private static readonly string[] Probing = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods("/health/live", Probing, () => Results.Text("live")).ExcludeFromDescription();
        endpoints.MapMethods("/health/ready", Probing, async (IEnumerable<IReadyCheck> checks, Leaving leaving, CancellationToken cancellation) =>
        {
            if (leaving.HasBegun)
                return Results.Json(new { status = "stopping" }, statusCode: 503);
            var ready = true;
            var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var check in checks)
            {
                var fault = await check.FindFaultAsync(cancellation);
                ready &= fault is null || !check.IsVital;
                // What is wrong is for operators (the command check tells); a probe learns only where.
                parts[check.Name] = fault is null ? "ok" : check.IsVital ? "failed" : "degraded";
            }
            return Results.Json(new { status = ready ? "ready" : "not ready", checks = parts }, statusCode: ready ? 200 : 503);
        }).ExcludeFromDescription();
    }
}
