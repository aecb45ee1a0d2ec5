using System.Text.Json.Serialization;
using ExportPortal.Inquiries.Receiving;

namespace ExportPortal.Inquiries.Api;

/// <summary>The body of <c>POST /api/v1/inquiries</c>. Its fields are those of the form; an unknown one is refused.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record InquiryRequest(
    IReadOnlyList<string>? Products, string? Organisation, string? Showroom, string? Desk, string? Kind,
    [property: JsonConverter(typeof(QuantityConverter))] string? Quantity, string? Unit, string? Destination,
    string? Message, string? Name, string? Company, string? Email, string? Phone, string? Culture, bool? Consent)
{
    public InquiryForm ToForm() => new()
    {
        Products = Products?.OfType<string>().ToArray() ?? [],
        Organisation = Organisation ?? "",
        Showroom = Showroom ?? "",
        Desk = Desk ?? "",
        Kind = Kind ?? "",
        Quantity = Quantity ?? "",
        Unit = Unit ?? "",
        Destination = Destination ?? "",
        Message = Message ?? "",
        Name = Name ?? "",
        Company = Company ?? "",
        Email = Email ?? "",
        Phone = Phone ?? "",
        Culture = Culture ?? "",
        Consent = Consent ?? false,
    };
}
