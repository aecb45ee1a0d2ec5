using System.Net;
using ExportPortal.Testing;

namespace ExportPortal.WebTests.Inquiries;

/// <summary>What strangers leave waiting on the disk by sending forms that are refused.</summary>
public sealed class WaitingFilesTests
{
    [Fact]
    public async Task Without_room_no_file_of_a_refused_form_waits_whatever_it_is_refused_for()
    {
        using var folder = new TemporaryFolder();
        await using var portal = await PortalProcess.StartAsync(folder.Path, "--Inquiries:LeastSeconds", "0", "--Inquiries:WaitingMegabytes", "0");
        var buyer = new Visitor(portal.Url);
        var form = await buyer.OpenAsync("/en/inquire?product=sarvin-filgrastim-300");
        (string, byte[]) good = ("spec.pdf", InquiryFormTests.Pdf), bad = ("program.pdf", "MZ"u8.ToArray());
        (string Why, (string, byte[])[] Files, (string, string)[] Typed)[] refused =
        [
            ("a bad file beside it", [good, bad], InquiryFormTests.Filled),
            ("a field that is wrong", [good], [.. InquiryFormTests.Filled, ("email", "bad")]),
            ("an earlier file that is gone", [good], [.. InquiryFormTests.Filled, ("kept", "0123456789abcdef0123456789abcdef")]),
        ];
        foreach (var (why, files, typed) in refused)
        {
            var answer = await buyer.SubmitAsync(form, "main form", files, typed);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, why);
            var page = await Visitor.ReadAsync(answer);
            page.QuerySelector("[name=kept]").ShouldBeNull(why);
            page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Please attach them again", Case.Sensitive, why);
            Directory.EnumerateFiles(folder["media/attachments"], "*", SearchOption.AllDirectories).ShouldBeEmpty(why);
        }
        var sent = await buyer.SubmitAsync(form, "main form", [good], InquiryFormTests.Filled);
        (await buyer.OpenAsync(sent.Headers.Location!.ToString())).QuerySelector(".facts")!.TextContent.ShouldContain("spec.pdf");
    }
}
