using ExportPortal.Kernel.Limits;
using Microsoft.Extensions.Options;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>How often one client may send.</summary>
internal sealed class SendLimit(IOptions<InquiriesOptions> options) : IDisposable
{
    public ClientLimiter Limiter { get; } = new(options.Value.LimitSends, TimeSpan.FromMinutes(options.Value.LimitMinutes));

    public void Dispose() => Limiter.Dispose();
}
