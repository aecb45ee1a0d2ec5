using ExportPortal.Kernel.Cultures;
using ExportPortal.Media.Checks;
using ExportPortal.Media.Contracts;
using ExportPortal.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.ModuleTests.Media;

public sealed class ShareCardsTests
{
    private const int MostBytes = 200_000;

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["en"] = "Infusion pump",
        ["fa"] = "پمپ تزریق",
        ["zh-Hans"] = "输液泵",
        ["ru"] = "Инфузионный насос",
        ["ar"] = "مضخة تسريب",
        ["fr"] = "Pompe à perfusion",
    };

    [Fact]
    public async Task Each_culture_has_a_picture_of_its_own()
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        var picture = await StoreAsync(portal);
        var drawn = new List<byte[]>();
        foreach (var culture in PortalCultures.All)
        {
            var (response, body) = await GetAsync(portal, Card(culture, Names[culture.Tag], picture));
            response.StatusCode.ShouldBe(200, culture.Tag);
            response.ContentType.ShouldBe("image/jpeg");
            response.Headers.CacheControl.ToString().ShouldContain("immutable", Case.Sensitive, culture.Tag);
            response.Headers.ContentSecurityPolicy.ToString().ShouldContain("sandbox");
            SizeOf(body).ShouldBe((ShareCard.Width, ShareCard.Height), culture.Tag);
            body.Length.ShouldBeLessThan(MostBytes, culture.Tag);
            drawn.Add(body);
        }
        drawn.Select(Convert.ToBase64String).ShouldBeUnique();
    }

    [Theory]
    [InlineData("<span size=\"9999999\">&")]
    [InlineData("--version")]
    [InlineData("a.jpg[access=random]")]
    [InlineData("\u202Eoverridden\u202C and 🚀 launched\nin two lines")]
    [InlineData("Zalgo\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301")]
    [InlineData("x", 100)]
    [InlineData("W", 300)]
    [InlineData("می", 200)]
    [InlineData("产", 300)]
    [InlineData("long words stand here ", 14)]
    public async Task Any_name_is_drawn(string name, int times = 1)
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        var text = string.Concat(Enumerable.Repeat(name, times));
        foreach (var culture in (string[])["en", "fa"])
        {
            var card = Card(PortalCultures.Find(culture)!, text, null) with { ByLine = [new(culture, text), new(culture, text)], Caution = text };
            var (response, body) = await GetAsync(portal, card);
            response.StatusCode.ShouldBe(200, culture);
            SizeOf(body).ShouldBe((ShareCard.Width, ShareCard.Height), culture);
        }
    }

    [Fact]
    public async Task Without_the_image_program_the_picture_itself_is_served()
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite, null, ("Media:Vips", "no-such-program"));
        var picture = await StoreAsync(portal);
        var (response, body) = await GetAsync(portal, Card(PortalCultures.Default, "Pump", picture));
        response.StatusCode.ShouldBe(200);
        response.Headers.CacheControl.ToString().ShouldNotContain("immutable");
        SizeOf(body).ShouldBe((picture.Width, picture.Height));
    }

    [Theory]
    [InlineData("tlh", "Hov")]
    [InlineData("en", "🚀")]
    public async Task What_has_no_letters_to_draw_is_not_drawn(string culture, string name)
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        var (response, _) = await GetAsync(portal, Card(PortalCultures.Default, "Pump", null) with { Name = new(culture, name) });
        response.StatusCode.ShouldBe(302);
        response.Headers.Location.ToString().ShouldEndWith("share.png");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ShareCard Card(PortalCulture culture, string name, StoredFile? picture) => new()
    {
        Culture = culture,
        Portal = "Portal",
        Kicker = new("en", "Medical devices"),
        Name = new(culture.Tag, name),
        Sector = "medical-devices",
        Picture = picture,
    };

    private static async Task<StoredFile> StoreAsync(TemporaryPortal portal) =>
        (await portal.Services.GetRequiredService<MediaStore>().StorePictureAsync(new MemoryStream(DrawnPicture.Make("jpg")), Cancellation)).Value!;

    private static Task<(HttpResponse Response, byte[] Body)> GetAsync(TemporaryPortal portal, ShareCard card) => portal.InScopeAsync(async services =>
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = body;
        var result = await services.GetRequiredService<ShareCards>().AnswerAsync(card, context);
        await result.ExecuteAsync(context);
        return (context.Response, body.ToArray());
    });

    private static (int Width, int Height) SizeOf(byte[] jpeg) => JpegHeader.Read(new MemoryStream(jpeg)) is { } found ? (found.Width, found.Height) : default;
}
