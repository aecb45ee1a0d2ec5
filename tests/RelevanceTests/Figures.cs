namespace ExportPortal.RelevanceTests;

/// <summary>How good the first ten results of a query are, or the mean of several queries.</summary>
/// <param name="Ndcg">The gain of the ten, best first, of the gain that was possible.</param>
/// <param name="Mrr">One by the rank of the first product meant; 0 when none is among the ten.</param>
/// <param name="Recall">The share of the products meant that are among the ten, of as many as can be.</param>
/// <param name="Success">1 when the first result is a product meant.</param>
internal sealed record Figures(double Ndcg, double Mrr, double Recall, double Success)
{
    private const int Depth = 10, Meant = 2;

    /// <summary>Measures the grades of the results, best ranked first, against those of all products that were looked in.</summary>
    public static Figures Of(IReadOnlyList<int> results, IReadOnlyList<int> all)
    {
        var ten = results.Take(Depth).ToArray();
        var first = Array.FindIndex(ten, g => g >= Meant);
        var possible = Math.Min(Depth, all.Count(g => g >= Meant));
        return new(Gain(ten) / Gain([.. all.OrderDescending().Take(Depth)]), first < 0 ? 0 : 1.0 / (first + 1),
            (double)ten.Count(g => g >= Meant) / possible, first == 0 ? 1 : 0);
    }

    public static Figures Mean(IReadOnlyCollection<Figures> figures) =>
        new(figures.Average(f => f.Ndcg), figures.Average(f => f.Mrr), figures.Average(f => f.Recall), figures.Average(f => f.Success));

    /// <summary>In the order of the table's columns.</summary>
    public double[] Columns => [Ndcg, Mrr, Recall, Success];

    private static double Gain(int[] grades) => grades.Select((g, i) => (Math.Pow(2, g) - 1) / Math.Log2(i + 2)).Sum();
}
