using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Inquiries.Keeping;

/// <summary>Forgets in time: buyers' data, files of forms never sent, receipts. Harmless when several nodes do it at once.</summary>
internal sealed class InquiriesKeeper(IServiceScopeFactory scopes, TimeProvider time, ILogger<InquiriesKeeper> log) : BackgroundService
{
    private const int MostErasedAtOnce = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.KeeperStumbled(fault);
            }
        }
    }

    internal async Task ForgetAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = time.GetUtcNow();
        var due = await db.Set<Contact>().Where(c => c.KeepUntil < now).OrderBy(c => c.KeepUntil).Select(c => c.InquiryId).Take(MostErasedAtOnce).ToListAsync(cancellation);
        var erase = scope.ServiceProvider.GetRequiredService<EraseContact>();
        foreach (var inquiry in due)
            await erase.RunAsync(inquiry, actor: null, cancellation);
        if (due.Count > 0)
            log.ContactsErased(due.Count);
        var oldest = now - Sending.Kept;
        await db.Set<Sending>().Where(s => s.At < oldest).ExecuteDeleteAsync(cancellation);
        await scope.ServiceProvider.GetRequiredService<ForgetUploads>().RunAsync(now, cancellation);
    }
}
