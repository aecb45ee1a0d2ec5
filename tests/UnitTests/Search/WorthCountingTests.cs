using ExportPortal.Search.Counting;

namespace ExportPortal.UnitTests.Search;

/// <summary>Which queries are kept for editors.</summary>
public sealed class WorthCountingTests
{
    [Theory]
    [InlineData("insulin pump")]
    [InlineData("  پمپِ\tانسولین ", "پمپِ انسولین")]
    [InlineData("پیش\u200Cبینی")]
    [InlineData("\u200Eventilator\u200F", "ventilator")]
    [InlineData("胰岛素泵")]
    [InlineData("\"intensive care\" -home")]
    [InlineData("HS 300490")]
    [InlineData("IEC 60601-1-2")]
    [InlineData("GB 9706.1-2020")]
    [InlineData("7732-18-5")]
    [InlineData("1234567-89-5")]
    [InlineData("EN ISO 10993-1:2018")]
    [InlineData("ГОСТ Р 50444-2020")]
    [InlineData("L03AA02")]
    public void What_names_a_product_is_kept(string typed, string? kept = null) => Read(typed).ShouldBe(kept ?? typed);

    [Theory]
    [InlineData("aliya@pharma.kz")]
    [InlineData("aliya＠pharma.kz")]
    [InlineData("https://pharma.kz/aliya")]
    [InlineData("aliya﹫pharma.kz")]
    [InlineData("www.pharma.kz")]
    [InlineData("90 123 45 67")]
    [InlineData("6552-9988")]
    [InlineData("0912,345,6789")]
    [InlineData("№ 12 345 678")]
    [InlineData("4006381333931")]
    [InlineData("call 1234567")]
    [InlineData("۰۹۱۲۳۴۵۶۷۸۹")]
    [InlineData("+98 912 345 67 89")]
    [InlineData("(912) 345-6789")]
    [InlineData("0012345678")]
    [InlineData("4006381333932")]
    [InlineData("passport A12345678")]
    [InlineData("pump \u202Egnp.exe")]
    [InlineData("pump \u2066x\u2069")]
    [InlineData("pump \uE000")]
    [InlineData("pump \ud800")]
    [InlineData("??? !!!")]
    [InlineData("   ")]
    [InlineData("")]
    public void What_may_name_a_person_or_means_nothing_is_not(string typed) => Read(typed).ShouldBeNull();

    [Fact]
    public void Pasted_texts_are_not_kept()
    {
        Read(new string('a', WorthCounting.MostCharacters)).ShouldNotBeNull();
        Read(new string('a', WorthCounting.MostCharacters + 1)).ShouldBeNull();
    }

    [Fact]
    public void A_long_number_is_kept_when_something_on_the_site_has_it_as_its_code()
    {
        WorthCounting.Read("Z1203.020401", key => key == "z1203020401").ShouldBe("Z1203.020401");
        WorthCounting.Read("Z1203.020402", key => key == "z1203020401").ShouldBeNull();
    }

    [Theory]
    [InlineData("Insulin  Pump", "insulin pump")]
    [InlineData("كيسه", "کیسه")]
    [InlineData("pump, insulin", "pump insulin")]
    [InlineData("Pompe à Insuline", "pompe a insuline")]
    public void Spellings_of_a_query_are_counted_as_one(string one, string other) => WorthCounting.KeyOf(one).ShouldBe(WorthCounting.KeyOf(other));

    [Theory]
    [InlineData("monitor -home", "monitor home")]
    [InlineData("\"intensive care\"", "intensive care")]
    public void What_asks_for_something_else_is_counted_apart(string one, string other) => WorthCounting.KeyOf(one).ShouldNotBe(WorthCounting.KeyOf(other));

    [Fact]
    public void What_waits_is_bounded_and_taken_once()
    {
        var tally = new QueryTally();
        for (var i = 0; i < QueryTally.MostQueries + 10; i++)
            tally.AddAsked(new("en", "", $"query {i}"), "query");
        tally.AddAsked(new("en", "", "query 0"), "Query 0");
        tally.AddOpened(new("en", "", "query 0"), "Query 0");
        var taken = tally.Take();
        taken.Count.ShouldBe(QueryTally.MostQueries);
        taken[new("en", "", "query 0")].ShouldBe(new("Query 0", 2, 1));
        tally.Take().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-03-15T23:59:59Z", "2026-03-09")]
    [InlineData("2026-03-16T00:00:00Z", "2026-03-16")]
    [InlineData("2026-03-22T23:59:59Z", "2026-03-16")]
    public void Weeks_begin_on_monday(string instant, string monday) =>
        QueryCount.WeekOf(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture));

    private static string? Read(string typed) => WorthCounting.Read(typed, _ => false);
}
