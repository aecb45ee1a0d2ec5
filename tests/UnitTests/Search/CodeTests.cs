using ExportPortal.Search.Contracts;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

public sealed class CodeTests
{
    private static readonly ISearchIndex Index = IndexOf(
        Document("epo", ("en", "Epoetin alfa 4,000 IU"))
            .Coded("hs", "300439").Coded("atc", "B03XA01").Coded("model", "AE-4000").Coded("gtin", "06260123456786").Coded("id", "epo"),
        Document("epo-2", ("en", "Epoetin alfa 2,000 IU"))
            .Coded("hs", "30043910").Coded("atc", "B03XA02").Coded("model", "AE-2000").Coded("id", "epo-2"),
        Document("pva", ("en", "Polyvinyl alcohol"))
            .Coded("hs", "390530").Coded("cas", "9002-89-5").Coded("emdn", "Z12030102").Coded("model", "۴۰۰۰").Coded("id", "pva"),
        Document("text", ("en", "AE-4000 9002-89-5 B03XA01 300439 compared, as in AE 4000"))
            .With(SearchField.Keywords, "en", "AE-4000 9002-89-5 B03XA01 300439 Z12030102 06260123456786").Coded("id", "text"));

    [Theory]
    [InlineData("300439", "epo")]
    [InlineData("3004.39", "epo")]
    [InlineData("۳۰۰۴۳۹", "epo")]
    [InlineData("3004 39 10", "epo-2")]
    [InlineData("b03xa01", "epo")]
    [InlineData("B03 XA 01", "epo")]
    [InlineData("ae-4000", "epo")]
    [InlineData("AE4000", "epo")]
    [InlineData("ae 4000", "epo")]
    [InlineData("a.e.4000", "epo")]
    [InlineData("9002-89-5", "pva")]
    [InlineData("9002895", "pva")]
    [InlineData("9002‑89‑5", "pva")]
    [InlineData("z12030102", "pva")]
    [InlineData("06260123456786", "epo")]
    [InlineData("4000", "pva")]
    [InlineData("epo", "epo")]
    [InlineData("EPO-2", "epo-2")]
    public void A_document_whose_code_is_the_whole_query_stands_first(string query, string first)
    {
        foreach (var culture in new[] { "en", "fa", "zh-Hans", "ru", "ar", "fr", "de" })
            Index.Ids(query, culture).First().ShouldBe(first);
    }

    [Fact]
    public void Documents_that_only_mention_a_code_follow() => Index.Ids("AE-4000").ShouldBe(["epo", "text"]);

    [Fact]
    public void An_hs_code_is_found_by_its_heading_and_subheading()
    {
        Index.Ids("3004").Take(2).ShouldBe(["epo", "epo-2"], ignoreOrder: true);
        Index.Ids("30.04").Take(2).ShouldBe(["epo", "epo-2"], ignoreOrder: true);
        Index.Ids("300439").ShouldBe(["epo", "epo-2", "text"]);
        Index.Ids("3905").ShouldBe(["pva"]);
        Index.Search(new() { Text = "30043", Culture = "en" }).Hits.ShouldNotContain(h => h.Id == "epo-2");
    }

    [Fact]
    public void Only_hs_codes_are_found_by_their_beginning() => Index.Ids("B03X").ShouldNotContain("epo-2");

    [Theory]
    [InlineData("epoetin AE-2000", "epo-2")]
    [InlineData("AE 2000 epoetin alfa", "epo-2")]
    [InlineData("alcohol 9002-89-5", "pva")]
    public void A_code_within_a_query_leads(string query, string first) => Index.Ids(query).First().ShouldBe(first);

    [Fact]
    public void A_code_alone_keeps_any_words_from_being_listed()
    {
        var answer = Index.Search(new() { Text = "3004 39 10", Culture = "en" });
        answer.AllWords.ShouldBeTrue();
        answer.Hits.Select(h => h.Id).ShouldBe(["epo-2"]);
    }

    [Fact]
    public void A_near_code_does_not_match_as_a_code()
    {
        Index.Ids("B03XA03").ShouldBeEmpty();
        Index.Ids("9002-89-6").ShouldBeEmpty();
        Index.Ids("AE-400").ShouldNotContain("epo");
    }

    private static readonly ISearchIndex Shop = IndexOf(
        Document("filgrastim", ("en", "Filgrastim"), ("ru", "Филграстим")).Coded("model", "SZ-FIL-300").Coded("hs", "300215").Coded("gtin", "6260123456786").Coded("atc", "L03AA02").Coded("ec", "231-442-4"),
        Document("monitor", ("en", "Patient monitor, IP67")).Coded("hs", "901890").Coded("model", "PM-900").Coded("gtin", "012345678905"),
        Document("probe", ("en", "Probe")).With(SearchField.Description, "en", "An accessory in 30 sizes, IP65, hazard GHS09, for H1N1 and 5G, flange PN 16.").Coded("hs", "901812").Coded("model", "ВТ-200"),
        Document("router", ("en", "Router for 5G")).Coded("hs", "851762"),
        Document("filter", ("en", "Filter")).With(SearchField.Description, "en", "The code FIL stands for 30 filters by SZ, part KX 77 B"));

    [Theory]
    [InlineData("\"SZ-FIL-300\"")]
    [InlineData("«sz fil 300»")]
    [InlineData("\"SZ/FIL.300\"")]
    [InlineData("\"SZFIL300\"")]
    [InlineData("filgrastim \"SZ-FIL-300\"")]
    [InlineData("\"6260123456786\"")]
    public void A_quoted_code_is_found(string query) => Shop.Ids(query).ShouldBe(["filgrastim"]);

    [Fact]
    public void A_quoted_code_without_digits_is_found() =>
        IndexOf(Document("gum", ("en", "Xanthan gum")).Coded("model", "PT-XG")).Ids("\"PT-XG\"").ShouldBe(["gum"]);

    [Theory]
    [InlineData("\"IP-67\"", "monitor")]
    [InlineData("\"PN-16\"", "probe")]
    [InlineData("\"KX-77-C\"", "")]
    public void Signs_within_a_code_do_not_matter(string query, string ids) => Shop.Ids(query).ShouldBe(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("6260123456786", "filgrastim")]
    [InlineData("06260123456786", "filgrastim")]
    [InlineData("0 626012 345678 6", "filgrastim")]
    [InlineData("16260123456783", "filgrastim")]
    [InlineData("012345678905", "monitor")]
    [InlineData("0012345678905", "monitor")]
    [InlineData("00012345678905", "monitor")]
    [InlineData("06260123456785", "")]
    [InlineData("16260123456789", "")]
    public void A_gtin_is_found_in_each_length(string query, string ids) => Shop.Ids(query).ShouldBe(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("9018.90.84", "monitor")]
    [InlineData("9018 90 84 00", "monitor")]
    [InlineData("9018908400", "monitor")]
    [InlineData("8517620000", "router")]
    [InlineData("8517 62 000 0", "router")]
    [InlineData("9018.77.00", "monitor probe")]
    [InlineData("7777.77.00", "")]
    public void A_national_tariff_code_finds_what_is_of_its_subheading(string query, string ids) =>
        Shop.Ids(query).ShouldBe(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);

    [Fact]
    public void A_number_that_a_text_holds_is_no_tariff_code() => IndexOf(
        Document("monitor", ("en", "Monitor")).Coded("hs", "901890"),
        Document("part", ("en", "Spare part")).With(SearchField.Description, "en", "Order number 90189084")).Ids("90189084").ShouldBe(["part"]);

    [Theory]
    [InlineData("HS 3002.15")]
    [InlineData("HS: 3002")]
    [InlineData("hs code 300215")]
    [InlineData("کد HS 3002")]
    [InlineData("کد تعرفه ۳۰۰۲")]
    [InlineData("код ТН ВЭД 3002")]
    [InlineData("код ТНВЭД 3002 15 000 0")]
    [InlineData("HS 编码 3002")]
    [InlineData("HS编码3002")]
    [InlineData("海关编码 3002.15")]
    [InlineData("رمز النظام المنسق 3002")]
    [InlineData("code SH 3002.15")]
    [InlineData("code 3002")]
    [InlineData("heading 3002")]
    [InlineData("код 3002")]
    [InlineData("编码 3002")]
    [InlineData("nomenclature 3002")]
    [InlineData("GTIN 6260123456786")]
    public void Words_that_say_that_a_code_follows_do_not_spoil_it(string query) => Shop.Ids(query).ShouldBe(["filgrastim"]);

    [Theory]
    [InlineData("filgrastim -300215")]
    [InlineData("filgrastim -SZ-FIL-300")]
    [InlineData("filgrastim -6260123456786")]
    [InlineData("filgrastim -231-442-4")]
    [InlineData("filgrastim -30.02.15")]
    public void A_code_after_a_minus_is_unwanted(string query) => Shop.Ids(query).ShouldBeEmpty();

    [Theory]
    [InlineData("HS300215")]
    [InlineData("ТНВЭД 3002 15 000 0")]
    [InlineData("HS#300215")]
    public void The_name_of_the_tariff_may_stand_close_to_the_code(string query) => Shop.Ids(query).ShouldBe(["filgrastim"]);

    [Theory]
    [InlineData("2009-10-12")]
    [InlineData("2009-2010")]
    public void Dates_are_no_tariff_codes(string query) =>
        IndexOf(Document("juice", ("en", "Juice")).Coded("hs", "200912")).Ids(query).ShouldBeEmpty();

    [Theory]
    [InlineData("model PT-XG")]
    [InlineData("please quote PT-XG")]
    [InlineData("型号PT-XG")]
    public void A_model_without_digits_leads_among_other_words(string query) => IndexOf(
        Document("gum", ("en", "Xanthan gum")).Coded("model", "PT-XG"), Document("lis", ("en", "Model for XG, quote PT"))).Ids(query)[0].ShouldBe("gum");

    [Theory]
    [InlineData("en", "the B12", "vitamin")]
    [InlineData("fr", "la 5G", "antenna")]
    [InlineData("ru", "на 5G", "antenna")]
    [InlineData("en", "how is 5G", "antenna")]
    [InlineData("en", "24V 5A", "supply")]
    [InlineData("en", "USB3 fan", "fan")]
    [InlineData("en", "LED 10W", "lamp")]
    [InlineData("en", "pH 7 meter", "meter")]
    [InlineData("ru", "В12", "vitamin")]
    public void What_only_looks_like_a_code_finds_what_speaks_of_it(string culture, string query, string id) => IndexOf(
        Document("vitamin", ("en", "Vitamin B12 tablets")), Document("antenna", ("en", "5G antenna")), Document("supply", ("en", "Supply 24V 2A")),
        Document("fan", ("en", "USB 3.0 fan")), Document("lamp", ("en", "LED lamp 7W")), Document("meter", ("en", "pH meter"))).Ids(query, culture)[0].ShouldBe(id);

    [Theory]
    [InlineData("en", "HS 200", "station")]
    [InlineData("fr", "cas 12", "case")]
    public void A_name_that_begins_like_that_of_a_code_stays_whole(string culture, string query, string id) => IndexOf(
        Document("station", ("en", "Hydraulic station HS 200")), Document("force", ("en", "Force 200 kN")), Document("case", ("fr", "Cas 12"))).Ids(query, culture)[0].ShouldBe(id);

    [Fact]
    public void A_tariff_code_of_nothing_finds_nothing() => Shop.Ids("HS 4444").ShouldBeEmpty();

    [Theory]
    [InlineData("SZ-FIL-30", "filgrastim")]
    [InlineData("SZ FIL 30", "filgrastim filter")]
    [InlineData("szfil3", "filgrastim")]
    [InlineData("L03AA0", "filgrastim")]
    [InlineData("SZ-FIL-31", "")]
    [InlineData("SZ-FIL-400", "")]
    [InlineData("PM-901", "")]
    [InlineData("L03AA03", "")]
    public void Half_a_code_finds_what_it_begins_and_a_wrong_one_nothing(string query, string ids)
    {
        var answer = Shop.Search(new() { Text = query, Culture = "en" });
        answer.Hits.Select(h => h.Id).ShouldBe(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
        answer.Correction.ShouldBeNull();
    }

    [Theory]
    [InlineData("РМ-900", "monitor")]
    [InlineData("рм900", "monitor")]
    [InlineData("ΡΜ-900", "monitor")]
    [InlineData("РМ－９００", "monitor")]
    [InlineData("PM−۹۰۰", "monitor")]
    [InlineData("PM-٩٠٠", "monitor")]
    [InlineData("BT-200", "probe")]
    [InlineData("ВТ-200", "probe")]
    [InlineData("ІР67", "monitor")]
    [InlineData("Н1N1", "probe")]
    [InlineData("«РМ-900»", "monitor")]
    public void Letters_digits_and_hyphens_that_look_alike_are_alike_in_codes(string query, string id)
    {
        foreach (var culture in new[] { "en", "ru", "fa" })
            Shop.Ids(query, culture).ShouldBe([id]);
    }

    [Theory]
    [InlineData("GHS09", "probe")]
    [InlineData("GHS 09", "probe")]
    [InlineData("IP67", "monitor")]
    [InlineData("H1N1", "probe")]
    [InlineData("5G", "router probe")]
    [InlineData("PN16", "probe")]
    [InlineData("pn-16", "probe")]
    public void Codes_that_stand_in_texts_are_found_there(string query, string ids) =>
        Shop.Ids(query).ShouldBe(ids.Split(' '));
}
