using ExportPortal.Search.Contracts;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

/// <summary>Where what is a code to one reader is a word, an amount or a year to another.</summary>
public sealed class CodesAndWordsTests
{
    [Theory]
    [InlineData("levothyroxine 100μg", "micro milli")]
    [InlineData("levothyroxine 100µg", "micro milli")]
    [InlineData("levothyroxine 100 mg", "milli micro")]
    public void A_microgram_is_no_milligram(string query, string ids) => IndexOf(
        Document("milli", ("en", "Levothyroxine 100mg")), Document("micro", ("en", "Levothyroxine 100 μg"))).Ids(query).ShouldBe(ids.Split(' '));

    [Theory]
    [InlineData("SΜ-300")]
    [InlineData("Μ-3000")]
    [InlineData("ZX-3Μ")]
    public void A_greek_capital_is_no_amount(string query) =>
        IndexOf(Document("first", ("en", "Pump")).Coded("model", "SM-300"), Document("second", ("en", "Pump")).Coded("model", "M-3000"), Document("third", ("en", "Pump")).Coded("model", "ZX-3M")).Ids(query).Length.ShouldBe(1);

    [Fact]
    public void Models_that_differ_by_micro_and_milli_are_two()
    {
        var index = IndexOf(Document("micro", ("en", "Tablets")).Coded("model", "LT-100μg"), Document("milli", ("en", "Tablets")).Coded("model", "LT-100mg"));
        index.Ids("LT-100μg").ShouldBe(["micro"]);
        index.Ids("\"LT-100mg\"").ShouldBe(["milli"]);
    }

    private static readonly ISearchIndex Words = IndexOf(
        Document("insulin", ("en", "Insulin")).With(SearchField.Description, "en", "For the home and the hospital"),
        Document("monitor", ("en", "Patient monitor")));

    [Theory]
    [InlineData("insulni ", "insulin")]
    [InlineData("insuli ", "insulin")]
    [InlineData("monito ", "monitor")]
    [InlineData("insuli -patient", "insulin")]
    public void A_finished_word_that_nobody_wrote_is_mended(string query, string id) => Words.Ids(query).ShouldBe([id]);

    private static readonly ISearchIndex Rays = IndexOf(
        Document("screwdriver", ("en", "Screwdriver")).Coded("model", "X-RAY"),
        Document("first", ("en", "Portable x-ray generator, battery")), Document("second", ("en", "Portable battery x-ray generator")), Document("third", ("en", "Portable x-ray generator with battery")));

    [Fact]
    public void A_word_that_is_also_a_model_hides_no_words()
    {
        var answer = Rays.Search(new() { Text = "portable x-ray generator battery", Culture = "en" });
        answer.Hits.Select(h => h.Id).ShouldBe(["screwdriver", "first", "second", "third"], ignoreOrder: true);
        Rays.Search(new() { Text = "portable x-ray generator", Culture = "en", AllWords = true }).Hits.Select(h => h.Id).ShouldBe(["first", "second", "third"], ignoreOrder: true);
    }

    [Fact]
    public void An_id_made_of_words_hides_no_others()
    {
        var index = IndexOf(Document("silver-nitrate", ("en", "Silver nitrate")).Coded("id", "silver-nitrate"), Document("other", ("en", "Silver nitrate, 100 g")));
        index.Ids("silver-nitrate ampoule").ShouldBe(["silver-nitrate", "other"]);
    }

    [Fact]
    public void A_word_alone_that_is_a_model_finds_the_model_and_what_speaks_of_it()
    {
        Rays.Ids("X-RAY")[0].ShouldBe("screwdriver");
        Rays.Ids("x-ray generator").ShouldContain("first");
    }

    [Theory]
    [InlineData("vacuum gauge -1000 mbar", "gauge")]
    [InlineData("centrifuge 300 -6000 rpm", "centrifuge")]
    public void Short_numbers_after_a_minus_are_amounts(string query, string id) => IndexOf(
        Document("gauge", ("en", "Vacuum gauge 1000 mbar")), Document("centrifuge", ("en", "Centrifuge 300 to 6000 rpm"))).Ids(query).ShouldBe([id]);

    private static readonly ISearchIndex Numbers = IndexOf(
        Document("gtin", ("en", "Ampoules")).Coded("gtin", "6260123456786"), Document("cas", ("en", "Solvent")).Coded("cas", "113427-24-0"),
        Document("model", ("en", "Terminal")).Coded("model", "4711 0815 12"), Document("heading", ("en", "Paper machine")).Coded("hs", "471108"));

    [Theory]
    [InlineData("626012", "gtin")]
    [InlineData("113427", "cas")]
    [InlineData("47110815", "heading model")]
    [InlineData("471108", "heading")]
    public void Six_signs_of_a_code_find_it_beside_headings(string query, string ids) => Numbers.Ids(query).ShouldBe(ids.Split(' '));

    [Fact]
    public void Two_years_are_no_tariff_code() => IndexOf(
        Document("juice", ("en", "Juice")).Coded("hs", "200912"), Document("report", ("en", "Report of 2009 and 2010"))).Ids("2009 2010").ShouldBe(["report"]);

    [Theory]
    [InlineData("1401 1402")]
    [InlineData("۱۴۰۱ ۱۴۰۲")]
    public void Two_years_of_the_iranian_calendar_are_no_tariff_code(string query) => IndexOf(
        Document("plant", ("en", "Plant")).Coded("hs", "140114"), Document("report", ("fa", "گزارش ۱۴۰۱ و ۱۴۰۲"))).Ids(query, "fa").ShouldBe(["report"]);

    [Theory]
    [InlineData("9018 9084")]
    [InlineData("2009 9084")]
    [InlineData("2009 20 10")]
    public void Two_groups_of_four_digits_that_are_no_years_are_a_tariff_code(string query) => IndexOf(
        Document("device", ("en", "Device")).Coded("hs", "901890"), Document("juice", ("en", "Juice")).Coded("hs", "200990"), Document("other", ("en", "Report of 9084 and 10")))
        .Ids(query).Length.ShouldBe(1);

    [Fact]
    public void A_model_that_its_own_text_names_leads_alone()
    {
        var index = IndexOf(Document("terminal", ("en", "POS terminal TP-RTX")).Coded("model", "TP-RTX"), Document("form", ("en", "Quote form please")));
        var answer = index.Search(new() { Text = "please quote TP-RTX", Culture = "en", AllWords = true });
        answer.Hits.Select(h => h.Id).ShouldBe(["terminal"]);
    }

    [Theory]
    [InlineData("vacuum gauge -1013.25 mbar", "gauge")]
    [InlineData("vacuum gauge -100000 Pa", "gauge")]
    [InlineData("gauge -902620", "")]
    [InlineData("gauge -9026.20", "")]
    [InlineData("gauge -777777", "gauge")]
    public void Behind_a_minus_a_number_that_is_no_code_is_an_amount(string query, string ids) => IndexOf(
        Document("gauge", ("en", "Vacuum gauge, 1013.25 mbar, 100000 Pa")).Coded("hs", "902620")).Ids(query).ShouldBe(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Parts_of_a_code_that_no_text_joins_are_read_apart_where_a_letter_is_no_latin_one()
    {
        IndexOf(Document("kit", ("en", "Assay for IL-1 β"))).Ids("IL-1β").ShouldBe(["kit"]);
        var answer = IndexOf(Document("pipe", ("ru", "Труба 100 х 50 х 3"))).Search(new() { Text = "труба 100х50х3", Culture = "ru" });
        answer.Hits.ShouldHaveSingleItem().AllWords.ShouldBeTrue();
    }

    [Theory]
    [InlineData("SN74HC595NS")]
    [InlineData("XC7A35TED")]
    public void A_part_number_has_no_endings(string query) => IndexOf(
        Document("shift", ("en", "Shift register SN74HC595N")), Document("array", ("en", "Gate array XC7A35T"))).Ids(query).ShouldBeEmpty();

    [Fact]
    public void Names_are_looked_into_for_the_word_that_was_typed_last_alone()
    {
        var index = IndexOf(Enumerable.Range(0, 20_001).Select(i => Document($"d{i}", ("en", "kit for dogs"))));
        index.Search(new() { Text = "kit for ", Culture = "en", LastWordInName = true }).Total.ShouldBe(20_001);
    }

    [Theory]
    [InlineData("Wi-Fi", "wifi")]
    [InlineData("wi-fi camera", "wifi camera")]
    [InlineData("HER2", "her2")]
    [InlineData("HER2 antibody", "her2 antibody")]
    [InlineData("4-20 mA transmitter", "current transmitter")]
    [InlineData("G-CSF", "csf fluid")]
    [InlineData("IL-7", "")]
    public void Small_parts_of_a_word_tell_nothing_without_the_others(string query, string ids) => IndexOf(
        Document("wifi", ("en", "Wi-Fi router")), Document("hub", ("en", "Hub of series Fi")), Document("camera", ("en", "Camera")), Document("her2", ("en", "Kit for HER2")),
        Document("antibody", ("en", "Antibody")), Document("two", ("en", "Pumps of type 2")), Document("current", ("en", "Sensor 4-20 mA")), Document("transmitter", ("en", "Transmitter")),
        Document("ports", ("en", "Switch with 4 ports")), Document("csf", ("en", "Human G-CSF")), Document("fluid", ("en", "CSF shunt")), Document("series", ("en", "Seven of series G and IL")))
        .Ids(query).ShouldBe(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);

    [Theory]
    [InlineData("5V 5A", "volt ampere both")]
    [InlineData("5A 5V", "volt ampere both")]
    [InlineData("24V 24", "battery")]
    [InlineData("type 2 B2", "insulin")]
    [InlineData("CT-scanner", "imaging")]
    [InlineData("uv-lamp", "light")]
    public void A_small_part_counts_where_its_word_is_whole_or_it_stands_alone(string query, string ids) => IndexOf(
        Document("volt", ("en", "Adapter 5V")), Document("ampere", ("en", "Adapter 5A")), Document("both", ("en", "Adapter 5V 5A")), Document("battery", ("en", "Battery 24")),
        Document("insulin", ("en", "Insulin 2")), Document("imaging", ("en", "CT imaging system")), Document("light", ("en", "UV light source")))
        .Ids(query).ShouldBe(ids.Split(' '), ignoreOrder: true);

    [Fact]
    public void What_follows_small_parts_begins_no_other_word() =>
        IndexOf(Document("firm", ("en", "Diode of Rayaneh")), Document("image", ("en", "X-ray archive"))).Ids("x-ray").ShouldBe(["image"]);

    [Fact]
    public void A_code_of_groups_after_a_minus_is_unwanted() =>
        IndexOf(Document("iodine", ("en", "Iodine")).Coded("cas", "7553-56-2"), Document("salt", ("en", "Iodine salt"))).Ids("iodine -7553-56-2").ShouldBe(["salt"]);

    [Fact]
    public void A_model_called_like_a_tariff_code_goes_before_the_heading() => IndexOf(
        Document("serum", ("en", "Serum")).Coded("hs", "300215"), Document("machine", ("en", "Machine")).Coded("model", "HS-3002")).Ids("HS 3002")[0].ShouldBe("machine");

    [Theory]
    [InlineData("pump 300", "pump")]
    [InlineData("pump AB", "pump")]
    [InlineData("pump 300 of model A-300", "model")]
    [InlineData("300", "model")]
    public void A_short_number_beside_words_is_an_amount(string query, string first) => IndexOf(
        Document("pump", ("en", "Pump 300 W, AB")), Document("model", ("en", "Valve")).Coded("model", "300").Coded("model", "AB").Coded("id", "A-300")).Ids(query)[0].ShouldBe(first);

    [Theory]
    [InlineData("SZ FIL 30 and some words more", "")]
    [InlineData("SZFIL", "")]
    [InlineData("SZFIL3", "syringe")]
    [InlineData("S Z F I L 3", "")]
    public void Only_a_short_text_of_six_signs_is_the_beginning_of_a_code(string query, string ids) => IndexOf(
        Document("syringe", ("en", "Syringe")).Coded("model", "SZ-FIL-300")).Ids(query).ShouldBe(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Of_very_many_words_that_begin_so_the_most_frequent_are_read()
    {
        var index = IndexOf(Enumerable.Range(0, 110_000).Select(i => Document($"d{i}", ("en", i < 100_000 ? "pumping" : $"pump{i}"))));
        index.Search(new() { Text = "pum", Culture = "en" }).Total.ShouldBe(100_000);
    }

    [Theory]
    [InlineData("d-dime")]
    [InlineData("d-dimer")]
    public void The_last_part_of_a_word_may_be_begun(string query) => IndexOf(
        Document("dimer", ("en", "D dimer assay")), Document("other", ("en", "Pump"))).Ids(query).ShouldBe(["dimer"]);
}
