using ExportPortal.Kernel.Hosting;
using ExportPortal.Kernel.Texts;
using ExportPortal.Kernel.Values;
using Microsoft.Extensions.DependencyInjection;

namespace ExportPortal.UnitTests.Kernel;

public sealed class WordingTests
{
    private static readonly InterfaceTexts Texts = new ServiceCollection().AddLogging().AddLocalization()
        .AddModuleTexts("Kernel", typeof(KernelSetup).Assembly).AddSingleton<InterfaceTexts>().BuildServiceProvider().GetRequiredService<InterfaceTexts>();

    [Theory]
    [InlineData("en", "1,234,567.5")]
    [InlineData("fa", "۱٬۲۳۴٬۵۶۷٫۵")]
    [InlineData("ar", "١٬٢٣٤٬٥٦٧٫٥")]
    [InlineData("zh-Hans", "1,234,567.5")]
    public void Numbers_have_the_digits_and_separators_of_their_readers(string culture, string expected) => Texts.For(culture).Number(1234567.5m).ShouldBe(expected);

    [Theory]
    [InlineData("en", "a, b and c", ", ")]
    [InlineData("ar", "a وb وc", "، ")]
    [InlineData("zh-Hans", "a、b和c", "、")]
    public void Lists_are_joined_as_readers_join_them_and_what_is_no_list_has_the_comma(string culture, string list, string comma)
    {
        Texts.For(culture).List(["a", "b", "c"]).ShouldBe(list);
        Texts.For(culture)["Kernel.ListSeparator"].ShouldBe(comma);
    }

    [Theory]
    [InlineData("en", "1 March 2026")]
    [InlineData("fa", "۱۰\u00A0اسفند\u00A0۱۴۰۴ (۱\u00A0مارس\u00A0۲۰۲۶)")]
    [InlineData("zh-Hans", "2026年3月1日")]
    [InlineData("ru", "1 марта 2026 г.")]
    [InlineData("ar", "١ مارس ٢٠٢٦")]
    [InlineData("fr", "1er mars 2026")]
    public void Dates_are_written_as_readers_write_them_with_jalali_beside_in_persian(string culture, string expected) => Texts.For(culture).Date(new DateOnly(2026, 3, 1)).ShouldBe(expected);

    [Theory]
    [InlineData("fa", "۲۰۰۹\u00A0میلادی")]
    [InlineData("ar", "٢٠٠٩")]
    [InlineData("zh-Hans", "2009年")]
    [InlineData("ru", "2009")]
    public void A_year_tells_its_calendar_where_readers_count_by_another(string culture, string expected) => Texts.For(culture).Year(2009).ShouldBe(expected);

    [Theory]
    [InlineData("en", "EUR 12.50")]
    [InlineData("fa", "۱۲٫۵۰ EUR")]
    public void Amounts_name_their_currency_by_its_code(string culture, string expected) => Texts.For(culture).Amount(Money.From(12.5m, "EUR")!.Value).ShouldBe(expected);

    [Theory]
    [InlineData("ru", 1, "one")]
    [InlineData("ru", 11, "many")]
    [InlineData("ru", 22, "few")]
    [InlineData("ru", 25, "many")]
    [InlineData("ru", 101, "one")]
    [InlineData("ar", 0, "zero")]
    [InlineData("ar", 1, "one")]
    [InlineData("ar", 2, "two")]
    [InlineData("ar", 3, "few")]
    [InlineData("ar", 11, "many")]
    [InlineData("ar", 100, "other")]
    [InlineData("ar", 103, "few")]
    [InlineData("fr", 0, "one")]
    [InlineData("fr", 1, "one")]
    [InlineData("fr", 2, "other")]
    [InlineData("fa", 0, "one")]
    [InlineData("fa", 2, "other")]
    [InlineData("zh-Hans", 1, "other")]
    [InlineData("en", 1, "one")]
    [InlineData("en", 0, "other")]
    public void Plurals_follow_the_language(string culture, int number, string category) =>
        Format("{n, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}", culture, ("n", number)).ShouldBe(category);

    [Theory]
    [InlineData("Hello {name}", "Hello Ali")]
    [InlineData("It''s '{name}'", "It's {name}")]
    [InlineData("{n, plural, =0 {none} one {# thing} other {# things}}", "1,200 things")]
    [InlineData("{kind, select, a {first} other {second}}", "first")]
    [InlineData("{kind, select, a {{n, plural, other {# of {name}}}} other {}}", "1,200 of Ali")]
    public void Messages_are_formatted(string pattern, string expected) => Format(pattern, "en", ("name", "Ali"), ("n", 1200), ("kind", "a")).ShouldBe(expected);

    [Theory]
    [InlineData("{")]
    [InlineData("{n, plural, one {x}}")]
    [InlineData("{n, wish, other {x}}")]
    [InlineData("a } b")]
    public void Malformed_messages_are_refused(string pattern) => Should.Throw<FormatException>(() => MessagePattern.Parse(pattern));

    private static string Format(string pattern, string culture, params (string Name, object? Value)[] arguments) =>
        MessagePattern.Parse(pattern).Format(name => Array.Find(arguments, a => a.Name == name).Value, Texts.For(culture));
}
