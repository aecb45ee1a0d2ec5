using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ExportPortal.Inquiries.Keeping;

/// <summary>Forgets in time: buyers' data, files of forms never sent, receipts. Harmless when several nodes do it at once.</summary>
internal sealed class InquiriesKeeper(IServiceScopeFactory scopes, TimeProvider time, ILogger<InquiriesKeeper> log) : InquiryClockwork(scopes, time, log)
{
    private static readonly TimeSpan BetweenLooksForLostFiles = TimeSpan.FromDays(1);

    private DateTimeOffset _nextLookForLostFiles = DateTimeOffset.MinValue;

    protected override TimeSpan Interval => TimeSpan.FromMinutes(15);

    public override async Task TurnAsync(CancellationToken cancellation)
    {
        await using var scope = Scopes.CreateAsyncScope();
        var (services, now) = (scope.ServiceProvider, Now);
        var db = services.GetRequiredService<PortalDbContext>();
        await EraseAsync(await db.Set<Contact>().Where(c => c.KeepUntil < now).OrderBy(c => c.KeepUntil).Select(c => c.InquiryId).ToListAsync(cancellation), cancellation);
        var oldest = now - Sending.Kept;
        await db.Set<Sending>().Where(s => s.At < oldest).ExecuteDeleteAsync(cancellation);
        await services.GetRequiredService<ForgetUploads>().RunAsync(now, cancellation);
        if (now < _nextLookForLostFiles)
            return;
        await services.GetRequiredService<ForgetLostFiles>().RunAsync(now, cancellation);
        _nextLookForLostFiles = now + BetweenLooksForLostFiles;
    }

    private async Task EraseAsync(IReadOnlyList<long> inquiries, CancellationToken cancellation)
    {
        var erased = 0;
        await ForEachAsync(inquiries, async (services, inquiry) =>
        {
            if (await services.GetRequiredService<EraseContact>().RunAsync(inquiry, actor: null, cancellation))
                erased++;
        }, cancellation);
        if (erased > 0)
            Logger.ContactsErased(erased);
    }
}
