using ExportPortal.Inquiries.Mails;
using ExportPortal.Inquiries.Records;
using ExportPortal.Inquiries.Routing;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.Inquiries.Answering;

/// <summary>What a buyer sees of their inquiry.</summary>
/// <param name="Desk">The desk's name; empty while the portal has none.</param>
/// <param name="Address">The page's own address, to be kept.</param>
/// <param name="WasAskedToConfirm">False when the address had too many mails of late to get another.</param>
/// <param name="Firms">The firms asked.</param>
/// <param name="Messages">What was written, but for notes among the desk's staff.</param>
/// <param name="Files">The buyer's files.</param>
internal sealed record Tracked(
    string Desk, string Address, bool WasAskedToConfirm, IReadOnlyList<AskedFirm> Firms, IReadOnlyList<ReadMessage> Messages, IReadOnlyList<Attachment> Files);

/// <summary>Reads an inquiry for its buyer.</summary>
internal sealed class ReadTracked(BuyerAccess access, ReadInquiry read, ReasonWords words, InquiryMails mails)
{
    public async Task<Tracked> RunAsync(Inquiry inquiry, string token, PortalCulture culture, CancellationToken cancellation)
    {
        var firms = await read.FirmsAsync(inquiry, Reader.Buyer, culture.Tag, cancellation);
        return new(
            inquiry.Desk.Length > 0 ? words.DeskName(inquiry.Desk, culture) : "",
            mails.TrackingAddressOf(culture.Tag, token),
            await access.WasAskedToConfirmAsync(inquiry, cancellation),
            firms,
            await read.MessagesAsync(inquiry, Reader.Buyer, firms, cancellation),
            await read.AttachmentsAsync(inquiry, cancellation));
    }
}
