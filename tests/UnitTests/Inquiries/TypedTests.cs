using System.Globalization;
using ExportPortal.Inquiries.Receiving;

namespace ExportPortal.UnitTests.Inquiries;

public sealed class TypedTests
{
    [Theory]
    [InlineData("5000", "en", "5000")]
    [InlineData("5,000", "en", "5000")]
    [InlineData("5 000", "ru", "5000")]
    [InlineData("5\u00a0000", "fr", "5000")]
    [InlineData("5\u202f000,5", "fr", "5000.5")]
    [InlineData("1,5", "ru", "1.5")]
    [InlineData("1,5", "en", "1.5")]
    [InlineData("2.500", "ru", "2500")]
    [InlineData("2.500", "en", "2.5")]
    [InlineData("0.125", "ru", "0.125")]
    [InlineData("1,234,567.25", "en", "1234567.25")]
    [InlineData("1.234.567,25", "fr", "1234567.25")]
    [InlineData("1,234,567", "ru", "1234567")]
    [InlineData("۵۰۰۰", "fa", "5000")]
    [InlineData("۵٬۰۰۰٫۵", "fa", "5000.5")]
    [InlineData("٥٠٠", "ar", "500")]
    [InlineData("５００", "zh-Hans", "500")]
    public void A_quantity_is_read_as_people_of_its_language_write_it(string typed, string culture, string quantity) =>
        Typed.Quantity(typed, culture).ShouldBe(decimal.Parse(quantity, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("many")]
    [InlineData("5 kg")]
    [InlineData("1e5")]
    [InlineData("0.00001")]
    [InlineData("9999999999999")]
    public void What_is_no_quantity_is_refused(string typed) => Typed.Quantity(typed, "en").ShouldBeNull();

    [Theory]
    [InlineData("+77011234567", "+77011234567")]
    [InlineData("+7 (701) 123-45-67", "+77011234567")]
    [InlineData("0049 30 123456", "+4930123456")]
    [InlineData("+۹۸ ۲۱ ۱۲۳۴ ۵۶۷۸", "+982112345678")]
    [InlineData("\u202a+86 10 1234 5678\u202c", "+861012345678")]
    public void A_telephone_number_becomes_E164(string typed, string number) => Typed.Phone(typed).ShouldBe(number);

    [Theory]
    [InlineData("8 701 123 45 67")]
    [InlineData("+0 701 123 45 67")]
    [InlineData("+7 701")]
    [InlineData("+1234567890123456")]
    [InlineData("+7 701 call me")]
    public void A_number_without_country_code_or_with_letters_is_refused(string typed) => Typed.Phone(typed).ShouldBeNull();

    [Theory]
    [InlineData("aliya@pharma.kz", true)]
    [InlineData("a.b+c@пример.рф", true)]
    [InlineData("aliya@pharma", false)]
    [InlineData("aliya pharma.kz", false)]
    [InlineData("Aliya <aliya@pharma.kz>", false)]
    [InlineData("a@b.kz,c@d.kz", false)]
    [InlineData("a@b.kz\r\nBcc: c@d.kz", false)]
    public void Only_one_plain_address_is_a_mail_address(string typed, bool valid) => ExportPortal.Kernel.Values.EmailAddress.IsValid(typed).ShouldBe(valid);

    [Fact]
    public void A_text_keeps_its_lines_and_loses_what_cannot_be_stored_or_seen()
    {
        Typed.Text("  one\r\ntwo\u0000\u0007  ").ShouldBe("one\ntwo");
        Typed.Text("half \ud83d pair").ShouldBe("half \ufffd pair");
        Typed.Line("one\ntwo").ShouldBe("one two");
    }

    [Theory]
    [InlineData("C:\\Users\\a\\spec.pdf", "spec.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("invoice\u202efdp.exe", "invoicefdp.exe")]
    [InlineData("спецификация \"1\".pdf", "спецификация 1.pdf")]
    public void A_file_name_keeps_no_path_and_no_disguise(string given, string name) => FileNames.Clean(given).ShouldBe(name);

    [Fact]
    public void A_long_file_name_is_cut_between_characters_and_keeps_its_end()
    {
        foreach (var filler in new[] { "😀", "q\u0301\u0302", "👩🏽", "語" })
            for (var shift = 0; shift < 4; shift++)
            {
                var name = FileNames.Clean(string.Concat(Enumerable.Repeat(filler, 100)) + new string('x', shift) + ".pdf");
                name.Length.ShouldBeInRange(100, 110);
                name.ShouldEndWith(new string('x', shift) + ".pdf");
                name.ShouldStartWith(filler);
                name.ShouldNotContain('\ufffd');
                Should.NotThrow(() => new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(name));
            }
    }

    [Fact]
    public void Half_characters_and_hidden_ones_are_dropped_from_a_file_name()
    {
        // Not as data of a theory: an attribute can't hold half a character.
        FileNames.Clean("half\ud83d.pdf").ShouldBe("half.pdf");
        FileNames.Clean("\udc00half.pdf").ShouldBe("half.pdf");
        FileNames.Clean("tag\U000E0041.pdf").ShouldBe("tag.pdf");
    }

    [Fact]
    public void A_file_name_that_is_one_endless_character_is_left_out() => FileNames.Clean("e" + new string('\u0301', 300)).ShouldBeEmpty();
}
