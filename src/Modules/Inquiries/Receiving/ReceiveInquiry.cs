using System.Text.Json;
using ExportPortal.Inquiries.Mails;
using ExportPortal.Inquiries.Records;
using ExportPortal.Inquiries.Routing;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Ledger;
using ExportPortal.Kernel.Values;
using Microsoft.EntityFrameworkCore;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>Saves an inquiry with all that follows from it in one transaction, once for each sending key.</summary>
internal sealed class ReceiveInquiry(PortalDbContext db, SendingBook book, RouteInquiry route, InquiryMails mails, ConfirmationLimit limit)
{
    // Whoever goes back from the receipt gets a new form, often with all that was typed: sent again within this time it is the same inquiry.
    private static readonly TimeSpan SameWithin = TimeSpan.FromHours(1);

    /// <summary>The receipt of this sending, or of the earlier one under the same key or of the same from the same browser.</summary>
    public async Task<Receipt> RunAsync(CheckedInquiry form, SendingKey key, CancellationToken cancellation)
    {
        if (await book.FindAsync(key.Key, cancellation) is { } before)
            return before;
        var decision = await route.RunAsync(new(form.Destination, form.Culture, Sectors(form.Asked), form.Asked.Firms, form.Asked.Desk?.Id), form.At, cancellation);
        var inquiry = NewInquiry(form, decision);
        var contact = NewContact(form, inquiry);
        var (link, token) = BuyerLink.New(inquiry, LinkPurpose.Track);
        db.Add(contact);
        db.Add(link);
        db.Add(new Message { Inquiry = inquiry, Writer = Writer.Buyer, Culture = form.MessageCulture, Text = form.Message, At = form.At, Form = "first:" + inquiry.Reference });
        foreach (var attachment in await db.Set<Attachment>().Where(a => a.Form == key.Key && a.InquiryId == null).ToListAsync(cancellation))
            attachment.Inquiry = inquiry;
        book.Enter(key, inquiry, token);
        Record(inquiry, contact, form, decision);
        await mails.TellDeskAsync(inquiry, "Received", cancellation);
        try
        {
            if (await SaveAsync(inquiry, contact, key, cancellation) is { } same)
                return same;
        }
        catch (DbUpdateException)
        {
            // The same form came twice at once, and the other was faster.
            db.ChangeTracker.Clear();
            if (await book.FindAsync(key.Key, cancellation) is { } other)
                return other;
            throw;
        }
        return new(inquiry.Reference, token, inquiry.Culture, key.Digest);
    }

    // One after the other, so that of two that come at once the second finds the first.
    private async Task<Receipt?> SaveAsync(Inquiry inquiry, Contact contact, SendingKey key, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginOrderedAsync(cancellation);
        if (key.Browser is not null && await book.FindSameAsync(key.Digest, inquiry.ReceivedAt - SameWithin, cancellation) is { } same)
        {
            db.ChangeTracker.Clear();
            return same;
        }
        if (await limit.AllowsAsync(contact, cancellation))
            mails.ConfirmAddress(inquiry, contact);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    private static Inquiry NewInquiry(CheckedInquiry form, RoutingDecision decision)
    {
        var inquiry = new Inquiry
        {
            Reference = PublicId.NewReference(),
            Kind = form.Kind,
            Culture = form.Culture,
            Quantity = form.Quantity,
            Unit = form.Unit,
            Destination = form.Destination,
            Origin = form.Asked.Origin,
            Desk = decision.Desk,
            RoutingReason = decision.Reason.Write(),
            ReceivedAt = form.At,
            Parts = [.. form.Asked.Firms.Select(f => new InquiryPart { Firm = f })],
            Products = [.. form.Asked.Products.Select(p => new InquiryProduct { Product = p.Id, Firm = p.Firm ?? "", Name = p.Name.Value, NameCulture = p.Name.Culture })],
        };
        inquiry.AwaitRelease(decision.ReleaseDue);
        return inquiry;
    }

    private static Contact NewContact(CheckedInquiry form, Inquiry inquiry) => new()
    {
        Inquiry = inquiry,
        Name = form.Name,
        Company = form.Company,
        Email = form.Email,
        Mailbox = EmailAddress.MailboxOf(form.Email),
        Phone = form.Phone,
        Purpose = Contact.AnsweringPurpose,
        ConsentedAt = form.At,
        KeepUntil = form.KeepUntil,
    };

    private void Record(Inquiry inquiry, Contact contact, CheckedInquiry form, RoutingDecision decision)
    {
        db.Record(new LedgerFact("inquiry.received", inquiry.Reference, inquiry.Origin, Detail: JsonSerializer.Serialize(new
        {
            kind = inquiry.Kind.ToString(),
            destination = inquiry.Destination,
            firms = form.Asked.Firms,
            products = form.Asked.Products.Select(p => p.Id),
            contact = contact.DigestOf(contact.Email),
            message = contact.DigestOf(form.Message),
        })));
        db.Record(new LedgerFact("inquiry.routed", inquiry.Reference, Detail: JsonSerializer.Serialize(new
        {
            desk = decision.Desk,
            rule = decision.Rule,
            reason = decision.Reason.Key,
        })));
    }

    private static string[] Sectors(Asked asked) => [.. asked.Products.Select(p => p.Sector).Append(asked.Organisation?.Sector).OfType<string>().Distinct()];
}
