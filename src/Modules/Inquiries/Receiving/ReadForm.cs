using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Cultures;
using Microsoft.Extensions.Options;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>Reads what a form shows beside what was typed into it.</summary>
internal sealed class ReadForm(FindAsked find, UploadTray tray, IOptions<InquiriesOptions> options)
{
    private const double DaysOfMonth = 365.25 / 12;

    /// <summary>For how long the sender's data will be kept.</summary>
    public int KeepMonths => (int)Math.Round(options.Value.KeepDays / DaysOfMonth);

    /// <summary>What is published of what it names, for a reader.</summary>
    public Task<Asked> AskedAsync(InquiryForm form, PortalCulture reader, CancellationToken cancellation) => find.RunAsync(form, reader.Tag, cancellation);

    /// <summary>The files that wait for its next sending.</summary>
    public Task<IReadOnlyList<Attachment>> FilesAsync(SendingKey key, CancellationToken cancellation) => tray.ListAsync(key.Key, cancellation);
}
