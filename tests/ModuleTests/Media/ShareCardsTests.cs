using ExportPortal.Kernel.Cultures;
using ExportPortal.Media.Checks;
using ExportPortal.Media.Contracts;
using ExportPortal.Media.Renditions;
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

    [Fact]
    public async Task Several_pictures_hang_together()
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        var picture = await StoreAsync(portal);
        var drawn = new List<byte[]>();
        foreach (var count in Enumerable.Range(0, 5))
        {
            var (response, body) = await GetAsync(portal, Card(PortalCultures.Default, "Pumps", null) with { Pictures = [.. Enumerable.Repeat(picture, count)] });
            response.StatusCode.ShouldBe(200);
            SizeOf(body).ShouldBe((ShareCard.Width, ShareCard.Height));
            drawn.Add(body);
        }
        // Of more than three the rest is left out.
        drawn.Take(4).Select(Convert.ToBase64String).ShouldBeUnique();
        drawn[4].ShouldBe(drawn[3]);
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

    [Fact]
    public async Task Of_each_subject_and_culture_the_newest_is_kept()
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        var (english, persian) = (Card(PortalCultures.Default, "Pump", null), Card(PortalCultures.Find("fa")!, "پمپ", null));
        foreach (var card in (ShareCard[])[english, persian, english with { Subject = "product/other" }, english with { Mark = "New" }, english with { Mark = "Newer" }])
            (await GetAsync(portal, card)).Response.StatusCode.ShouldBe(200);
        FilesOf(portal).Select(Path.GetFileNameWithoutExtension)
            .ShouldBe([persian.Hash, (english with { Subject = "product/other" }).Hash, (english with { Mark = "Newer" }).Hash], ignoreOrder: true);
    }

    [Fact]
    public async Task What_a_kill_left_half_made_is_gone_after_the_next_start()
    {
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite);
        var parts = Directory.CreateDirectory(Path.Combine(portal.Folder, "renditions", "parts")).FullName;
        string[] left = [Path.Combine(parts, "old.jpg"), Path.Combine(parts, "new.jpg"), Path.Combine(parts, "desk")];
        await File.WriteAllTextAsync(left[0], "x", Cancellation);
        await File.WriteAllTextAsync(left[1], "x", Cancellation);
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(left[2]).FullName, "text1.png"), "x", Cancellation);
        File.SetLastWriteTimeUtc(left[0], DateTime.UtcNow.AddDays(-2));
        Directory.SetLastWriteTimeUtc(left[2], DateTime.UtcNow.AddDays(-2));
        await GetAsync(portal, Card(PortalCultures.Default, "Pump", null));
        Directory.GetFileSystemEntries(parts).ShouldBe([left[1]]);
    }

    [Fact]
    public async Task Cards_are_drawn_while_readers_pictures_take_all_their_places()
    {
        using var folder = new TemporaryFolder();
        var program = folder["vips"];
        await File.WriteAllTextAsync(program, "#!/bin/sh\nd=$(dirname \"$0\")\n[ \"$1\" = thumbnail ] && [ -e \"$d/slow\" ] && while [ -e \"$d/slow\" ]; do sleep 0.1; done\nexec vips \"$@\"\n", Cancellation);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using var portal = await TemporaryPortal.StartAsync(TestDatabase.Sqlite, null, ("Media:Vips", program), ("Media:Makers", "1"));
        var picture = await StoreAsync(portal);
        await File.WriteAllTextAsync(folder["slow"], "", Cancellation);
        var rendition = portal.Services.GetRequiredService<RenditionMaker>().FindOrMakeAsync(picture.Key, 320, "jpg", Cancellation);
        (await GetAsync(portal, Card(PortalCultures.Default, "Pump", null))).Response.StatusCode.ShouldBe(200);
        rendition.IsCompleted.ShouldBeFalse();
        File.Delete(folder["slow"]);
        (await rendition).ShouldNotBeNull();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ShareCard Card(PortalCulture culture, string name, StoredFile? picture) => new()
    {
        Subject = "product/pump",
        Culture = culture,
        Portal = "Portal",
        Kicker = new("en", "Medical devices"),
        Name = new(culture.Tag, name),
        Sector = "medical-devices",
        Pictures = picture is null ? [] : [picture],
    };

    private static async Task<StoredFile> StoreAsync(TemporaryPortal portal) =>
        (await portal.Services.GetRequiredService<MediaStore>().StorePictureAsync(new MemoryStream(DrawnPicture.Make("jpg")), Cancellation)).Value!;

    private static string[] FilesOf(TemporaryPortal portal) => Directory.GetFiles(Path.Combine(portal.Folder, "renditions"), "*.jpg", SearchOption.AllDirectories);

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
