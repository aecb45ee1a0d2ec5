using ExportPortal.Ui.Look;

namespace ExportPortal.UnitTests.Media;

public sealed class PaletteTests
{
    [Theory]
    [InlineData("paper", "#faf8f3")]
    [InlineData("ink", "#1d2023")]
    [InlineData("saffron-ink", "#765005")]
    public void Colours_are_those_of_the_light_theme(string name, string colour) => Palette.Of(name).ShouldBe(colour);

    [Fact]
    public void A_sector_has_its_own_hue_and_any_other_the_tiles()
    {
        Palette.HueOf("ict").ShouldBe(("#44548f", "#e9ebf3"));
        Palette.HueOf("no-such-sector").ShouldBe((Palette.Of("tile"), Palette.Of("tile-wash")));
        Palette.HueOf(null).Hue.ShouldBe(Palette.Of("tile"));
    }

    [Fact]
    public void Motifs_are_drawings_in_the_current_colour()
    {
        Drawings.Girih.ShouldContain("currentColor");
        System.Xml.Linq.XElement.Parse($"<g>{Drawings.Logo}</g>").HasElements.ShouldBeTrue();
    }
}
