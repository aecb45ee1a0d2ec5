namespace ExportPortal.RelevanceTests;

/// <summary>The measures themselves.</summary>
public sealed class FiguresTests
{
    [Fact]
    public void The_best_order_scores_one_everywhere() =>
        Figures.Of([3, 2, 1], [0, 1, 2, 3]).Columns.ShouldBe([1, 1, 1, 1]);

    [Fact]
    public void Nothing_found_scores_nothing() =>
        Figures.Of([], [3, 0]).Columns.ShouldBe([0, 0, 0, 0]);

    [Fact]
    public void A_product_meant_in_second_place_scores_half()
    {
        var figures = Figures.Of([0, 3], [3, 0]);
        figures.Mrr.ShouldBe(0.5);
        figures.Recall.ShouldBe(1);
        figures.Success.ShouldBe(0);
        figures.Ndcg.ShouldBe(1 / Math.Log2(3), 1e-9);
    }

    [Fact]
    public void More_than_ten_products_meant_need_not_all_be_among_the_ten() =>
        Figures.Of([.. Enumerable.Repeat(3, 10)], [.. Enumerable.Repeat(3, 48)]).Columns.ShouldBe([1, 1, 1, 1]);

    [Fact]
    public void The_type_without_the_value_asked_is_not_counted_as_meant() =>
        Figures.Of([1, 3], [1, 3]).Recall.ShouldBe(1);
}
