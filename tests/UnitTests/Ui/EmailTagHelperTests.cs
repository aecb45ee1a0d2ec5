using System.Text.Encodings.Web;
using ExportPortal.Ui.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ExportPortal.UnitTests.Ui;

public sealed class EmailTagHelperTests
{
    [Fact]
    public void An_address_may_break_before_its_host_only()
    {
        var output = new TagHelperOutput("portal-email", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new EmailTagHelper { Address = "o.sokolova@medtechnika.example" }.Process(new([], new Dictionary<object, object>(), "1"), output);
        using var html = new StringWriter();
        output.WriteTo(html, HtmlEncoder.Default);
        html.ToString().ShouldBe("<bdi dir=\"ltr\">o.sokolova@<wbr>medtechnika.example</bdi>");
    }
}
