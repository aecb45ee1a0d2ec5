using System.Text.Encodings.Web;
using System.Text.Json;
using ExportPortal.Inquiries.Answering;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Keeping;

/// <summary>Hands out everything held on an inquiry's buyer, as JSON, and has it on record.</summary>
internal sealed class ExportContact(PortalDbContext db, ReadInquiry read)
{
    public const string ContentType = "application/json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string NameOf(Inquiry inquiry) => $"inquiry-{inquiry.Reference}.json";

    /// <param name="inquiry">The inquiry, with parts and products.</param>
    /// <param name="reader">Who reads it: the buyer, or the desk, which also gets the notes among colleagues.</param>
    /// <param name="actor">Who asks; null for the buyer.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>UTF-8 JSON; null when the data was erased.</returns>
    public async Task<byte[]?> RunAsync(Inquiry inquiry, Reader reader, string? actor, CancellationToken cancellation)
    {
        if (await db.Set<Contact>().AsNoTracking().FirstOrDefaultAsync(c => c.InquiryId == inquiry.Id, cancellation) is not { } contact)
            return null;
        var firms = await read.FirmsAsync(inquiry, reader, inquiry.Culture, cancellation);
        var messages = await read.MessagesAsync(inquiry, reader, firms, cancellation);
        var files = await read.AttachmentsAsync(inquiry, cancellation);
        db.Record(new LedgerFact("inquiry.exported", inquiry.Reference, Actor: actor));
        await db.SaveChangesAsync(cancellation);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            inquiry = new
            {
                inquiry.Reference, Kind = inquiry.Kind.ToString(), State = inquiry.State.ToString(), inquiry.Quantity, inquiry.Unit, inquiry.Destination, inquiry.Culture,
                inquiry.ReceivedAt, inquiry.ReleasedAt, products = inquiry.Products.Select(p => new { p.Product, p.Name }), firms = inquiry.Parts.Select(p => p.Firm),
            },
            contact = new { contact.Name, contact.Company, contact.Email, contact.Phone, contact.Purpose, contact.ConsentedAt, inquiry.ConfirmedAt, contact.KeepUntil },
            messages = messages.Select(m => new { Writer = m.Writer.ToString(), Firm = m.FirmName?.Value, m.Culture, m.At, m.Text }),
            attachments = files.Select(f => new { f.Name, Type = f.Type.ToString(), f.Length, f.Digest }),
        }, Json);
    }
}
