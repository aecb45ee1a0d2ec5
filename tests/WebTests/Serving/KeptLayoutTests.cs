using ExportPortal.WebTests.Inquiries;

namespace ExportPortal.WebTests.Serving;

/// <summary>Parts of the layout that are written once: each page has its own all the same.</summary>
public sealed class KeptLayoutTests(InquirySite site)
{
    [Fact]
    public async Task The_navigation_marks_where_the_reader_is_in_the_language_they_read_whatever_was_opened_before()
    {
        foreach (var (path, marked) in new[]
        {
            ("/en/sectors", "/en/sectors"), ("/en/markets", "/en/markets"), ("/fa/sectors", "/fa/sectors"), ("/en/nothing-here", null), ("/fa/nothing-here", null),
            ("/en/about", null), ("/en/markets", "/en/markets"), ("/en/sectors", "/en/sectors"), ("/fa/about", null),
        })
        {
            using var answer = await site.Visit().Client.GetAsync(path, TestContext.Current.CancellationToken);
            var page = await Visitor.ReadAsync(answer);
            page.QuerySelectorAll(".site-nav [aria-current]").Select(a => a.GetAttribute("href")).ShouldBe(marked is null ? [] : [marked], path);
            var culture = path[..4];
            page.QuerySelectorAll(".site-nav a, .site-footer a, .brand").Select(a => a.GetAttribute("href")).ShouldAllBe(href => href!.StartsWith(culture, StringComparison.Ordinal), path);
        }
    }

    [Fact]
    public async Task What_one_reader_searched_for_stands_in_no_other_readers_box()
    {
        foreach (var (path, text) in new[] { ("/en/search/saved?q=pump", "pump"), ("/en/search/saved?sector=ict", ""), ("/en/search/saved?q=valve", "valve"), ("/en/about", "") })
            (await site.Visit().OpenAsync(path)).QuerySelector("#site-q")!.GetAttribute("value").ShouldBe(text, path);
    }

    [Fact]
    public async Task Staff_pages_and_public_pages_keep_their_own_navigation()
    {
        var officer = await site.SignInAsync("tashkent@desk.example");
        foreach (var (path, isWork) in new[] { ("/en/desk", true), ("/en/sectors", false), ("/en/desk/account", true), ("/en/sectors", false) })
            (await officer.OpenAsync(path)).QuerySelectorAll(".site-nav a[href='/en/markets']").Length.ShouldBe(isWork ? 0 : 1, path);
        (await (await site.SignInAsync("moscow@desk.example")).OpenAsync("/en/desk")).QuerySelector(".site-nav")!.TextContent
            .ShouldNotBe((await officer.OpenAsync("/en/desk")).QuerySelector(".site-nav")!.TextContent, "each has a name");
    }
}
