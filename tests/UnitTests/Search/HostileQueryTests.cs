using System.Diagnostics;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Index;
using FsCheck;
using FsCheck.Fluent;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

public sealed class HostileQueryTests
{
    private static readonly SearchIndex Index = Fill();

    [Fact]
    public void No_string_makes_a_search_fail() => Prop
        .ForAll(ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<string?>(), (text, culture) => Ask(text ?? "", culture ?? ""))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void No_sequence_of_any_characters_makes_a_search_fail()
    {
        var random = new Random(77);
        for (var i = 0; i < 500; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => RandomChar(random))]);
            Ask(text, "fa").ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"unfinished phrase")]
    [InlineData("-")]
    [InlineData("--- -- - +")]
    [InlineData("a* AND (b OR NOT c) NEAR/3 d:e^2~")]
    [InlineData("'; DROP TABLE products; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("%00%ff\0\uFFFF\uFFFE")]
    [InlineData("\ud800")]
    [InlineData("\udc00\ud800")]
    [InlineData("\u202E\u2066abc\u2069")]
    [InlineData("a\u0300\u0301\u0302\u0303\u0304\u0305\u0306")]
    [InlineData("\uFDFA ﷽")]
    [InlineData("𝕳𝖊𝖑𝖑𝖔 🙂👩‍👩‍👧‍👦 𠮷")]
    [InlineData("...........1.1.1.1.1.1.1.,,,1,,1")]
    [InlineData("1.")]
    [InlineData(".1")]
    [InlineData("1,000,")]
    [InlineData("&&&R&D&&&")]
    public void Signs_and_operators_are_no_error(string text) => Ask(text, "en").ShouldBeTrue();

    [Fact]
    public void A_very_long_query_is_cut()
    {
        foreach (var part in new[] { "a", "pump ", "试", "\u0301", "\ud83d\ude42", "1", "1.", "-", "\u200C", "ا", "a1" })
        {
            var text = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));
            Ask(text, "en").ShouldBeTrue();
        }
        var atTheEdge = "pump" + new string(' ', 495) + "\ud83d\ude42";
        Index.Ids(atTheEdge).ShouldNotBeEmpty();
    }

    [Fact]
    public void Hostile_texts_can_be_indexed()
    {
        var random = new Random(78);
        for (var i = 0; i < 300; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 400)).Select(_ => RandomChar(random))]);
            var index = IndexOf(Document("a", ("fa", text)).With(SearchField.Description, "x-" + i, text).Coded("model", text).Facet(text, text));
            index.Ids("").ShouldBe(["a"]);
            index.Search(new() { Text = text, Culture = "en", Facets = [text] }).Total.ShouldBeInRange(0, 1);
        }
    }

    [Fact]
    public void Of_very_many_phrases_the_first_must_stand_so_and_of_the_others_the_words()
    {
        string[] phrases = [.. Enumerable.Range('a', 17).Select(c => $"{(char)c}{(char)c} x{(char)c}")];
        string[] InOrder(int count) => [.. phrases.Select((p, i) => i < count ? p : string.Join(' ', p.Split(' ').Reverse()))];
        var index = IndexOf(new[] { 15, 16, 17 }.Select(n => Document($"d{n}", ("en", string.Join(", ", InOrder(n))))));
        index.Ids(string.Join(' ', phrases.Select(p => $"\"{p}\""))).ShouldBe(["d16", "d17"], ignoreOrder: true);
    }

    private static bool Ask(string text, string culture)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var sort in Enum.GetValues<SearchSort>())
        {
            var answer = Index.Search(new() { Text = text, Culture = culture, Sort = sort, PageSize = 20, Facets = ["sector"], Chosen = [new(text, culture)] });
            answer.Total.ShouldBeGreaterThanOrEqualTo(0);
            Index.Search(new() { Text = text, Culture = culture, Sort = sort }).Hits.Count.ShouldBeLessThanOrEqualTo(20);
        }
        return Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5);
    }

    private static char RandomChar(Random random) => random.Next(8) switch
    {
        0 => (char)random.Next(0x10000),
        1 => (char)random.Next(0xD800, 0xE000),
        2 => (char)random.Next(0x20),
        3 => (char)random.Next(0x600, 0x700),
        4 => (char)random.Next(0x300, 0x370),
        5 => (char)random.Next(0x2000, 0x2070),
        6 => (char)random.Next(0x4E00, 0x4E20),
        _ => (char)random.Next(0x20, 0x7F),
    };

    private static SearchIndex Fill()
    {
        var random = new Random(6);
        return IndexOf(Enumerable.Range(0, 100).Select(i => IndexLifeTests.RandomDocument(random, $"d{i}")).Append(Document("pump", ("en", "pump"))));
    }
}
