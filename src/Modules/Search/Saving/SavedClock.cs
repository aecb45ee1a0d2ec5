using ExportPortal.Kernel.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Search.Saving;

/// <summary>Looks every few minutes which saved searches are due, and forgets old ones. Harmless when several nodes do it at once.</summary>
internal sealed class SavedClock(IServiceScopeFactory scopes, TimeProvider time, ILogger<SavedClock> log) : Clockwork(scopes, time, log)
{
    protected override TimeSpan Interval => TimeSpan.FromMinutes(5);

    public override async Task TurnAsync(CancellationToken cancellation)
    {
        await using var scope = Scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<ForgetSaved>().RunAsync(cancellation) is > 0 and var forgotten)
            Logger.SavedForgotten(forgotten);
        if (await scope.ServiceProvider.GetRequiredService<FindNew>().CompleteUntilAsync(cancellation) is not { } until)
            return;
        var look = scope.ServiceProvider.GetRequiredService<LookForNew>();
        for (var after = 0L; await look.FindDueAsync(after, until, cancellation) is { Count: > 0 } due; after = due[^1].Id)
        {
            var quiet = new List<long>();
            var looks = look.IsWorthLooking(due, until);
            foreach (var saved in due)
                if (!looks || !await TellAsync(saved, until, cancellation))
                    quiet.Add(saved.Id);
            if (quiet.Count > 0)
                await look.PassOverAsync(quiet, until, cancellation);
        }
    }

    /// <returns>False when nothing is new. A fault at one search must not keep those behind it waiting for ever, and it is tried again.</returns>
    private async Task<bool> TellAsync(SavedSearch saved, DateTimeOffset until, CancellationToken cancellation)
    {
        // Each in a scope of its own: what one of them left behind must not be saved with the next.
        await using var scope = Scopes.CreateAsyncScope();
        try
        {
            return await scope.ServiceProvider.GetRequiredService<LookForNew>().TellAsync(saved, until, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            Logger.SavedSkipped(fault, saved.Id);
            return true;
        }
    }
}
