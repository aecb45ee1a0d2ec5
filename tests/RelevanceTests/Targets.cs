namespace ExportPortal.RelevanceTests;

/// <summary>A figure that is to be reached.</summary>
/// <param name="Name">As it stands in the table.</param>
/// <param name="AtLeast">What is to be reached.</param>
/// <param name="Of">The figure of results in a language, or in all.</param>
internal sealed record Target(string Name, double AtLeast, Func<IReadOnlyList<Measured>, string?, double> Of);

/// <summary>What the search is to reach.</summary>
internal static class Targets
{
    public static readonly Target[] All =
    [
        new("cross-language by same-language, recall@10", 0.85, (r, l) => Mean(r, l, "cross", f => f.Recall) / Mean(r, l, "same", f => f.Recall)),
        new("typing errors by clean, recall@10", 0.85, (r, l) => ByTwins(r, l, "typing", f => f.Recall)),
        new("typing errors by clean, nDCG@10", 0.85, (r, l) => ByTwins(r, l, "typing", f => f.Ndcg)),
        new("other orthography by clean, recall@10", 0.85, (r, l) => ByTwins(r, l, "orthography", f => f.Recall)),
        new("inflected by clean, recall@10", 0.85, (r, l) => ByTwins(r, l, "inflection", f => f.Recall)),
        new("exact codes, success@1", 1, (r, l) => Mean(r, l, "code", f => f.Success)),
        new("language by best language, same wishes, recall@10", 0.9, (r, l) => ByBest(r, l, f => f.Recall)),
        new("language by best language, same wishes, nDCG@10", 0.9, (r, l) => ByBest(r, l, f => f.Ndcg)),
    ];

    private static double Mean(IEnumerable<Measured> results, string? language, string kind, Func<Figures, double> figure) =>
        results.Where(r => (language is null || r.Query.Language == language) && r.Query.Kind == kind).Select(r => figure(r.Figures)).DefaultIfEmpty(double.NaN).Average();

    private static double ByTwins(IReadOnlyList<Measured> results, string? language, string kind, Func<Figures, double> figure)
    {
        var clean = results.Where(r => r.Query.Kind == "same").ToDictionary(r => r.Query.Id, r => figure(r.Figures));
        var variants = results.Where(r => (language is null || r.Query.Language == language) && r.Query.Kind == kind).ToArray();
        return variants.Sum(r => figure(r.Figures)) / variants.Sum(r => clean[r.Query.Twin!]);
    }

    /// <summary>The wishes asked in every language; for all languages the worst of them.</summary>
    private static double ByBest(IReadOnlyList<Measured> results, string? language, Func<Figures, double> figure)
    {
        var comparable = results.Where(r => r.Query.Comparable).ToArray();
        var languages = Data.Cultures.ToDictionary(c => c, c => Mean(comparable, c, "same", figure));
        return (language is null ? languages.Values.Min() : languages[language]) / languages.Values.Max();
    }
}
