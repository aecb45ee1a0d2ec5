using ExportPortal.Kernel.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Inquiries;

/// <summary>Takes turns in which something is done for each of many inquiries.</summary>
internal abstract class InquiryClockwork(IServiceScopeFactory scopes, TimeProvider time, ILogger log) : Clockwork(scopes, time, log)
{
    /// <summary>Does the same for each inquiry: a fault at one of them must not keep those behind it waiting for ever.</summary>
    protected async Task ForEachAsync(IEnumerable<long> inquiries, Func<IServiceProvider, long, Task> work, CancellationToken cancellation)
    {
        foreach (var inquiry in inquiries)
        {
            // Each in a scope of its own: what one of them left behind must not be saved with the next.
            await using var scope = Scopes.CreateAsyncScope();
            try
            {
                await work(scope.ServiceProvider, inquiry);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                Logger.InquirySkipped(fault, inquiry);
            }
        }
    }
}
