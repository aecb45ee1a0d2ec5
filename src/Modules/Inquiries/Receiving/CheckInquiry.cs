using ExportPortal.Catalogue.Contracts;
using ExportPortal.Inquiries.Records;
using ExportPortal.Kernel.Cultures;
using ExportPortal.Kernel.Outcomes;
using ExportPortal.Kernel.Values;
using Microsoft.Extensions.Options;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>An inquiry in which everything is right.</summary>
internal sealed record CheckedInquiry(
    Asked Asked, InquiryKind Kind, decimal? Quantity, string? Unit, string Destination, string Message, string MessageCulture, string Culture,
    string Name, string Company, string Email, string Phone, DateTimeOffset At, DateTimeOffset KeepUntil);

/// <summary>Reads and checks an inquiry as it was typed, for the form and the API alike.</summary>
internal sealed class CheckInquiry(FindAsked find, TimeProvider time, IOptions<InquiriesOptions> options)
{
    /// <summary>What a desk itself may be asked for: it sells nothing.</summary>
    public static IReadOnlyList<InquiryKind> KindsOfDesk { get; } = [InquiryKind.Information, InquiryKind.Partnership];

    /// <summary>What was typed, or why not: each refusal names its field.</summary>
    /// <param name="form">As typed.</param>
    /// <param name="typedIn">The interface culture it was typed in.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<Outcome<CheckedInquiry>> RunAsync(InquiryForm form, PortalCulture typedIn, CancellationToken cancellation)
    {
        var asked = await find.RunAsync(form, typedIn.Tag, cancellation);
        var refusals = FindAsked.Refuse(form, asked).ToList();
        var now = time.GetUtcNow();
        var kind = Kind(form.Kind, refusals);
        var (quantity, unit) = Quantity(form, typedIn, refusals);
        if (asked.Desk is not null && !KindsOfDesk.Contains(kind))
            refusals.Add(new("Inquiries.Form.KindOfDesk", "kind"));
        if (asked.Desk is not null && quantity is not null)
            refusals.Add(new("Inquiries.Form.QuantityOfDesk", "quantity"));
        var destination = form.Destination.ToUpperInvariant();
        if (!Countries.IsCountry(destination))
            refusals.Add(new("Inquiries.Form.DestinationMissing", "destination"));
        var message = Required(Typed.Text(form.Message), "message", Inquiry.LongestMessage, refusals);
        var name = Required(Typed.Line(form.Name), "name", Contact.LongestName, refusals);
        var company = Within(Typed.Line(form.Company), "company", Contact.LongestCompany, refusals);
        var email = Email(Typed.Line(form.Email), refusals);
        var phone = Phone(form.Phone.Trim(), refusals);
        var culture = form.Culture.Length == 0 ? typedIn : PortalCultures.Find(form.Culture);
        if (culture is null)
            refusals.Add(new("Inquiries.Form.CultureUnknown", "culture"));
        if (!form.Consent)
            refusals.Add(new("Inquiries.Form.ConsentMissing", "consent"));
        return refusals.Count > 0
            ? Outcome<CheckedInquiry>.Refused(refusals)
            : new CheckedInquiry(asked, kind, quantity, unit, destination, message, typedIn.Tag, culture!.Tag, name, company, email, phone,
                now, now.AddDays(options.Value.KeepDays));
    }

    private static InquiryKind Kind(string typed, List<Refusal> refusals)
    {
        if (Enum.TryParse<InquiryKind>(typed, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsAsciiDigit(typed[0]))
            return kind;
        refusals.Add(new("Inquiries.Form.KindMissing", "kind"));
        return default;
    }

    private static (decimal? Quantity, string? Unit) Quantity(InquiryForm form, PortalCulture typedIn, List<Refusal> refusals)
    {
        if (form.Quantity.Trim().Length == 0)
            return (null, null);
        var quantity = form.Quantity.Length <= 40 ? Typed.Quantity(form.Quantity, typedIn.Tag) : null;
        if (quantity is null)
            refusals.Add(new("Inquiries.Form.QuantityMalformed", "quantity"));
        var unit = form.Unit.Length == 0 ? QuantityUnits.Default : form.Unit;
        if (!QuantityUnits.All.Contains(unit))
            refusals.Add(new("Inquiries.Form.UnitUnknown", "unit"));
        return (quantity, unit);
    }

    private static string Email(string email, List<Refusal> refusals)
    {
        if (email.Length == 0)
            refusals.Add(new("Inquiries.Form.EmailMissing", "email"));
        else if (!EmailAddress.IsValid(email))
            refusals.Add(new("Ui.Form.EmailMalformed", "email"));
        return email;
    }

    private static string Phone(string typed, List<Refusal> refusals)
    {
        if (typed.Length == 0)
            return "";
        if (typed.Length <= 60 && Typed.Phone(typed) is { } phone)
            return phone;
        refusals.Add(new("Inquiries.Form.PhoneMalformed", "phone"));
        return "";
    }

    // The key's last part is the field's name: Inquiries.Form.Missing.message, Inquiries.Form.TooLong.message.
    private static string Required(string text, string field, int most, List<Refusal> refusals)
    {
        if (text.Length == 0)
            refusals.Add(new("Inquiries.Form.Missing." + field, field));
        return Within(text, field, most, refusals);
    }

    private static string Within(string text, string field, int most, List<Refusal> refusals)
    {
        if (text.Length > most)
            refusals.Add(new("Inquiries.Form.TooLong." + field, field, ("most", most), ("length", text.Length)));
        return text;
    }
}
