using System.Globalization;
using ExportPortal.Inquiries;
using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.UnitTests.Inquiries;

public sealed class QuantityTests
{
    private static readonly InterfaceTexts Texts = new ServiceCollection().AddLogging().AddLocalization()
        .AddModuleTexts("Kernel", typeof(KernelSetup).Assembly).AddModuleTexts("Inquiries", typeof(InquiriesModule).Assembly)
        .AddSingleton<InterfaceTexts>().BuildServiceProvider().GetRequiredService<InterfaceTexts>();

    [Theory]
    [InlineData("en", "C62", "1", "1 piece"), InlineData("en", "C62", "2", "2 pieces"), InlineData("en", "XBX", "1.5", "1.5 boxes"), InlineData("en", "KGM", "1", "1 kg")]
    [InlineData("ru", "SET", "1", "1 комплект"), InlineData("ru", "SET", "2", "2 комплекта"), InlineData("ru", "SET", "5", "5 комплектов"), InlineData("ru", "SET", "21", "21 комплект")]
    [InlineData("ru", "XBX", "1", "1 коробка"), InlineData("ru", "XBX", "2.5", "2,5 коробки"), InlineData("ru", "XBX", "11", "11 коробок")]
    [InlineData("ar", "C62", "1", "١ قطعة"), InlineData("ar", "C62", "2", "٢ قطعة"), InlineData("ar", "C62", "3", "٣ قطع"), InlineData("ar", "C62", "11", "١١ قطعة"), InlineData("ar", "SET", "11", "١١ طقمًا")]
    [InlineData("ar", "KGM", "3", "٣ كغ"), InlineData("ar", "MTK", "11", "١١ م²"), InlineData("ar", "LTR", "3", "٣ لترات"), InlineData("ar", "TNE", "11", "١١ طنًا"), InlineData("ar", "TNE", "100", "١٠٠ طن")]
    [InlineData("fr", "C62", "1", "1 pièce"), InlineData("fr", "C62", "1.5", "1,5 pièce"), InlineData("fr", "C62", "2", "2 pièces")]
    [InlineData("fa", "XPK", "5", "۵ بسته"), InlineData("zh-Hans", "XBX", "5", "5 箱")]
    public void A_unit_agrees_with_its_number(string culture, string unit, string number, string text)
    {
        var (words, quantity) = (Texts.For(culture), decimal.Parse(number, CultureInfo.InvariantCulture));
        words["Inquiries.Quantity", ("quantity", quantity), ("unit", words["Inquiries.Unit." + unit, ("count", quantity)])].Replace('\u00a0', ' ').ShouldBe(text);
    }
}
