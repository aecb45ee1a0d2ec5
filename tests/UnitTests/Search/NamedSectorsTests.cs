using ExportPortal.Kernel.Cultures;
using ExportPortal.Search.Asking;
using ExportPortal.Search.Contracts;
using ExportPortal.Search.Glossaries;
using ExportPortal.Search.Index;
using static ExportPortal.UnitTests.Search.SearchTesting;

namespace ExportPortal.UnitTests.Search;

public sealed class NamedSectorsTests
{
    private readonly SectorNames _names = new();
    private readonly NamedSectors _sectors;

    public NamedSectorsTests() => _sectors = new(new FacetWords([_names], null!));

    [Fact]
    public void New_names_and_a_new_glossary_are_read_at_once()
    {
        var pump = Document("pump", ("en", "Pump")).Facet(SearchFacets.Sector, "devices");
        var snapshot = IndexOf(pump).Snapshot;
        In("medical devices", snapshot).ShouldBe("devices");
        In("hospital equipment", snapshot).ShouldBe("");

        (_names.Text, _names.Edition) = ("Hospital equipment", 2);
        In("hospital equipment", snapshot).ShouldBe("devices");
        In("medical devices", snapshot).ShouldBe("");

        In("instruments", IndexOf(new Glossary([new("devices", [new("en", "instruments")])]), pump).Snapshot).ShouldBe("devices");
    }

    [Theory]
    [InlineData("medical")]
    [InlineData("medical devices pumps")]
    [InlineData("")]
    public void Only_the_whole_name_is_one(string text) =>
        In(text, IndexOf(Document("pump", ("en", "Pump")).Facet(SearchFacets.Sector, "devices")).Snapshot).ShouldBe("");

    [Fact]
    public void Several_threads_that_ask_at_once_are_answered_alike()
    {
        var snapshot = IndexOf(Document("pump", ("en", "Pump")).Facet(SearchFacets.Sector, "devices")).Snapshot;
        Parallel.For(0, 400, i =>
        {
            if (i % 20 == 0)
                _names.Edition = i;
            In("medical devices", snapshot).ShouldBe("devices");
        });
    }

    private string In(string text, Snapshot snapshot) => string.Join(' ', _sectors.In(text, snapshot));

    private sealed class SectorNames : IFacetLabels
    {
        public string Text { get; set; } = "Medical devices";

        public long Edition { get; set; } = 1;

        public FoundText? Name(string facet, string culture) => null;

        public FoundText? Label(string facet, string value, string culture) => new("en", Text);
    }
}
