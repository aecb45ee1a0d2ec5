using ExportPortal.Search.Index;

namespace ExportPortal.UnitTests.Search;

public sealed class FacetCombinationsTests
{
    private const int Documents = 2_000;

    [Fact]
    public void Documents_counted_by_combination_give_what_each_value_counts_by_itself()
    {
        var random = new Random(7);
        // Markets have their countries, so that a document has all or none of three values.
        var markets = Enumerable.Range(0, 4).Select(_ => SetOf(random, 0.4)).ToArray();
        (int Value, BitSet Documents)[] values = [.. Enumerable.Range(0, 12).Select(v => (v, markets[v / 3]))];
        var combinations = FacetCombinations.Of(Documents, values).ShouldNotBeNull();
        foreach (var share in new[] { 0, 0.01, 0.5, 1 })
        {
            var within = SetOf(random, share);
            var counts = new int[14];
            int[] places = [.. values.Select(v => 13 - v.Value)];
            combinations.Count(within, places, counts);
            counts.ShouldBe(values.Select(v => v.Documents.CountAnd(within)).Append(0).Append(0).Reverse());
        }
    }

    [Fact]
    public void Where_nearly_each_document_has_values_of_its_own_they_are_not_combined()
    {
        var random = new Random(8);
        FacetCombinations.Of(Documents, [.. Enumerable.Range(0, 30).Select(v => (v, SetOf(random, 0.5)))]).ShouldBeNull();
    }

    private static BitSet SetOf(Random random, double share)
    {
        var set = new BitSet(Documents);
        for (var document = 0; document < Documents; document++)
            if (random.NextDouble() < share)
                set.Set(document);
        return set;
    }
}
