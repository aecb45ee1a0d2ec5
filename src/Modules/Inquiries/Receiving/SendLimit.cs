using ExportPortal.Kernel.Limits;
using Microsoft.Extensions.Options;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>How often one client may send, and how often try to: what is refused is no inquiry, but reading it costs all the same.</summary>
internal sealed class SendLimit(IOptions<InquiriesOptions> options, TimeProvider time)
{
    private const int TriesPerSend = 5;

    /// <summary>A form sent sooner, in seconds, is a machine's.</summary>
    public int LeastSeconds => options.Value.LeastSeconds;

    public ClientLimiter Sends { get; } = new(options.Value.LimitSends, TimeSpan.FromMinutes(options.Value.LimitMinutes), time);

    public ClientLimiter Tries { get; } = new(options.Value.LimitSends * TriesPerSend, TimeSpan.FromMinutes(options.Value.LimitMinutes), time);
}
