using System.Text.Json.Nodes;
using ExportPortal.ModuleTests.Catalogue;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;

namespace ExportPortal.ModuleTests.Search;

/// <summary>What may have been meant by something that nobody wrote, among the words of the portal's own glossary.</summary>
public sealed class NearTermsTests
{
    private static readonly Glossary Words = new(File.ReadLines(Path.Combine(Feed.Media, "glossary", "feed.jsonl")).Select(l => JsonNode.Parse(l)!).Select(l => new SearchConcept((string)l["id"]!,
        [.. l["names"]!.AsObject().Select(n => new ConceptTerm(n.Key, (string)n.Value!)), .. (l["terms"]?.AsObject() ?? []).SelectMany(t => t.Value!.AsArray().Select(w => new ConceptTerm(t.Key, (string)w!)))])));

    [Theory]
    [InlineData("defibrilyator", "defibrillator")]
    [InlineData("дефебрелятар", "defibrillator")]
    [InlineData("автодефибриллятор", "defibrillator")]
    [InlineData("دفیبریلاتورها", "defibrillator")]
    [InlineData("fayerwol", "firewall")]
    [InlineData("фаерволл", "firewall")]
    [InlineData("ашкуцфдд", "firewall")]
    [InlineData("防火墙设备箱", "firewall")]
    public void The_nearest_word_comes_first(string typed, string concept) => Words.NearTerms.Find(typed)[0].Term.Concept.ShouldBe(concept);

    [Theory]
    [InlineData("Блутдрукмессер")]
    [InlineData("qwpoeiru")]
    [InlineData("12345")]
    [InlineData("?!")]
    [InlineData("")]
    public void Where_nothing_is_near_nothing_is_guessed(string typed) => Words.NearTerms.Find(typed).ShouldBeEmpty();

    [Fact]
    public void A_word_of_a_concept_is_no_guess_for_itself() => Words.NearTerms.Find("Firewall").ShouldNotContain(n => n.Term.Concept == "firewall");

    [Fact]
    public void Of_each_concept_the_nearest_word_is_told_once()
    {
        var near = Words.NearTerms.Find("defibrilator portable").ToArray();
        near.Select(n => n.Term.Concept).ShouldBeUnique();
        near.ShouldContain(n => n.Term.Word == new ConceptTerm("en", "defibrillator"));
    }
}
