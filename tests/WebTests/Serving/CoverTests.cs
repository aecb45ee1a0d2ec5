using AngleSharp;
using AngleSharp.Dom;

namespace ExportPortal.WebTests.Serving;

public sealed class CoverTests(SamplePortal site)
{
    [Fact]
    public async Task Covers_of_showrooms_show_exhibits_and_no_two_covers_the_same()
    {
        var covers = (await OpenAsync("/en/showrooms")).QuerySelectorAll(".cover .arcade").Select(PicturesOf).ToArray();
        covers.Length.ShouldBeGreaterThan(3);
        covers.ShouldAllBe(c => c.Length == 3);
        covers.Select(c => string.Join(' ', c)).ShouldBeUnique();
    }

    [Theory]
    [InlineData("/en/sectors", ".tile .picture"), InlineData("/en/", ".tile .picture"), InlineData("/en/", ".hero .framed")]
    public async Task Each_sector_is_shown_by_a_picture(string path, string pictures)
    {
        var found = (await OpenAsync(path)).QuerySelectorAll(pictures).SelectMany(PicturesOf).ToArray();
        found.Length.ShouldBe(4);
        found.ShouldBeUnique();
    }

    [Theory]
    [InlineData("/en/"), InlineData("/en/sectors")]
    public async Task The_first_picture_of_a_page_is_fetched_before_the_others(string path)
    {
        var pictures = (await OpenAsync(path)).QuerySelectorAll("main img").ToArray();
        pictures.Select(p => p.GetAttribute("fetchpriority")).ShouldBe(pictures.Select((_, place) => place == 0 ? "high" : null));
    }

    private static string[] PicturesOf(IElement part) => [.. part.QuerySelectorAll("img").Select(i => i.GetAttribute("src")!)];

    private async Task<IDocument> OpenAsync(string path)
    {
        var html = await site.Client.GetStringAsync(path, TestContext.Current.CancellationToken);
        return await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html), TestContext.Current.CancellationToken);
    }
}
