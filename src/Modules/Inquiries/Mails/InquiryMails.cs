using ExportPortal.Catalogue.Contracts;
using ExportPortal.Inquiries.Deadlines;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Database;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Mail;
using ExportPortal.Kernel.People;
using ExportPortal.Kernel.Texts;

namespace ExportPortal.Inquiries.Mails;

/// <summary>Queues the mails about inquiries; they leave after the next save.</summary>
internal sealed class InquiryMails(PortalDbContext db, FindRecipients recipients, Terms terms, InterfaceTexts texts, PublicAddress address)
{
    /// <summary>Asks the buyer to confirm the address. Holds nothing that the sender typed: the address may be somebody else's.</summary>
    public void ConfirmAddress(Inquiry inquiry, Contact contact)
    {
        var (link, token) = BuyerLink.New(inquiry, LinkPurpose.Confirm);
        db.Add(link);
        var words = texts.For(inquiry.Culture);
        QueueForBuyer(inquiry, contact, words, "Confirm", [("reference", inquiry.Reference), ("link", ConfirmAddressOf(inquiry, token))]);
    }

    /// <summary>Tells the buyer that an answer waits; the answer itself only to an address that is confirmed.</summary>
    public void TellBuyer(Inquiry inquiry, Contact contact, string answer)
    {
        var confirmed = inquiry.ConfirmedAt is not null;
        var (link, token) = BuyerLink.New(inquiry, confirmed ? LinkPurpose.Track : LinkPurpose.Confirm);
        db.Add(link);
        var words = texts.For(inquiry.Culture);
        if (confirmed)
            QueueForBuyer(inquiry, contact, words, "Answer", [("reference", inquiry.Reference), ("answer", answer), ("link", TrackingAddressOf(inquiry.Culture, token))]);
        else
            QueueForBuyer(inquiry, contact, words, "AnswerWaits", [("reference", inquiry.Reference), ("link", ConfirmAddressOf(inquiry, token))]);
    }

    /// <summary>Tells the desk's people, each in their language.</summary>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="mail">Which mail: the texts <c>Inquiries.Mail.…</c> with its name.</param>
    /// <param name="cancellation">Ends the looking up of people.</param>
    public async Task TellDeskAsync(Inquiry inquiry, string mail, CancellationToken cancellation)
    {
        foreach (var officer in await recipients.OfDeskAsync(inquiry.Desk, cancellation))
            Tell(inquiry, mail, officer);
    }

    /// <summary>Tells the people of all firms asked, each once and in their language. Only for inquiries that are released.</summary>
    public async Task TellFirmsAsync(Inquiry inquiry, string mail, CancellationToken cancellation)
    {
        var people = new List<Addressee>();
        foreach (var part in inquiry.Parts)
            people.AddRange(await recipients.OfFirmAsync(part.Firm, cancellation));
        foreach (var person in people.DistinctBy(p => p.Email))
            Tell(inquiry, mail, person);
    }

    /// <summary>Tells one of the staff in their language. A mail to staff holds nothing of the buyer.</summary>
    /// <param name="inquiry">The inquiry.</param>
    /// <param name="mail">Which mail: the texts <c>Inquiries.Mail.…</c> with its name.</param>
    /// <param name="to">Whom.</param>
    /// <param name="more">Values for placeholders that only this mail has.</param>
    public void Tell(Inquiry inquiry, string mail, Addressee to, params (string, object?)[] more)
    {
        var words = texts.For(to.Culture);
        Queue(to.Email, words, mail,
        [
            ("reference", inquiry.Reference),
            ("kind", words["Inquiries.Kind." + inquiry.Kind]),
            ("country", Countries.Name(inquiry.Destination, words.Culture.Tag)),
            ("due", inquiry.DueAt is { } due ? words.Moment(due, terms.ZoneOf(inquiry.Desk)) : "–"),
            ("link", address.Of($"/{words.Culture.Tag}/desk/inquiries/{inquiry.Reference}")),
            .. more,
        ], null);
    }

    /// <summary>The absolute address of an inquiry's page for its buyer.</summary>
    public string TrackingAddressOf(string culture, string token) => address.Of($"/{culture}/inquiries/{token}");

    private string ConfirmAddressOf(Inquiry inquiry, string token) => address.Of($"/{inquiry.Culture}/inquiries/confirm/{token}");

    private void Queue(string to, Wording words, string mail, (string, object?)[] arguments, string? dataOf) =>
        db.QueueMail(new(to, words["Inquiries.Mail." + mail + ".Subject", arguments], words["Inquiries.Mail." + mail + ".Text", arguments], words.Culture.Tag, dataOf));

    // The address alone is personal data: what has not left when the buyer is erased must not leave any more.
    private void QueueForBuyer(Inquiry inquiry, Contact contact, Wording words, string mail, (string, object?)[] arguments) =>
        Queue(contact.Email, words, mail, arguments, inquiry.Reference);
}
