using ExportPortal.Ui.Forms;
using Microsoft.Extensions.Options;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>How often one client may send inquiries and what follows them.</summary>
internal sealed class SendLimit(IOptions<InquiriesOptions> options, TimeProvider time) : FormLimit("inquiries", options.Value.LimitSends, options.Value.LimitMinutes, time)
{
    /// <summary>A form sent sooner, in seconds, is a machine's.</summary>
    public int LeastSeconds => options.Value.LeastSeconds;
}
