using ExportPortal.BrowserTests.Browsing;

namespace ExportPortal.BrowserTests.Pages;

public sealed class PublicPageTests(PublicPages pages) : IClassFixture<PublicPages>
{
    private static readonly string[] RightToLeft = ["fa", "ar"];

    public static TheoryData<string> Cultures => [.. SamplePortal.Cultures];

    [Theory, MemberData(nameof(Cultures))]
    public async Task Every_public_page_answers_and_states_its_language_and_direction(string culture)
    {
        var direction = RightToLeft.Contains(culture) ? "rtl" : "ltr";
        var visits = await pages.VisitsAsync(culture);
        visits.Count.ShouldBeGreaterThan(20);
        visits.Where(v => v.Status != v.Expected).Select(v => $"{v.Path}: {v.Status}").ShouldBeEmpty();
        visits.Where(v => v.Language != culture || v.Direction != direction).Select(v => $"{v.Path}: {v.Language} {v.Direction}").ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Cultures))]
    public async Task No_public_page_holds_unmarked_text_of_another_culture(string culture) =>
        Told(await pages.VisitsAsync(culture), v => v.Texts).ShouldBeEmpty();

    [Theory, MemberData(nameof(Cultures))]
    public async Task Every_public_page_passes_axe_in_light_and_dark_without_serious_findings(string culture) =>
        Told(await pages.VisitsAsync(culture), v => v.Axe).ShouldBeEmpty();

    [Theory, MemberData(nameof(Cultures))]
    public async Task Every_public_page_fits_a_phone_of_390_and_of_320_pixels_and_a_zoom_of_200_percent(string culture) =>
        Told(await pages.VisitsAsync(culture), v => v.Widths).ShouldBeEmpty();

    [Theory, MemberData(nameof(Cultures))]
    public async Task No_public_page_asks_another_host_or_reports_an_error(string culture) =>
        Told(await pages.VisitsAsync(culture), v => v.Complaints).ShouldBeEmpty();

    private static string Told(IEnumerable<Visit> visits, Func<Visit, string[]> of) =>
        string.Join('\n', visits.SelectMany(v => of(v).Select(p => $"{Uri.UnescapeDataString(v.Path)}: {p}")));
}
