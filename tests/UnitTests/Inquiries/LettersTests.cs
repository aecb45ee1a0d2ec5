using ExportPortal.Inquiries.Answering;
using ExportPortal.Kernel.Cultures;

namespace ExportPortal.UnitTests.Inquiries;

public sealed class LettersTests
{
    [Theory]
    [InlineData("en", "12 euros", true), InlineData("en", "قیمت ۱۲ یورو", false), InlineData("fr", "à Téhéran", true), InlineData("fr", "Цена", false)]
    [InlineData("fa", "قیمت filgrastim", true), InlineData("fa", "The price is 12 euros for a box", false), InlineData("ar", "السعر", true), InlineData("ar", "价格", false)]
    [InlineData("ru", "ISO 13485 есть", true), InlineData("ru", "We have ISO 13485 and a letter of the ministry", false), InlineData("zh-Hans", "价格 12 欧元", true), InlineData("zh-Hans", "Our price is 12 euros for a box", false)]
    [InlineData("ru", "https://firm.example/catalogue/pumps-and-monitors.pdf", true), InlineData("ru", "filgrastim 300 mcg/0.5 ml PFS, CIP Ashgabat", true), InlineData("ru", "12 × 340 = 4 080", true), InlineData("zh-Hans", "۱۲", true)]
    public void A_text_with_none_of_a_languages_letters_is_not_in_it(string culture, string text, bool may) =>
        Letters.MayBe(text, PortalCultures.Find(culture)!).ShouldBe(may);
}
