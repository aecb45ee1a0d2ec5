using Microsoft.AspNetCore.Http;

namespace ExportPortal.Inquiries.Receiving;

/// <summary>An inquiry as it was typed, before anything is known to be right. The names of form fields and of the API's JSON are the same.</summary>
internal sealed record InquiryForm
{
    public IReadOnlyList<string> Products { get; init; } = [];
    public string Organisation { get; init; } = "";
    public string Showroom { get; init; } = "";

    /// <summary>The desk asked itself, where nothing else is.</summary>
    public string Desk { get; init; } = "";

    public string Kind { get; init; } = "";
    public string Quantity { get; init; } = "";
    public string Unit { get; init; } = "";
    public string Destination { get; init; } = "";
    public string Message { get; init; } = "";
    public string Name { get; init; } = "";
    public string Company { get; init; } = "";
    public string Email { get; init; } = "";
    public string Phone { get; init; } = "";

    /// <summary>The interface culture they want to be answered in.</summary>
    public string Culture { get; init; } = "";

    public bool Consent { get; init; }

    public static InquiryForm From(IFormCollection form) => new()
    {
        Products = [.. form["product"].OfType<string>()],
        Organisation = form["organisation"].ToString(),
        Showroom = form["showroom"].ToString(),
        Desk = form["desk"].ToString(),
        Kind = form["kind"].ToString(),
        Quantity = form["quantity"].ToString(),
        Unit = form["unit"].ToString(),
        Destination = form["destination"].ToString(),
        Message = form["message"].ToString(),
        Name = form["name"].ToString(),
        Company = form["company"].ToString(),
        Email = form["email"].ToString(),
        Phone = form["phone"].ToString(),
        Culture = form["culture"].ToString(),
        Consent = form["consent"] == "true",
    };
}
