using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Inquiries.Escalating;

/// <summary>Looks every minute which steps are overdue. Harmless when several nodes do it at once.</summary>
internal sealed class StepClock(IServiceScopeFactory scopes, TimeProvider time, ILogger<StepClock> log) : InquiryClockwork(scopes, time, log)
{
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    public override async Task TurnAsync(CancellationToken cancellation)
    {
        await using var scope = Scopes.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<EscalateStep>().FindDueAsync(cancellation);
        await ForEachAsync(due, (services, inquiry) => services.GetRequiredService<EscalateStep>().RunAsync(inquiry, cancellation), cancellation);
    }
}
