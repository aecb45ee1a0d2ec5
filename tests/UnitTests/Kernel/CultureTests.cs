using ExportPortal.Kernel.Cultures;

namespace ExportPortal.UnitTests.Kernel;

public sealed class CultureTests
{
    [Theory]
    [InlineData("EN", "en")]
    [InlineData("zh-hans-cn", "zh-Hans-CN")]
    [InlineData("uz-cyrl", "uz-Cyrl")]
    [InlineData("es-419", "es-419")]
    [InlineData("de-CH-1996", "de-CH-1996")]
    [InlineData("en-u-nu-latn", "en-u-nu-latn")]
    public void Well_formed_tags_are_brought_to_their_canonical_case(string tag, string canonical)
    {
        CultureTag.TryNormalise(tag, out var normalised).ShouldBeTrue();
        normalised.ShouldBe(canonical);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("en_GB")]
    [InlineData("en-")]
    [InlineData("12")]
    [InlineData("en-toolongsubtag")]
    [InlineData("en/../fa")]
    [InlineData("فارسی")]
    public void Malformed_tags_are_refused(string tag) => CultureTag.TryNormalise(tag, out _).ShouldBeFalse();

    [Theory]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("fa-AF", "fa")]
    [InlineData("zh-TW", null)]
    [InlineData("zh-Hant", null)]
    [InlineData("de", null)]
    public void The_nearest_interface_culture_is_found(string tag, string? nearest) => PortalCultures.Nearest(tag)?.Tag.ShouldBe(nearest);

    [Theory]
    [InlineData("ar", "ar,en,fa")]
    [InlineData("fa", "fa,en")]
    [InlineData("en", "en,fa")]
    [InlineData("de-CH", "de-CH,de,en,fa")]
    [InlineData("zh-CN", "zh-CN,zh,zh-Hans,en,fa")]
    public void A_missing_text_is_looked_for_along_the_chain(string tag, string chain) => string.Join(',', PortalCultures.Chain(tag)).ShouldBe(chain);

    [Theory]
    [InlineData("fa", "rtl")]
    [InlineData("ur-PK", "rtl")]
    [InlineData("uz-Arab", "rtl")]
    [InlineData("fa-Latn", "ltr")]
    [InlineData("ru", "ltr")]
    public void A_texts_direction_follows_its_script(string tag, string direction) => PortalCultures.DirectionOf(tag).ShouldBe(direction);

    [Theory]
    [InlineData("ar", "en")]
    [InlineData("ru", "ru")]
    [InlineData("de", "en")]
    public void What_one_reader_gets_of_a_text_is_what_that_reader_would_find(string culture, string found)
    {
        var text = new LocalizedText([new("en", "pump"), new("ru", "насос", TextOrigin.Machine), new("fa", "پمپ")]);
        text.Only(culture).Cultures.ShouldBe([found]);
        text.Only(culture).For(culture).ShouldBe(text.For(culture));
        LocalizedText.Empty.Only(culture).IsEmpty.ShouldBeTrue();
    }
}
