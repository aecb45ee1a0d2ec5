using System.Text.Encodings.Web;
using System.Text.Json;
using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Receiving;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Media.Contracts;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Keeping;

/// <summary>
/// Hands out what is held on an inquiry's buyer, with the files they attached, and has it on record.
/// Notes among the desk's staff stay out: what the desk downloads is passed on to the buyer.
/// </summary>
internal sealed class ExportContact(PortalDbContext db, ReadInquiry read, AttachmentStore store)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="inquiry">The inquiry, with parts and products.</param>
    /// <param name="actor">Who asks; null for the buyer.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Null when the data was erased.</returns>
    public async Task<BuyerFile?> RunAsync(Inquiry inquiry, string? actor, CancellationToken cancellation)
    {
        if (await db.Set<Contact>().AsNoTracking().FirstOrDefaultAsync(c => c.InquiryId == inquiry.Id, cancellation) is not { } contact)
            return null;
        var firms = await read.FirmsAsync(inquiry, Reader.Buyer, inquiry.Culture, cancellation);
        var messages = await read.MessagesAsync(inquiry, Reader.Buyer, firms, cancellation);
        // Numbered, as two files may have one name, and some systems keep names for themselves.
        var files = (await read.AttachmentsAsync(inquiry, cancellation)).Select((file, i) => (Attachment: file, Entry: $"files/{i + 1}-{FileNames.Clean(file.Name)}")).ToArray();
        db.Record(new LedgerFact("inquiry.exported", inquiry.Reference, Actor: actor));
        await db.SaveChangesAsync(cancellation);
        var data = JsonSerializer.SerializeToUtf8Bytes(new
        {
            inquiry = new
            {
                inquiry.Reference, Kind = inquiry.Kind.ToString(), State = inquiry.State.ToString(), inquiry.Quantity, inquiry.Unit, inquiry.Destination, inquiry.Culture,
                inquiry.ReceivedAt, inquiry.ReleasedAt, products = inquiry.Products.Select(p => new { p.Product, p.Name }), firms = inquiry.Parts.Select(p => p.Firm),
            },
            contact = new { contact.Name, contact.Company, contact.Email, contact.Phone, contact.Purpose, contact.ConsentedAt, inquiry.ConfirmedAt, contact.KeepUntil },
            messages = messages.Select(m => new { Writer = m.Writer.ToString(), Firm = m.FirmName?.Value, m.Culture, m.At, m.Text }),
            attachments = files.Select(f => new { f.Attachment.Name, File = f.Entry, Type = f.Attachment.Type.ToString(), f.Attachment.Length, f.Attachment.Digest }),
        }, Json);
        return new($"inquiry-{inquiry.Reference}.zip", data, [.. files.Select(f => (f.Entry, f.Attachment.Id))], store);
    }
}
