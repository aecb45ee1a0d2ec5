using ExportPortal.Inquiries.Shortlists;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.UnitTests.Inquiries;

public sealed class ShortlistTests
{
    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("none", null, true)]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", "https://portal.example", false)]
    [InlineData(null, "https://portal.example", true)]
    [InlineData(null, "https://evil.example", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, null, true)]
    public void A_change_is_accepted_from_the_portals_own_pages_only(string? fetchSite, string? origin, bool own)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("https", new("portal.example"));
        if (fetchSite is not null)
            request.Headers["Sec-Fetch-Site"] = fetchSite;
        if (origin is not null)
            request.Headers.Origin = origin;
        ShortlistEndpoints.IsOwn(request).ShouldBe(own);
    }

    [Fact]
    public void What_is_no_list_of_public_ids_in_the_cookie_is_left_out()
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Cookie = ShortlistCookie.Name + "=one.two.<script>.one.THREE";
        ShortlistCookie.Read(request).ShouldBe(["one", "two"]);
    }
}
