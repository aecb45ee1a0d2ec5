using ExportPortal.Inquiries.Shortlists;
using Microsoft.AspNetCore.Http;

namespace ExportPortal.UnitTests.Inquiries;

public sealed class ShortlistTests
{
    [Fact]
    public void What_is_no_list_of_public_ids_in_the_cookie_is_left_out()
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Cookie = ShortlistCookie.Name + "=one.two.<script>.one.THREE";
        ShortlistCookie.Read(request).ShouldBe(["one", "two"]);
    }
}
