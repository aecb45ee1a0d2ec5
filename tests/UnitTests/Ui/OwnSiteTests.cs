using ExportPortal.Kernel.Data;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Ui.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ExportPortal.UnitTests.Ui;

public sealed class OwnSiteTests
{
    [Theory]
    [InlineData("same-origin", null, true)]
    [InlineData("none", null, true)]
    [InlineData("cross-site", null, false)]
    [InlineData("same-site", "https://portal.example", false)]
    [InlineData(null, "https://portal.example", true)]
    [InlineData(null, "https://public.example", true)]
    [InlineData(null, "https://public.example:8443", false)]
    [InlineData(null, "http://public.example", false)]
    [InlineData(null, "https://evil.example", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, null, true)]
    public void A_form_is_accepted_from_the_portals_own_pages_only(string? fetchSite, string? origin, bool own)
    {
        var address = new PublicAddress(Options.Create(new PortalOptions { PublicUrl = "https://public.example" }), new ServiceCollection().BuildServiceProvider());
        var request = new DefaultHttpContext { RequestServices = new ServiceCollection().AddSingleton(address).BuildServiceProvider() }.Request;
        (request.Scheme, request.Host) = ("https", new("portal.example"));
        if (fetchSite is not null)
            request.Headers["Sec-Fetch-Site"] = fetchSite;
        if (origin is not null)
            request.Headers.Origin = origin;
        OwnSite.Sent(request).ShouldBe(own);
    }
}
