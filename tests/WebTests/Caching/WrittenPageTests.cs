using System.Net;
using System.Text.RegularExpressions;

namespace ExportPortal.WebTests.Caching;

/// <summary>A page that writes itself: the layout is rendered around it the first time and put together afterwards.</summary>
public sealed partial class WrittenPageTests
{
    private const string Product = "sarvin-filgrastim-300";

    [Fact]
    public async Task What_is_put_together_is_what_the_layout_renders()
    {
        await using var portal = await CountedPortal.StartAsync(times: 1);
        foreach (var culture in (string[])["en", "fa", "zh-Hans", "ru", "ar", "fr"])
        {
            // An address of any culture leads to the reader's own.
            var rendered = await portal.Client.GetStringAsync($"/{culture}/products/{Product}", TestContext.Current.CancellationToken);
            var written = await portal.Client.GetStringAsync($"/{culture}/products/{Product}", TestContext.Current.CancellationToken);
            rendered.ShouldContain($"<html lang=\"{culture}\"");
            written.ShouldNotBe(rendered, "the layout's own breaks tell that the first was rendered and the second was not");
            Bare(written).ShouldBe(Bare(rendered), culture);
        }
    }

    [Fact]
    public async Task An_address_without_a_product_is_answered_by_the_page_that_says_so_and_a_former_one_leads_on()
    {
        await using var portal = await CountedPortal.StartAsync(times: 1);
        using (var missing = await portal.Client.GetAsync("/fa/products/nothing-here", TestContext.Current.CancellationToken))
        {
            missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("lang=\"fa\"");
        }
        using var found = await portal.Client.GetAsync($"/en/products/{Product}", TestContext.Current.CancellationToken);
        found.StatusCode.ShouldBe(HttpStatusCode.OK);
        var present = found.RequestMessage!.RequestUri!.AbsolutePath;
        present.ShouldNotBe($"/en/products/{Product}");
        using var head = await portal.Client.SendAsync(new(HttpMethod.Head, present), TestContext.Current.CancellationToken);
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        head.Content.Headers.ContentLanguage.ShouldBe(["en"]);
        using var posted = await portal.Client.PostAsync(present, null, TestContext.Current.CancellationToken);
        posted.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private static string Bare(string page) => Between().Replace(page, m => m.Value.Trim());

    [GeneratedRegex(@">\s+|\s+<")]
    private static partial Regex Between();
}
