using ExportPortal.Catalogue.Slugs;

namespace ExportPortal.UnitTests.Catalogue;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Pure acetone, 99 %", "pure-acetone-99")]
    [InlineData("Мониторы «М12»", "мониторы-м12")]
    [InlineData("دروازهٔ پروتکل", "دروازه-پروتکل")]
    [InlineData("درواز\u06C0 پروتکل", "دروازه-پروتکل")]
    [InlineData("قِطعة", "قِطعة")]
    [InlineData("®", "")]
    public void A_name_becomes_a_segment_of_an_address_in_its_own_script(string name, string slug) => Slug.Make(name).ShouldBe(slug);
}
