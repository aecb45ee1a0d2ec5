using System.Net;
using System.Text.RegularExpressions;

namespace ExportPortal.WebTests.Serving;

public sealed class DocumentTests(SamplePortal site)
{
    [Fact]
    public async Task A_document_is_saved_and_never_shown_as_part_of_the_site_under_whatever_name_it_is_asked_for()
    {
        var moved = await site.Client.GetAsync("/en/products/sarvin-filgrastim-300", Cancellation);
        var page = await site.Client.GetStringAsync(moved.Headers.Location, Cancellation);
        var address = Regex.Match(page, "href=\"(/media/[0-9a-f]+/)([^\"]+\\.pdf)\"");
        foreach (var name in (string[])[address.Groups[2].Value, "x.pdf", "x.html", "x.svg"])
        {
            var answer = await site.Client.GetAsync(address.Groups[1].Value + name, Cancellation);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, name);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf", name);
            answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment", name);
            (answer.Content.Headers.ContentDisposition.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName)!.Trim('"').ShouldEndWith(".pdf");
            answer.Headers.GetValues("Content-Security-Policy").ShouldBe(["default-src 'none'; sandbox"], name);
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], name);
            (await answer.Content.ReadAsByteArrayAsync(Cancellation))[..5].ShouldBe("%PDF-"u8.ToArray());
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
