using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Xml.Linq;
using AngleSharp;
using AngleSharp.Dom;
using ExportPortal.Testing;

namespace ExportPortal.WebTests.Serving;

/// <summary>What others show of a page when its address is shared.</summary>
public sealed class SharedPictureTests(SamplePortal site)
{
    private const int MostBytes = 300_000;
    private static readonly string[] Cultures = ["en", "fa", "zh-Hans", "ru", "ar", "fr"];

    [Fact]
    public async Task Products_have_pictures_of_the_stated_size()
    {
        var pages = await Task.WhenAll(Cultures.Select(PagesAsync));
        // Drawing takes about a second: every fourth product in one culture, all cultures among them.
        var paths = pages[0].Select((_, i) => pages[i / 4 % Cultures.Length][i]).Where((_, i) => i % 4 == 0).ToArray();
        paths.Length.ShouldBeGreaterThan(10);
        await Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Cancellation }, async (path, stop) =>
        {
            var page = await PageAsync(path);
            var answer = await PictureAsync(Meta(page, "og:image"));
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg", path);
            var picture = await answer.Content.ReadAsByteArrayAsync(stop);
            SizeOf(picture).ShouldBe((Number(page, "og:image:width"), Number(page, "og:image:height")), path);
            picture.Length.ShouldBeLessThan(MostBytes, path);
        });
    }

    [Theory]
    [InlineData("organisations")]
    [InlineData("showrooms")]
    public async Task Firms_and_showrooms_have_one_too(string kind)
    {
        var list = await PageAsync($"/fa/{kind}");
        var path = list.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")!).First(h => h.StartsWith($"/fa/{kind}/", StringComparison.Ordinal));
        var answer = await PictureAsync(Meta(await PageAsync(path), "og:image"));
        SizeOf(await answer.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBe((1200, 630));
    }

    [Fact]
    public async Task All_pages_of_a_showroom_have_the_same_of_its_first_exhibits()
    {
        var first = await PageAsync("/en/showrooms/selected-for-the-cis");
        var address = Meta(first, "og:image");
        Meta(await PageAsync("/en/showrooms/selected-for-the-cis?page=2"), "og:image").ShouldBe(address);
        var answer = await PictureAsync(address);
        (await answer.Content.ReadAsByteArrayAsync(Cancellation)).Length.ShouldBeLessThan(MostBytes);
    }

    [Fact]
    public async Task The_present_address_is_for_good_and_a_former_one_leads_to_it()
    {
        var address = new Uri(Meta(await PageAsync("/en/products/mahour-glargine-pen"), "og:image")).AbsolutePath;
        var present = await PictureAsync(address);
        present.Headers.CacheControl!.ToString().ShouldContain("immutable");
        present.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldContain("sandbox");
        present.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);

        var former = await site.Client.GetAsync("/en/products/mahour-glargine-pen/share-00000000000000000000000000000000.jpg", Cancellation);
        former.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        former.Headers.Location!.ToString().ShouldBe(address);
        (await site.Client.GetAsync("/en/products/no-such-product/share-00000000000000000000000000000000.jpg", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Other_pages_have_the_portals_own()
    {
        var answer = await site.Client.GetAsync(Meta(await PageAsync("/en/"), "og:image"), Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // In the order of their publication, which is the same in all cultures.
    private async Task<string[]> PagesAsync(string culture)
    {
        var sitemap = XDocument.Parse(await site.Client.GetStringAsync($"/sitemaps/{culture}/products-1.xml", Cancellation));
        return [.. sitemap.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).AbsolutePath)];
    }

    private async Task<IDocument> PageAsync(string path)
    {
        var answer = await site.Client.GetAsync(path, Cancellation);
        if (answer.StatusCode == HttpStatusCode.MovedPermanently)
            answer = await site.Client.GetAsync(answer.Headers.Location, Cancellation);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html), Cancellation);
    }

    // While it is being drawn for longer than readers wait, something else stands in, and not for good.
    private async Task<HttpResponseMessage> PictureAsync(string address)
    {
        HttpResponseMessage? answer = null;
        await Patience.UntilAsync(async () =>
        {
            answer = await site.Client.GetAsync(address, Cancellation);
            return answer.StatusCode == HttpStatusCode.OK && answer.Headers.CacheControl?.ToString().Contains("immutable", StringComparison.Ordinal) == true;
        }, () => $"{address}: {answer?.StatusCode}");
        return answer!;
    }

    private static string Meta(IDocument page, string property) => page.QuerySelector($"meta[property='{property}']")!.GetAttribute("content")!;

    private static int Number(IDocument page, string property) => int.Parse(Meta(page, property), CultureInfo.InvariantCulture);

    // The first frame header (ISO/IEC 10918-1) tells the size.
    private static (int Width, int Height) SizeOf(byte[] jpeg)
    {
        for (var i = 2; ; i += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(i + 2)))
            if (jpeg[i + 1] is 0xC0 or 0xC2)
                return (BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(i + 7)), BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(i + 5)));
    }
}
