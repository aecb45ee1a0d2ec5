using System.Net;
using ExportPortal.Testing;

namespace ExportPortal.WebTests.Inquiries;

/// <summary>Files that strangers attach to harm who opens them, or the portal that takes them.</summary>
public sealed class HostileAttachmentsTests
{
    private const long MostMemory = 64L * 1024 * 1024;

    [Fact]
    public async Task Each_is_refused_by_name_nothing_is_sent_or_kept_and_the_portals_memory_stays_as_it_was()
    {
        using var folder = new TemporaryFolder();
        await using var portal = await PortalProcess.StartAsync(folder.Path, "--Inquiries:LeastSeconds", "0");
        var buyer = new Visitor(portal.Url);
        var files = HostileFiles.Pictures().Concat(HostileFiles.Documents()).Where(f => !f.IsHarmlessUnopened).ToArray();
        files.Length.ShouldBeGreaterThanOrEqualTo(30);
        // What the first form of a portal takes is not the files' doing, nor what a good file of the greatest length takes.
        (await SendAsync("large.pdf", [.. InquiryFormTests.Pdf[..8], .. new byte[9 * 1024 * 1024], .. InquiryFormTests.Pdf[8..]])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        portal.TakePeakMemory();
        var before = portal.TakePeakMemory();
        foreach (var file in files)
        {
            var name = $"{file.Name}.pdf";
            var answer = await SendAsync(name, file.Content);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
            var page = await Visitor.ReadAsync(answer);
            page.QuerySelector(".error-summary a[href='#f-files']").ShouldNotBeNull(name).TextContent.ShouldContain(name);
            page.QuerySelector("[name=kept]").ShouldBeNull(name);
        }
        (portal.TakePeakMemory() - before).ShouldBeLessThan(MostMemory);

        async Task<HttpResponseMessage> SendAsync(string name, byte[] content) =>
            await buyer.SubmitAsync(await buyer.OpenAsync("/en/inquire?product=sarvin-filgrastim-300"), "main form", [(name, content)], InquiryFormTests.Filled);
    }
}
